import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'

/** What a card shows nothing of: of these a plain message changes some, and mostly nothing else. */
const unshown = {
  version: true,
  lastMessageAt: true,
  lastMessageBy: true,
  lastAgentReplyAt: true,
  silence: true,
} as const satisfies Partial<Record<keyof Ticket, true>>

const dues = ['firstResponseDueAt', 'nextResponseDueAt', 'resolutionDueAt'] as const satisfies readonly (keyof Times)[]

/** All of a ticket that its card may be made of. */
export type OnCard = Readonly<Omit<Ticket, keyof typeof unshown>>

/** And of what time makes of it. */
export type TimesOnCard = Readonly<Pick<Times, (typeof dues)[number]>> & {
  readonly judged: { keeping: Pick<NonNullable<Times['judged']>['keeping'], 'clocks'> } | null
}

interface Standing {
  ticket: Readonly<Ticket>
  times: TimesOnCard
}

/**
 * Whether a ticket's card is surely the one it was, seen without making either: a card costs more than all else that is
 * decided about a message. False tells nothing.
 */
export function sameOnCard(before: Standing, after: Standing): boolean {
  const names = Object.keys(after.ticket) as (keyof Ticket)[] // as `apply` makes it, and nothing more
  return (
    names.every((name) => name in unshown || before.ticket[name] === after.ticket[name]) &&
    dues.every((due) => before.times[due]?.getTime() === after.times[due]?.getTime()) &&
    JSON.stringify(before.times.judged?.keeping.clocks) === JSON.stringify(after.times.judged?.keeping.clocks)
  )
}
