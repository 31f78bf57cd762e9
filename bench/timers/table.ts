import type { Settled } from '../faults/settle.ts'
import { seconds, shown } from '../latency.ts'
import { allHold, atMost, type Line, machine, none, tableOf } from '../table.ts'
import type { TimersFound } from './check.ts'

/** What a run of the timers' faults found. */
export interface TimersTold {
  seed: number
  readyMs: readonly number[]
  atPoint: number
  settled: Settled
  found: TimersFound
  /** Names in the job store before, and after it was emptied. */
  jobs: readonly string[]
  declared: readonly string[]
}

const LATEST_MS = 30_000

/** One table in Markdown, and whether all of it is as it should be. */
export function tableOfTimers(told: TimersTold): { lines: string[]; passed: boolean } {
  const { found, settled, jobs, declared } = told
  const { missing, doubled, early, strange, late } = found.happened
  const { notices, saidUnclear } = found
  const lines: Line[] = [
    none('effects missed', missing),
    none('effects doubled', doubled),
    none('effects before their time', early),
    none('effects nobody planned', strange),
    atMost('latest effect', late.max, LATEST_MS, seconds),
    none('tickets whose replay differs from their row', found.replayDiffers),
    none('notices shown twice', notices.shownTwice),
    {
      what: 'notices that may or may not have arrived, and said to be so in the thread',
      found: `${notices.unknown}, ${saidUnclear}`,
      target: 'as many',
      holds: notices.unknown === saidUnclear,
    },
    {
      what: 'jobs in the store before it was emptied, and again after',
      found: `${jobs.length}, ${declared.length}`,
      target: 'as many',
      holds: jobs.length > 0 && jobs.length === declared.length,
    },
    {
      what: 'left over after quiescence: unheard, unsent',
      found: `${settled.left.waiting}, ${settled.left.owed}`,
      target: '0, 0',
      holds: settled.left.waiting + settled.left.owed === 0,
    },
    atMost('process exits but the kills', found.unaskedExits, 0),
    { what: 'effects', found: `${found.happened.planned}: ${shown(late)}` },
    ...[...found.happened.lateByType].map(([type, its]) => ({
      what: `of these ${type}`,
      found: shown(its),
    })),
    { what: 'notices that must not double', found: `${notices.sent} sent, ${notices.failed} failed` },
    {
      what: 'kills',
      found: `${told.readyMs.length}, ${told.atPoint} of them after a call was accepted; ready after at most ${seconds(Math.max(0, ...told.readyMs))}`,
    },
    { what: 'seed', found: String(told.seed) },
    machine(),
  ]
  return { lines: ['', ...tableOf(lines)], passed: allHold(lines) }
}
