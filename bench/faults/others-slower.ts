import type { Measure } from './measure.ts'

/** What a trouble costs others, by the p95 of how long their words take without and with it (ms). */
export function othersSlower(calm: number, among: number): Measure {
  return { what: 'others p95, slower by', found: Math.max(0, slower(among, calm)), unit: '%', most: 10 }
}

/** By how many per cent. */
export function slower(one: number, than: number): number {
  return (one / than - 1) * 100
}
