import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { measureShape } from './measure.ts'
import { promiseIds } from './promises.ts'
import { sizes } from './scenario.ts'

const partShape = z.object({
  /** Day and minute it was run, UTC. */
  at: z.string(),
  seed: z.number(),
  seconds: z.number(),
  /** Why it could not be run to its end. */
  broken: z.string().optional(),
  figures: z.partialRecord(z.enum(promiseIds), z.array(measureShape)),
})
export type PartResult = z.infer<typeof partShape>

const runShape = z.object({
  scenario: z.string(),
  size: z.enum(sizes),
  proves: z.array(z.enum(promiseIds)),
  seed: z.number(),
  /** How many parts there are in all. */
  of: z.number(),
  parts: z.record(z.string(), partShape),
})
/** The newest run of one scenario in one size; parts that are not there were not run. */
export type Run = z.infer<typeof runShape>

const file = new URL('results.json', import.meta.url)

/** What is known from earlier runs; nothing where there was none. */
export function readResults(): Run[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  return z.array(runShape).parse(JSON.parse(text))
}

export function writeResults(runs: readonly Run[]): void {
  const sorted = runs.toSorted((a, b) => `${a.scenario} ${a.size}`.localeCompare(`${b.scenario} ${b.size}`))
  writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`)
}
