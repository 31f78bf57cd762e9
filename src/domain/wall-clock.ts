import { Temporal } from 'temporal-polyfill'
import type { Instant } from './clock.ts'

/**
 * So long after (ISO 8601): `P14D` is the same hour on the wall of the zone 14 local days later, `PT48H` exactly 48
 * hours. An hour that summer time skips is the one after it, of an hour that comes twice the first.
 */
export function wallClockAfter(at: Instant, duration: string, zone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add(Temporal.Duration.from(duration))
    .epochMilliseconds
}
