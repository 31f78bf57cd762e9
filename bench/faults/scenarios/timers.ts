import { none, within } from '../measure.ts'
import { rageAtTimers, wholeRage } from '../rage-at-timers.ts'
import { onePart, type Scenario } from '../scenario.ts'

const small = { effects: 400, overMs: 16_000, kills: 1, killEveryMs: 4_000, emptiedAtMs: 10_000, leadMs: 5_000 }

/** R10 and R13: timers come due under kills, and the job store is emptied in the middle. */
export const timers: Scenario = {
  name: 'timers',
  proves: ['R10', 'R13'],
  beside: true,
  parts: onePart(async ({ seed, say }, size) => {
    const { told } = await rageAtTimers({ seed, say, ...(size === 'quick' ? small : wholeRage) })
    const { found, jobs, declared } = told
    const { missing, doubled, early, strange, late, planned } = found.happened
    return {
      R10: [
        none('missed', missing),
        none('doubled', doubled),
        none('early', early),
        none('not planned', strange),
        none('notices shown twice', found.notices.shownTwice),
        // Kills are among these, so p99 is told for what it is.
        { what: 'late p99, kills included', found: late.p99 / 1000, unit: 's' },
        within('late max', late.max, 30_000),
        { what: 'effects', found: planned },
        { what: 'kills', found: told.readyMs.length },
      ],
      R13: [
        none('missed', missing),
        within('late max', late.max, 30_000),
        { what: 'jobs declared again', found: declared.length, least: Math.max(1, jobs.length) },
      ],
    }
  }),
}
