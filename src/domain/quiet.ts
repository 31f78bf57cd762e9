import { Temporal } from 'temporal-polyfill'
import { type Hours, isOpen } from './calendar.ts'

/** When somebody does not want to be called; past midnight where `to` is not after `from`. Minutes of the day. */
export interface QuietHours {
  fromMinute: number
  toMinute: number
  /** IANA */
  zone: string
}

/** `22-7`, `22:30-07:00` as people write it; undefined where it is none. */
export function quietFrom(words: string, zone: string): QuietHours | undefined {
  const match = /^([01]?\d|2[0-3])(?::([0-5]\d))?\s*[-–]\s*([01]?\d|2[0-3])(?::([0-5]\d))?$/.exec(words.trim())
  if (!match) return undefined
  const [fromHour, fromMinutes, toHour, toMinutes] = match.slice(1).map((part) => Number(part ?? 0))
  const fromMinute = (fromHour ?? 0) * 60 + (fromMinutes ?? 0)
  const toMinute = (toHour ?? 0) * 60 + (toMinutes ?? 0)
  return fromMinute === toMinute ? undefined : { fromMinute, toMinute, zone }
}

/**
 * May somebody be called by name now, so that their phone rings? On a plan that never closes always; otherwise not in
 * their own quiet hours, and for who has set none not while the plan's calendar is closed.
 */
export function mayCall(at: Date, own: QuietHours | undefined, hours: Hours): boolean {
  const now = at.getTime()
  const inForce = hours.findLast(({ from }) => from === null || from <= now)
  if (inForce?.calendar.alwaysOpen) return true
  return own ? !isQuiet(own, at) : isOpen(hours, now)
}

function isQuiet({ fromMinute, toMinute, zone }: QuietHours, at: Date): boolean {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const now = hour * 60 + minute
  return fromMinute < toMinute ? now >= fromMinute && now < toMinute : now >= fromMinute || now < toMinute
}
