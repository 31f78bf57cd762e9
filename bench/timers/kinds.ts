import type { TicketEventType } from '../../src/domain/ticket/events.ts'

/** A timer by the column it waits in, and what happens when its time has come: each of it once, at that time. */
export interface Kind {
  column: 'sla_at' | 'silence_at' | 'rating_at' | 'closes_at'
  effects: readonly TicketEventType[]
  /** Tickets of this kind among nine: as many as ten effects. */
  share: number
}

export const kindNames = ['warned', 'breached', 'reminded', 'asked', 'closed'] as const
export type KindName = (typeof kindNames)[number]

export const kinds: Readonly<Record<KindName, Kind>> = {
  warned: { column: 'sla_at', effects: ['BreachWarned'], share: 2 },
  // Nobody has it: the ladder's first rung is climbed as soon as it is announced.
  breached: { column: 'sla_at', effects: ['BreachAnnounced', 'Escalated'], share: 1 },
  reminded: { column: 'silence_at', effects: ['RequesterReminded'], share: 2 },
  asked: { column: 'rating_at', effects: ['RatingAsked'], share: 2 },
  closed: { column: 'closes_at', effects: ['TicketClosed'], share: 2 },
}
