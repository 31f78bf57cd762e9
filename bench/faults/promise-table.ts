import { keepTable } from '../table.ts'
import { holds, joined, type Measure, shownMeasure } from './measure.ts'
import { type PromiseId, promiseIds, promises } from './promises.ts'
import type { Run } from './results.ts'

/** One line for each promise and size it was run in; what was not run says so. */
export function promiseTable(runs: readonly Run[]): string[] {
  const rows = promiseIds.flatMap((id) => {
    const own = runs.filter(({ proves }) => proves.includes(id))
    if (own.length === 0) return [cells([id, promises[id].promise, 'not run', '', promises[id].target, '', '', ''])]
    return own.map((run) => rowOf(id, run))
  })
  return [
    cells(['', 'promise', 'scenario', 'figure', 'target', 'holds', 'seed', 'date']),
    cells(Array<string>(8).fill('---')),
    ...rows,
  ]
}

/** Writes the table into bench/README.md, between its markers. */
export function writePromiseTable(runs: readonly Run[]): Promise<void> {
  return keepTable('promises', promiseTable(runs))
}

/** What all parts of a run found about a promise. */
function measuresOf(run: Run, id: PromiseId): Measure[] {
  return joined(
    Object.values(run.parts)
      .flatMap(({ figures }) => figures[id] ?? [])
      .map((one) => [one]),
  )
}

function rowOf(id: PromiseId, run: Run): string {
  const parts = Object.values(run.parts)
  const measures = measuresOf(run, id)
  const broken = parts.filter((part) => part.broken !== undefined).length
  const how = [
    `${run.scenario}, ${run.size}`,
    ...(parts.length < run.of ? [`${parts.length} of ${run.of} parts run`] : []),
    ...(broken > 0 ? [`${broken} broken off`] : []),
  ].join('; ')
  const ok = broken === 0 && measures.length > 0 && measures.every(holds)
  const dates = parts.map(({ at }) => at.slice(0, 10)).toSorted()
  return cells([
    id,
    promises[id].promise,
    how,
    measures.map(shownMeasure).join('; '),
    promises[id].target,
    ok ? 'yes' : '**NO**',
    String(run.seed),
    dates.at(-1) ?? '',
  ])
}

function cells(all: readonly string[]): string {
  return `| ${all.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
