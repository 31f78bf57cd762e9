/** How late many things were (ms). */
export interface Latency {
  p50: number
  p95: number
  p99: number
  max: number
}

export function latencyOf(all: readonly number[]): Latency {
  const sorted = all.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function shown({ p50, p95, p99, max }: Latency): string {
  return `p50 ${seconds(p50)}, p95 ${seconds(p95)}, p99 ${seconds(p99)}, max ${seconds(max)}`
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`
}

/** NaN where there is nothing, or something that could not be measured. */
export function median(all: readonly number[]): number {
  if (all.some(Number.isNaN)) return Number.NaN
  const sorted = all.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}
