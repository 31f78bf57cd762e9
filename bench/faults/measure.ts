import { z } from 'zod'

/** One number found, and what it may be; without a bound it is told, not judged. */
export interface Measure {
  what: string
  found: number
  unit?: 's' | 'MiB' | '%' | '/s' | undefined
  most?: number | undefined
  least?: number | undefined
  /** How the parts of a long run become one: counts add up, of times the worst counts. Default: `sum` without a unit, else `worst`. */
  over?: 'sum' | 'worst' | undefined
}

export const measureShape: z.ZodType<Measure> = z.object({
  what: z.string(),
  found: z.number(),
  unit: z.enum(['s', 'MiB', '%', '/s']).optional(),
  most: z.number().optional(),
  least: z.number().optional(),
  over: z.enum(['sum', 'worst']).optional(),
})

export function holds({ found, most, least }: Measure): boolean {
  if (most === undefined && least === undefined) return true
  // What could not be measured holds nothing.
  if (Number.isNaN(found)) return false
  return (most === undefined || found <= most) && (least === undefined || found >= least)
}

/** None of a thing may be. */
export function none(what: string, list: readonly unknown[] | number): Measure {
  return { what, found: typeof list === 'number' ? list : list.length, most: 0 }
}

/** As many as there are. */
export function all(what: string, found: number, of: number): Measure {
  return { what, found, least: of }
}

/** Told, not judged. */
export function told(what: string, found: number): Measure {
  return { what, found }
}

/** A count as it is; of a time, of memory or of a share of them what was found, without what it may be. */
export function unlessTimed({ most, least, ...measure }: Measure): Measure {
  return measure.unit === undefined ? { ...measure, most, least } : measure
}

/** A time, in seconds. */
export function within(what: string, ms: number, mostMs: number): Measure {
  return { what, found: ms / 1000, unit: 's', most: mostMs / 1000 }
}

/** The same measures of several parts of one run, as one. */
export function joined(parts: readonly (readonly Measure[])[]): Measure[] {
  const found = new Map<string, Measure>()
  for (const measure of parts.flat()) {
    const before = found.get(measure.what)
    found.set(measure.what, before ? both(before, measure) : measure)
  }
  return [...found.values()]
}

function both(one: Measure, other: Measure): Measure {
  const over = one.over ?? (one.unit === undefined ? 'sum' : 'worst')
  if (over === 'worst') {
    const worst = one.least === undefined ? Math.max : Math.min
    return { ...one, found: worst(one.found, other.found) }
  }
  const sum = (a: number | undefined, b: number | undefined) => (a === undefined ? b : a + (b ?? 0))
  return { ...one, found: one.found + other.found, most: sum(one.most, other.most), least: sum(one.least, other.least) }
}

/** `lost messages 0 (≤ 0)`. What does not hold stands out. */
export function shownMeasure(measure: Measure): string {
  const { what, found, unit, most, least } = measure
  const number = (n: number) => `${round(n)}${unit === undefined ? '' : ` ${unit}`}`
  const bound = most !== undefined ? ` (≤ ${number(most)})` : least === undefined ? '' : ` (≥ ${number(least)})`
  const words = `${what} ${Number.isNaN(found) ? 'not measured' : number(found)}${bound}`
  return holds(measure) ? words : `**${words}**`
}

function round(n: number): string {
  return Number.isInteger(n) ? n.toLocaleString('en') : n.toFixed(2)
}
