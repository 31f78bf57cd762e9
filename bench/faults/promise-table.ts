import { readFileSync, writeFileSync } from 'node:fs'
import { holds, joined, type Measure, shownMeasure } from './measure.ts'
import { type PromiseId, promiseIds, promises } from './promises.ts'
import type { Run } from './results.ts'

const readme = new URL('../README.md', import.meta.url)
const BEGIN = '<!-- what must be survived -->'
const END = '<!-- end of what must be survived -->'

/** One line for each promise and size it was run in; what was not run says so. */
export function promiseTable(runs: readonly Run[]): string[] {
  const rows = promiseIds.flatMap((id) => {
    const of = runs.filter(({ parts }) => Object.values(parts).some((part) => id in part.figures || part.broken))
    const own = of.filter((run) => proves(run, id))
    if (own.length === 0) return [cells([id, promises[id].promise, 'not run', '', promises[id].target, '', '', ''])]
    return own.map((run) => rowOf(id, run))
  })
  return [
    cells(['', 'promise', 'scenario', 'figure', 'target', 'holds', 'seed', 'date']),
    cells(Array<string>(8).fill('---')),
    ...rows,
  ]
}

/** Writes the table into README.md, between its markers. */
export function writePromiseTable(runs: readonly Run[]): void {
  const text = readFileSync(readme, 'utf8')
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (before === -1 || after === -1) throw new Error(`bench/README.md has lost its markers: ${BEGIN} … ${END}`)
  const table = promiseTable(runs).join('\n')
  writeFileSync(readme, `${text.slice(0, before + BEGIN.length)}\n${table}\n${text.slice(after)}`)
}

/** What all parts of a run found about a promise. */
export function measuresOf(run: Run, id: PromiseId): Measure[] {
  return joined(
    Object.values(run.parts)
      .flatMap(({ figures }) => figures[id] ?? [])
      .map((one) => [one]),
  )
}

function proves({ parts }: Run, id: PromiseId): boolean {
  return Object.values(parts).some(({ figures }) => figures[id] !== undefined)
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
