import { rmSync } from 'node:fs'
import type { Cluster } from '../../src/store/embedded/cluster.ts'
import { removeForsaken, temporaryFolder } from '../../test/support/temporary.ts'
import { openClosings } from '../closings.ts'
import { ownCluster } from '../own-cluster.ts'
import { holds, shownMeasure, unlessTimed } from './measure.ts'
import { writePromiseTable } from './promise-table.ts'
import { promiseIds } from './promises.ts'
import { type PartResult, type Run, readResults, writeResults } from './results.ts'
import type { Part, Scenario, Size, Tools } from './scenario.ts'

export interface Wanted {
  size: Size
  seed: number
  /** Promises or names of scenarios; all where there are none. */
  only: readonly string[]
  /** What the results have already is not run again. */
  resume: boolean
  /** Whether results and table are written. */
  record: boolean
  /** Whether times and memory are judged: on a machine that others use, too, they are only told. */
  timed: boolean
  say: (line: string) => void
}

/** So many scenarios that judge no time run at once: most of theirs goes by in waiting. */
const BESIDE = 2

/**
 * Runs scenarios, a line for each promise: those that judge how long something takes one after the other, then the
 * others beside each other. Resolves with whether all that was run holds.
 */
export async function runScenarios(scenarios: readonly Scenario[], wanted: Wanted): Promise<boolean> {
  const { size, seed, say, record } = wanted
  const chosen = scenarios.filter(({ name, proves }) => isWanted(wanted.only, [name, ...proves]))
  if (chosen.length === 0) throw new Error(`no scenario is called ${wanted.only.join(' or ')}`)
  const began = performance.now()
  const place = clusterFor()
  const book = bookOf(wanted)
  try {
    for (const scenario of chosen) if (!scenario.beside) await runOne(scenario, wanted, book, place.cluster)
    const others = chosen.filter(({ beside }) => beside)
    const lane = async (): Promise<void> => {
      for (let next = others.shift(); next; next = others.shift()) await runOne(next, wanted, book, place.cluster)
    }
    await Promise.all(Array.from({ length: BESIDE }, lane))
  } finally {
    await place.close()
  }
  if (record) await writePromiseTable(book.runs())
  const { ran, skipped, passed } = book
  const left = skipped > 0 ? `, ${skipped} were there already` : ''
  say(`${ran} parts run in ${((performance.now() - began) / 1000).toFixed(0)} s${left}; seed ${seed}`)
  if (!passed) say(`Again: npm run faults -- --${size} --seed ${seed} --only NAME`)
  return passed
}

/** What is known of all scenarios, and how this run went so far. */
function bookOf({ size, record }: Wanted) {
  let runs = readResults()
  return {
    ran: 0,
    skipped: 0,
    passed: true,
    runs: () => runs,
    before: (scenario: string) => runs.find((run) => run.scenario === scenario && run.size === size),
    /** After each part, so that what is interrupted goes on from there. */
    keep(run: Run): void {
      runs = [...runs.filter((other) => other.scenario !== run.scenario || other.size !== size), run]
      if (record) writeResults(runs)
    },
  }
}

/** All parts of one scenario that are not there already, one after the other. */
async function runOne(
  scenario: Scenario,
  { size, seed, resume, say, timed }: Wanted,
  book: ReturnType<typeof bookOf>,
  cluster: Tools['cluster'],
): Promise<void> {
  const parts = scenario.parts(size)
  if (parts.length === 0) return say(`${scenario.proves.join(',').padEnd(5)} not run  ${scenario.name}: not in ${size}`)
  const before = book.before(scenario.name)
  const kept = resume && before?.seed === seed ? before.parts : {}
  const run: Run = {
    scenario: scenario.name,
    size,
    proves: [...scenario.proves],
    seed,
    of: parts.length,
    parts: { ...kept },
  }
  for (const [index, part] of parts.entries()) {
    const known = run.parts[part.name]
    if (known && known.broken === undefined) {
      book.skipped += 1
      continue
    }
    const result = await runPart(part, { seed: seed + index, cluster, say }, timed)
    book.ran += 1
    run.parts[part.name] = result
    book.passed = tell(scenario, result, say) && book.passed
    book.keep(run)
  }
}

function isWanted(only: readonly string[], names: readonly string[]): boolean {
  return only.length === 0 || names.some((name) => only.includes(name))
}

async function runPart(part: Part, tools: Tools, timed: boolean): Promise<PartResult> {
  const from = performance.now()
  const at = `${new Date().toISOString().slice(0, 16)}Z`
  const ended = (): number => Math.round((performance.now() - from) / 100) / 10
  try {
    const figures = await part.run(tools)
    const measures = Object.fromEntries(
      Object.entries(figures).map(([id, found]) => [id, timed ? [...found] : found.map(unlessTimed)]),
    )
    return { at, seed: tools.seed, seconds: ended(), figures: measures }
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    tools.say(why)
    const broken = (error instanceof Error ? error.message : why).slice(0, 200)
    return { at, seed: tools.seed, seconds: ended(), broken, figures: {} }
  }
}

/** One line for each promise. */
function tell({ name, proves }: Scenario, { figures, seconds, broken }: PartResult, say: Tools['say']): boolean {
  if (broken !== undefined) {
    say(`${proves.join(',').padEnd(9)} BROKEN OFF ${name}: ${broken} (${seconds} s)`)
    return false
  }
  let passed = true
  for (const id of promiseIds) {
    const measures = figures[id]
    if (!measures) continue
    const ok = measures.length > 0 && measures.every(holds)
    passed = passed && ok
    say(
      `${id.padEnd(5)} ${ok ? 'holds' : 'FALLS SHORT'}  ${name}: ${measures.map(shownMeasure).join('; ')} (${seconds} s)`,
    )
  }
  return passed
}

/** A PostgreSQL for desks in this process, made when first asked for. Nothing in it outlives the machine. */
function clusterFor(): { cluster: () => Promise<string>; close: () => Promise<void> } {
  const closings = openClosings()
  let opened: Promise<Cluster> | undefined
  const open = async (): Promise<Cluster> => {
    removeForsaken()
    const folder = temporaryFolder()
    closings.push(() => rmSync(folder, { recursive: true, force: true }))
    return ownCluster(closings, folder, { fsync: 'off', full_page_writes: 'off', max_wal_size: '128MB' })
  }
  return {
    async cluster() {
      opened ??= open()
      return (await opened).url('postgres')
    },
    close: closings.close,
  }
}
