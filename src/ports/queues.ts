import type { PersonId } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

export const queues = ['mine', 'unassigned', 'due', 'waiting'] as const
/**
 * An agent's lists of tickets that are not resolved: assigned to them; to nobody; due next, whoever has them; assigned to
 * them and waiting for somebody else. What is snoozed is only among those that are due: nobody needs to look at it yet.
 */
export type Queue = (typeof queues)[number]

/** `dueAt`: the next promise of it, UTC. */
export interface Queued {
  ticket: Ticket
  dueAt: Date | null
}

/** Whose list, and what of it they may read: of a private ticket its insiders (`domain/ticket/enter.ts`) and who sees all. */
export interface Reading {
  deskIds: readonly string[]
  person: PersonId
  /** Those of the desks where they may enter whatever is private. */
  seesAll: readonly string[]
  /** None that is private, where others read along. */
  publicOnly: boolean
  most: number
  countedTo: number
}

export interface Queues {
  /**
   * Of these desks, the most pressing first: what is due earlier, then what was opened earlier. `count`: how many there
   * are; where it is more than `countedTo`, there are at least so many.
   */
  tickets(which: Queue, of: Reading): Promise<{ first: Queued[]; count: number }>
}
