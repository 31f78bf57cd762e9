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

export interface Queues {
  /** Of these desks, the most pressing first: what is due earlier, then what was opened earlier. */
  tickets(which: Queue, of: { deskIds: readonly string[]; person: PersonId; most: number }): Promise<Queued[]>
}
