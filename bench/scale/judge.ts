import type { Line } from '../table.ts'
import { atLeast, machine, none, times } from '../table.ts'
import { type PathName, pathNames } from './paths.ts'
import type { Scan } from './plans.ts'
import { bytesOf, type Size } from './sizes.ts'

/** One path on one database: the median over all runs of each run's p50 and p99 (ms). */
export interface Cost {
  p50: number
  p99: number
}

export interface Found {
  /** How many tickets each database has; the first is what the others are measured against. */
  tickets: readonly number[]
  costs: ReadonlyMap<PathName, readonly Cost[]>
  scans: readonly Scan[]
  statements: number
  sizes: readonly Size[]
}

const MOST = 1.5
const MOST_OF_SEARCH = 5
/** Fewer were not all that were sent. */
const NO_FEWER = 60

export function judge(found: Found): Line[] {
  return [
    ...pathNames.flatMap((path) => [lineOf(found, path, 'p50'), lineOf(found, path, 'p99')]),
    atLeast('statements of these paths whose plan was looked at', found.statements, NO_FEWER),
    none('of these, plans that read a large table from end to end', scansOf(found)),
    ...sizeLines(found),
    machine(),
  ]
}

function scansOf({ scans }: Found): string[] {
  return scans.map(({ sql, tables }) => `${tables.join(' and ')} by \`${sql.slice(0, 80).replaceAll('|', ' ')}\``)
}

function lineOf({ tickets, costs }: Found, path: PathName, which: keyof Cost): Line {
  const all = (costs.get(path) ?? []).map((cost) => cost[which])
  const [few = 0] = all
  const ratios = all.slice(1).map((cost) => cost / few)
  const most = mostOf(path)
  return {
    what: `${path}, ${which}`,
    target: most === undefined ? '' : `≤ ${times(most)}`,
    found: `${all.map((cost) => `${cost.toFixed(1)} ms`).join(' · ')}: ${ratios.map(times).join(' · ')}`,
    // A smaller run has no second database to compare with.
    holds: tickets.length < 2 || most === undefined ? undefined : ratios.every((ratio) => ratio <= most),
  }
}

/** The audit works a share of the open tickets out again, so it is told and not judged. */
function mostOf(path: PathName): number | undefined {
  if (path === 'audit and retention, once') return undefined
  return path.startsWith('search') ? MOST_OF_SEARCH : MOST
}

function sizeLines({ tickets, sizes }: Found): Line[] {
  const all = tickets.at(-1) ?? 1
  const each = (n: number): string => (n / all < 10 ? (n / all).toFixed(1) : (n / all).toFixed(0))
  const shown = sizes.map(({ table, rows, bytes, indexes }): Line => {
    const its = indexes.map(({ name, bytes: size }) => `${name.replace(`${table}_`, '')} ${each(size)}`).join(', ')
    return { what: `${table}, a ticket`, found: `${each(rows)} rows, ${each(bytes)} bytes; indexes: ${its}` }
  })
  const total = bytesOf(sizes)
  return [
    { what: 'a ticket, all tables and indexes', found: `${each(total)} bytes; ${(total / 1e9).toFixed(1)} GB in all` },
    ...shown,
  ]
}
