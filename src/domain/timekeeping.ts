import type { Hours } from './calendar.ts'
import { type Clock, isLive, type Metric } from './clock.ts'
import { calendarOf, type Policy } from './policy.ts'

/** All that the clocks of a ticket remember; JSON as it is. What follows from it is computed (sla.md §0.8). */
export interface Timekeeping {
  /** Ids, as the clocks know them. */
  plan: string
  priority: string
  /** Left out where it has none, as by clocks kept before calendars could differ by it. */
  category?: string
  status: string
  /** The status is of stage resolved or closed. */
  resolved: boolean
  /** In the order they were started. */
  clocks: readonly Clock[]
}

/** What clocks are judged by: the policy pinned when the ticket was opened, calendars with all their versions. */
export interface Rules {
  policy: Policy
  hoursOf: (calendar: string) => Hours
}

const names = { 'first-response': 'firstResponse', 'next-response': 'nextResponse', resolution: 'resolution' } as const

/**
 * What a ticket of this plan, priority and category is promised; a null target: nothing, the clock sleeps (sla.md S17). An unknown
 * plan has no calendar.
 */
export function promised(
  of: Pick<Timekeeping, 'plan' | 'priority' | 'category'>,
  metric: Metric,
  { policy }: Rules,
): { targetMs: number | null; calendar: string | undefined } {
  const target = policy.plans[of.plan]?.targets[of.priority]
  return { targetMs: target?.[names[metric]] ?? null, calendar: calendarOf(policy, of) }
}

/** When to warn, as in the desk file. */
export function warningsOf({ plan, priority }: Timekeeping, { policy }: Rules): readonly string[] {
  return policy.plans[plan]?.targets[priority]?.warn ?? []
}

/** Every clock that still runs or pauses, changed; those that are over stay as they are. */
export function eachLive(keeping: Timekeeping, change: (clock: Clock) => Clock): Timekeeping {
  return { ...keeping, clocks: keeping.clocks.map((clock) => (isLive(clock) ? change(clock) : clock)) }
}
