import type { ClockEvent, Instant, Metric } from '../../src/domain/clock.ts'
import { type Clock, isLive } from '../../src/domain/clock.ts'
import { foldClocks, type Rules, type Timekeeping } from '../../src/domain/sla.ts'

const HOUR_MS = 3_600_000

/** Monday 6 May 2024, so many hours and minutes after midnight UTC; 31 is seven on Tuesday morning. */
export function at(hour: number, minute = 0): Instant {
  return Date.parse('2024-05-06T00:00:00Z') + hour * HOUR_MS + minute * 60_000
}

/**
 * Gold is promised an answer in an hour, the next in two, a solution in eight, at all hours; high: half of it; urgent:
 * nothing. Basic the same in office hours (9 to 17 UTC), and so gold's category billing. Waiting pauses.
 */
export const rules: Rules = {
  policy: {
    plans: {
      gold: { calendar: 'always', calendars: { billing: 'office' }, targets: targets() },
      basic: { calendar: 'office', targets: targets() },
    },
    pausing: ['waiting'],
  },
  hoursOf: (calendar) => [
    {
      from: null,
      calendar:
        calendar === 'always'
          ? { alwaysOpen: true }
          : {
              alwaysOpen: false,
              zone: 'UTC',
              weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-17:00']])),
              holidays: ['2024-05-08'],
              overrides: {},
            },
    },
  ],
}

function targets() {
  const hours = (first: number, next: number, resolution: number) => ({
    firstResponse: first * HOUR_MS,
    nextResponse: next * HOUR_MS,
    resolution: resolution * HOUR_MS,
  })
  return {
    normal: { ...hours(1, 2, 8), warn: ['80%'] },
    high: { ...hours(0.5, 1, 4), warn: ['80%', 'PT10M'] },
  }
}

/** Rita asks at nine; what else happens follows. */
export function asked(...events: ClockEvent[]): Timekeeping {
  return told({ plan: 'gold', priority: 'normal' }, ...events)
}

export function told(of: { plan: string; priority: string; by?: 'agent' }, ...events: ClockEvent[]): Timekeeping {
  const { plan, priority, by = 'requester' } = of
  const keeping = foldClocks([{ at: at(9), type: 'opened', by, plan, priority, status: 'new' }, ...events], rules)
  if (!keeping) throw new Error('an opened ticket has clocks')
  return keeping
}

export const rita = (when: Instant): ClockEvent => ({ at: when, type: 'requester-message' })
export const ada = (when: Instant): ClockEvent => ({ at: when, type: 'agent-message' })
export const moved = (when: Instant, status: string): ClockEvent => ({
  at: when,
  type: 'status',
  status,
  resolved: status === 'done',
})
export const priority = (when: Instant, to: string): ClockEvent => ({ at: when, type: 'priority', to })

/** The last clock of a metric. */
export function clockOf(keeping: Timekeeping, metric: Metric): Clock {
  const clock = keeping.clocks.findLast((one) => one.metric === metric)
  if (!clock) throw new Error(`no clock for ${metric}`)
  return clock
}

export function running(keeping: Timekeeping): string[] {
  return keeping.clocks.filter(isLive).map(({ metric, cycle }) => `${metric} ${cycle}`)
}
