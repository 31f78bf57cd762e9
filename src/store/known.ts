import type { Selectable } from 'kysely'
import type { Person } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { LaneKept, Taken } from '../ports/lanes.ts'
import type { Times } from '../ports/promises.ts'
import type { Place } from '../ports/tickets.ts'
import type { Tables } from './tables.ts'

/** Somebody, as the table has them. */
export interface PersonRow {
  id: string
  name: string
  language: string | null
  chosenLanguage: string | null
}

export type DraftRow = Selectable<Tables['draft']>

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
  /** By whose they are; those that are open. */
  drafts: Map<string, DraftRow[]>
  ahead: ReadAhead
  /** It has owed something that waits for a look at the lanes. */
  waits: boolean
  /** Lanes that are kept for it, with what it has taken there (`owe-at-once.ts`). */
  kept: Map<string, { lane: LaneKept; taken?: Taken }>
}

/** Answers that came with the hour (`Ahead`), by what was asked: each is taken by whoever asks for it first. */
export interface ReadAhead {
  rows: Map<string, boolean>
  people: Map<string, PersonRow | undefined>
  places: Map<string, Place | undefined>
}

export function nothingKnown(): Known {
  return {
    standings: new Map(),
    places: new Map(),
    people: new Map(),
    drafts: new Map(),
    ahead: { rows: new Map(), people: new Map(), places: new Map() },
    waits: false,
    kept: new Map(),
  }
}

/** What has been read of it, taken out; otherwise the answer to the question itself. */
export async function taken<Key, Found>(ahead: Map<Key, Found>, key: Key, ask: () => Promise<Found>): Promise<Found> {
  if (!ahead.has(key)) return ask()
  const found = ahead.get(key) as Found // it has one, and undefined may be it
  ahead.delete(key)
  return found
}
