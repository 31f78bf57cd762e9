import { Temporal } from 'temporal-polyfill'
import type { Instant } from './clock.ts'

/** A span in which the clocks of a zone differ from UTC by one constant. */
export interface OffsetSpan {
  from: Instant
  /** Exclusive; Infinity: no change is foreseen. */
  to: Instant
  /** Local time is UTC plus this. */
  offsetMs: number
}

/** Of each zone, what was looked up so far, in order: asking Temporal costs a thousand times more than finding it here. */
const known = new Map<string, OffsetSpan[]>()

/** The span `at` lies in. `zone`: IANA. */
export function offsetSpan(zone: string, at: Instant): OffsetSpan {
  const spans = known.get(zone) ?? []
  known.set(zone, spans)
  const next = firstAfter(spans, at)
  const before = spans[next - 1]
  if (before && at < before.to) return before
  const found = lookUp(zone, at)
  spans.splice(next, 0, found)
  return found
}

/** Index of the first span that begins after `at`. */
function firstAfter(spans: readonly OffsetSpan[], at: Instant): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

function lookUp(zone: string, at: Instant): OffsetSpan {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone)
  // `previous` is strictly before: from a millisecond later it finds a change at `at` itself.
  const from = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const to = local.getTimeZoneTransition('next')
  return {
    from: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: to?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: local.offsetNanoseconds / 1e6,
  }
}
