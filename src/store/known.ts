import type { Person } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import type { Place } from '../ports/store.ts'

export type Standing = { ticket: Ticket; times: Times }

/**
 * What one transaction has read already and not changed since: a message touches the same person, ticket and places in
 * every one of its steps. What others did to a ticket meanwhile its version tells when it is written; whoever changes
 * any of these here takes them out.
 */
export interface Known {
  standings: Map<string, Standing>
  /** By ticket; read after it. */
  places: Map<string, Place[]>
  people: Map<string, Person>
}

export function nothingKnown(): Known {
  return { standings: new Map(), places: new Map(), people: new Map() }
}
