/** What one of a kind costs. */
export interface Cost {
  /** CPU of the desk and of PostgreSQL, without what they take while nothing happens (ms). */
  cpuMs: number
  /** From the request to the call of the other platform, half of them faster (ms). */
  p50: number
}

/** Undefined: there is no such thing on that platform. `missing`: it did not come. */
export type Tried = Cost | 'missing' | undefined

/** A row of the table, a cell for each direction. `plain`: what plain words cost in each; without it all is told in full. */
export function rowOf(name: string, tried: readonly Tried[], plain: readonly Tried[] = []): string {
  return `| ${[name, ...tried.map((one, at) => cellOf(one, plain[at]))].join(' | ')} |`
}

function cellOf(cost: Tried, plain: Tried): string {
  if (cost === undefined) return '–'
  if (cost === 'missing') return '**did not come**'
  const p50 = `p50 ${cost.p50.toFixed(0)} ms`
  if (typeof plain !== 'object') return `CPU ${cost.cpuMs.toFixed(2)} ms, ${p50}`
  return `${(cost.cpuMs / plain.cpuMs).toFixed(1)} ×, ${p50}`
}
