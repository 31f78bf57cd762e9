import { showDueTimes } from '../acts/edit-cards.ts'
import { judgeAgain, timesOf } from '../acts/times.ts'
import type { Metric } from '../domain/clock.ts'
import type { Times } from '../ports/promises.ts'
import type { Timing } from './index.ts'

/** So many in one sweep: a changed holiday moves the due times of every open ticket. */
const MOST = 200

/**
 * Tickets whose due times were judged by other calendars or zone rules than are in force now, or never yet (sla.md S4,
 * S7): their clocks are what their history says, under what was in force at each minute. Where something is due at
 * another hour now, the card shows it and the log lists it. Returns how many.
 */
export async function judgeStale({ store, world }: Timing): Promise<number> {
  const deskIds = world.desks.map(({ desk }) => desk)
  let judged = 0
  while (judged < MOST) {
    const found = await store.transaction(async (unit) => {
      const stale = await unit.tickets.lockStale(deskIds)
      if (!stale) return undefined
      const { ticket, times: was } = stale
      const times = await timesOf(unit, world, ticket, await judgeAgain(unit, world, ticket.id))
      await unit.tickets.rejudge(ticket.id, times)
      const moved = movedIn(was, times)
      if (moved.length > 0) await showDueTimes(unit, world, ticket, was, times)
      return { ticket: ticket.key, moved }
    })
    if (!found) break
    for (const due of found.moved) world.log.info({ ticket: found.ticket, ...due }, 'due-moved')
    judged += 1
  }
  return judged
}

const dues = {
  'first-response': 'firstResponseDueAt',
  'next-response': 'nextResponseDueAt',
  resolution: 'resolutionDueAt',
} as const satisfies Record<Metric, keyof Times>

interface Moved {
  metric: string
  from: Date | null
  to: Date | null
}

function movedIn(was: Times, times: Times): Moved[] {
  return Object.entries(dues)
    .map(([metric, due]) => ({ metric, from: was[due], to: times[due] }))
    .filter(({ from, to }) => from?.getTime() !== to?.getTime())
}
