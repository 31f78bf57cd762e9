import type { PersonAddress } from '../adapter.ts'
import type { Person, PersonId } from '../domain/person.ts'

export interface People {
  at(address: PersonAddress): Promise<Person | undefined>
  /** Found by address, or made; a name or language that changed on the platform is taken over. */
  meet(address: PersonAddress, seen: { name: string; language?: string | undefined }): Promise<Person>
  /** Whoever has been given a ticket and has an address on this account: its id and their name. */
  whoHadTickets(account: Omit<PersonAddress, 'id'>): Promise<{ id: string; name: string }[]>
  byIds(ids: readonly PersonId[]): Promise<Map<PersonId, Person>>
  /** The language they asked to be spoken to in, whatever their platform says; undefined: what that says. */
  chooseLanguage(person: PersonId, language: string | undefined): Promise<Person>
  /** The one they chose, where they have. */
  chosenLanguage(address: PersonAddress): Promise<string | undefined>
  addresses(person: PersonId): Promise<PersonAddress[]>
  setReachable(address: PersonAddress, reachable: boolean): Promise<void>
  /** False for who has blocked us, and for whom we do not know. */
  isReachable(address: PersonAddress): Promise<boolean>
  /** What the list of commands of their own chat is made of from now on (a hash); null: it is the one of all. */
  keepMenu(address: PersonAddress, print: string | null): Promise<void>
  /** Everybody of this account who has chosen a language and can be reached, and what their list is made of. */
  menusOf(
    account: Omit<PersonAddress, 'id'>,
  ): Promise<{ address: PersonAddress; chosenLanguage: string; print: string | null }[]>
}
