/** How much was held at a moment. */
export interface Held {
  /** Since any beginning, the same for all of them (ms). */
  atMs: number
  bytes: number
}

/** Bytes an hour: the slope of the straight line nearest to all of them (least squares). NaN of fewer than two moments. */
export function slopeOf(samples: readonly Held[]): number {
  const mean = (of: (sample: Held) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  const [at, level] = [mean(({ atMs }) => atMs), mean(({ bytes }) => bytes)]
  const over = mean(({ atMs }) => (atMs - at) ** 2)
  return (mean(({ atMs, bytes }) => (atMs - at) * (bytes - level)) / over) * 3_600_000
}
