import { type Held, slopeOf } from '../slope.ts'
import { type Line, times } from '../table.ts'

/** Of what it holds idle, in an hour. */
const FLAT = 0.1

/**
 * Whether it holds more and more. What falls as steeply as it must not rise is no measurement: something is still given
 * back, and hides what grows behind it.
 * @param idle bytes of the process before any load
 */
export function judgeSlope(what: string, samples: readonly Held[], idle: number): Line {
  const slope = slopeOf(samples)
  const share = slope / idle
  const measured = share >= -FLAT
  return {
    what,
    found: measured
      ? `${times(share)} (${megabytes(slope)} an hour)`
      : `not measured: it still gave back ${megabytes(-slope)} an hour`,
    target: `≤ ${times(FLAT)}`,
    holds: measured && share <= FLAT,
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
