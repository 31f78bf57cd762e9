import type { Measure } from './measure.ts'
import type { PromiseId } from './promises.ts'

/** `quick`: small, for every change. `full`: as much as reliability.md asks for, by hand. */
export const sizes = ['quick', 'full'] as const
export type Size = (typeof sizes)[number]

/** What is found about each promise that a part is a proof of. */
export type Figures = Partial<Record<PromiseId, readonly Measure[]>>

/** What a part has at hand. */
export interface Tools {
  seed: number
  /** The address of a PostgreSQL for desks in this process; one for the whole run. */
  cluster: () => Promise<string>
  say: (line: string) => void
}

/** A piece of a scenario that is run, and found again after an interruption, as a whole. */
export interface Part {
  /** Names it in the results; another seed each. */
  name: string
  run: (tools: Tools) => Promise<Figures>
}

/** Something that happens to the desk, and the promises it proves. */
export interface Scenario {
  /** What happens, for people. */
  name: string
  proves: readonly PromiseId[]
  /** It judges neither how long something takes nor what this process holds, so it may run beside others of the kind. */
  beside?: true
  parts: (size: Size) => readonly Part[]
}

/** A scenario that is one part. */
export function onePart(run: (tools: Tools, size: Size) => Promise<Figures>): Scenario['parts'] {
  return (size) => [{ name: 'whole', run: (tools) => run(tools, size) }]
}
