/** Our own id of somebody, whatever platforms they are on (uuid v7). */
export type PersonId = string

/** Somebody as all desks know them, requester or agent: which of them they are is asked of each desk (`Actor`). */
export interface Person {
  id: PersonId
  name: string
  /** BCP 47; absent when nobody told us. */
  language?: string | undefined
}

/** Somebody acting on a ticket, with the roles the desk gives them at this moment (asked again for every act). */
export interface Actor extends Person {
  /** Role ids of the desk definition. Never stored. */
  roles: readonly string[]
}
