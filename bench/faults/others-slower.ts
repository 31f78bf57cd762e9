import { median } from '../latency.ts'
import type { Measure } from './measure.ts'

/**
 * What a trouble costs others, by the p95 of pieces of time with and without it (ms): one pause of the machine spoils one
 * piece, and the medians are compared.
 */
export function othersSlower(calm: readonly number[], among: readonly number[]): Measure {
  return { what: 'others p95, slower by', found: Math.max(0, slower(median(among), median(calm))), unit: '%', most: 10 }
}

/** By how many per cent. */
export function slower(one: number, than: number): number {
  return (one / than - 1) * 100
}
