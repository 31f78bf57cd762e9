import { availableParallelism, loadavg } from 'node:os'
import type { Settled } from '../faults/settle.ts'
import { seconds, shown } from '../latency.ts'
import type { TimersFound } from './check.ts'

interface Told {
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
export function tableOfTimers(told: Told): { lines: string[]; passed: boolean } {
  const { found, settled, jobs, declared } = told
  const { missing, doubled, early, strange, late } = found.happened
  const { notices, saidUnclear } = found
  const rows: { what: string; found: string; allowed: string; ok?: boolean }[] = [
    none('effects missed', missing),
    none('effects doubled', doubled),
    none('effects before their time', early),
    none('effects nobody planned', strange),
    {
      what: 'latest effect',
      found: seconds(late.max),
      allowed: `≤ ${seconds(LATEST_MS)}`,
      ok: late.max <= LATEST_MS,
    },
    none('tickets whose replay differs from their row', found.replayDiffers),
    none('notices shown twice', notices.shownTwice),
    {
      what: 'notices that may or may not have arrived, and said to be so in the thread',
      found: `${notices.unknown}, ${saidUnclear}`,
      allowed: 'as many',
      ok: notices.unknown === saidUnclear,
    },
    {
      what: 'jobs in the store before it was emptied, and again after',
      found: `${jobs.length}, ${declared.length}`,
      allowed: 'as many',
      ok: jobs.length > 0 && jobs.length === declared.length,
    },
    {
      what: 'left over after quiescence: unheard, unsent',
      found: `${settled.left.waiting}, ${settled.left.owed}`,
      allowed: '0, 0',
      ok: settled.left.waiting + settled.left.owed === 0,
    },
    {
      what: 'process exits but the kills',
      found: String(found.unaskedExits),
      allowed: '0',
      ok: found.unaskedExits === 0,
    },
    { what: 'effects', found: `${found.happened.planned}: ${shown(late)}`, allowed: '' },
    ...[...found.happened.lateByType].map(([type, its]) => ({
      what: `of these ${type}`,
      found: shown(its),
      allowed: '',
    })),
    { what: 'notices that must not double', found: `${notices.sent} sent, ${notices.failed} failed`, allowed: '' },
    {
      what: 'kills',
      found: `${told.readyMs.length}, ${told.atPoint} of them after a call was accepted; ready after at most ${seconds(Math.max(0, ...told.readyMs))}`,
      allowed: '',
    },
    { what: 'seed', found: String(told.seed), allowed: '' },
    {
      what: 'machine',
      found: `${availableParallelism()} cores, load average ${loadavg()
        .map((one) => one.toFixed(1))
        .join(', ')} over the last 1, 5, 15 min`,
      allowed: '',
    },
  ]
  const lines = rows.map(
    (row) =>
      `| ${row.what} | ${row.found} | ${row.allowed} | ${row.ok === undefined ? '' : row.ok ? 'yes' : '**NO**'} |`,
  )
  return {
    lines: ['', '| what | found | allowed | holds |', '| --- | --- | --- | --- |', ...lines],
    passed: rows.every(({ ok }) => ok !== false),
  }
}

function none(what: string, list: readonly string[]) {
  const found = list.length === 0 ? '0' : `${list.length}: ${list.slice(0, 5).join(', ')}`
  return { what, found, allowed: '0', ok: list.length === 0 }
}
