import { changeTicket } from '../../src/acts/change.ts'
import type { World } from '../../src/acts/world.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import type { Orm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { feedbackTimeouts } from '../../src/timers/feedback-timeouts.ts'
import { graceEnds } from '../../src/timers/grace-ends.ts'
import type { Timing } from '../../src/timers/index.ts'
import { ratingRequests } from '../../src/timers/rating-requests.ts'
import { slaReminders } from '../../src/timers/sla-reminders.ts'
import { wakeSnoozed } from '../../src/timers/wake-snoozed.ts'

/** One database to measure, as a desk process sees it. */
export interface Measured {
  name: string
  timing: Timing
  /** Tickets to change, with somebody who changes them. */
  tickets: readonly { id: string; by: string }[]
}

/** What one thing took, each time (ms). */
export interface Costs {
  change: number[]
  idleSweep: number[]
  effect: number[]
}

/** How many effects are due in each step of `wave`. */
export interface Waves {
  count: number
  size: number
  at(wave: number): Date
}

export function timingOn(orm: Orm, desks: readonly Desk[]): Timing {
  const accounts = new Map<string, string>([['slack', 'T0DESK']])
  const world: World = {
    desks,
    accountOf: (platform) => accounts.get(platform),
    ids: idsOf('a-secret-of-tests-a-secret-of-tests'),
    log: logTo('silent', false),
  }
  return { store: storeOf({ orm, realNow: () => new Date() }), world, platforms: new Map() }
}

/** All in turns, so that whatever else the machine does weighs on all of them alike. */
export async function measure(all: readonly Measured[], changes: number, waves: Waves): Promise<Map<string, Costs>> {
  const costs = new Map(all.map(({ name }): [string, Costs] => [name, { change: [], idleSweep: [], effect: [] }]))
  const took = async (name: string, what: keyof Costs, work: () => Promise<unknown>, times = 1): Promise<void> => {
    const from = performance.now()
    await work()
    costs.get(name)?.[what].push((performance.now() - from) / times)
  }
  for (let n = 0; n < changes; n++) {
    for (const { name, timing, tickets } of all) {
      await took(name, 'change', () => changePriority(timing, tickets[n % tickets.length]))
      await took(name, 'idleSweep', () => sweepAll(timing, waves.at(-1)))
    }
  }
  for (let wave = 0; wave < waves.count; wave++) {
    for (const { name, timing } of all) {
      await took(name, 'effect', () => slaReminders(timing, waves.at(wave)), waves.size)
    }
  }
  return costs
}

async function changePriority({ store, world }: Timing, ticket: Measured['tickets'][number] | undefined) {
  if (!ticket) throw new Error('no ticket to change')
  await store.transaction(async (unit) =>
    changeTicket(
      unit,
      world,
      ticket.id,
      ({ priority }) => {
        const to = priority === 'normal' ? 'high' : 'normal'
        return [{ type: 'PriorityChanged', by: ticket.by, from: priority, to }]
      },
      { occurredAt: unit.now },
    ),
  )
}

/** Every timer that looks for due times, once. */
async function sweepAll(timing: Timing, now: Date): Promise<void> {
  for (const run of [slaReminders, feedbackTimeouts, ratingRequests, graceEnds, wakeSnoozed]) await run(timing, now)
}
