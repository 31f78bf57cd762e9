import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAfter, type Hours, isOpen, nextOpening, openMs, segments } from '../../src/domain/calendar.ts'
import type { Calendar } from '../../src/domain/desk/calendars.ts'
import { daysOfChange, offset, openByTheWall, openByWalking } from './wall.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Half-hour and quarter-hour zones, half-hour summer time, summer time around Ramadan, at midnight, a date that never was. */
const zones = [
  'Europe/Stockholm',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Gaza',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Antarctica/Troll',
]

const office = hours({ zone: 'Europe/Stockholm', weekly: weekdays('09:00-17:00') })

describe('when the desk is there', () => {
  describe.each(zones)('%s, around the nights the clocks change', (zone) => {
    const days = [...daysOfChange(zone, 2008, 2031), Date.UTC(2024, 1, 29)]

    it('counts as somebody does who looks at the clock on the wall every minute', () => {
      fc.assert(
        fc.property(scene(zone, days), ({ rules, from, to, share, pause }) => {
          const open = (at: number) => openByTheWall(rules.find(inForce(rules, at))?.calendar ?? never, at)
          const unpaused = (at: number) => open(at) && !(pause.from <= at && at < pause.to)
          expect(openMs(rules, from, to)).toBe(openByWalking(open, from, to).open)
          const walked = openByWalking(unpaused, from, to)
          const target = Math.max(1, Math.floor(walked.open * share))
          const due = dueAfter(rules, from, target, [pause])
          if (walked.open >= target) expect(due).toBe(openByWalking(unpaused, from, to, target).reachedAt)
          else expect(due ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to)
        }),
        { numRuns: 20 },
      )
    })

    it('opens and closes at the second the wall says, second by second around the change', () => {
      fc.assert(
        fc.property(scene(zone, days), fc.nat(), ({ rules }, pick) => {
          const change = changeIn(zone, days[pick % days.length] ?? 0)
          for (let at = change - 90_000; at < change + 90_000; at += 1000) {
            expect(isOpen(rules, at)).toBe(openByTheWall(rules.find(inForce(rules, at))?.calendar ?? never, at))
          }
        }),
        { numRuns: 10 },
      )
    })
  })

  it('is the same summed up in parts, and a deadline is where that much has passed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones).chain((zone) => scene(zone, [Date.UTC(2024, 9, 27)])),
        (it) => {
          const { rules, from, to, share } = it
          const middle = from + Math.floor((to - from) * Math.min(1, share))
          expect(openMs(rules, from, middle) + openMs(rules, middle, to)).toBe(openMs(rules, from, to))
          const target = openMs(rules, from, to)
          const due = dueAfter(rules, from, target, [])
          expect(due).toBeLessThanOrEqual(to)
          expect(openMs(rules, from, due ?? from)).toBe(target)
          // Not a moment earlier, and the ledger of the same time adds up to it.
          if (target > 0) expect(openMs(rules, from, (due ?? from) - 1)).toBe(target - 1)
          const open = segments(rules, from, to).filter(({ state }) => state === 'open')
          expect(open.reduce((sum, segment) => sum + segment.to - segment.from, 0)).toBe(target)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a question of Friday evening finds the desk open on Monday morning', () => {
    expect(at(nextOpening(office, Date.parse('2024-05-03T18:00:00Z')))).toBe('2024-05-06T07:00:00.000Z')
    expect(at(nextOpening(office, Date.parse('2024-05-06T08:00:00Z')))).toBe('2024-05-06T08:00:00.000Z')
  })

  it('a target out of reach is no deadline, and neither is one behind a pause that lasts', () => {
    const start = Date.parse('2024-05-06T07:00:00Z')
    expect(dueAfter(office, start, 8 * HOUR_MS * 300, [])).toBeUndefined()
    const pause = { from: start + HOUR_MS, to: null, because: 'waiting' }
    expect(dueAfter(office, start, HOUR_MS, [pause])).toBe(start + HOUR_MS)
    expect(dueAfter(office, start, HOUR_MS + 1, [pause])).toBeUndefined()
  })

  it('after a year of waiting for the requester, what is left of the target is still counted', () => {
    const start = Date.parse('2024-05-06T07:00:00Z')
    const pause = { from: start + HOUR_MS, to: start + 400 * DAY_MS, because: 'waiting' }
    const due = dueAfter([{ from: null, calendar: { alwaysOpen: true } }], start, 2 * HOUR_MS, [pause])
    expect(due).toBe(start + 400 * DAY_MS + HOUR_MS)
  })

  it('a holiday is named, an override beats it, and a night shift an override lets in runs into the next date', () => {
    const days = hours({
      zone: 'UTC',
      weekly: weekdays('09:00-17:00'),
      holidays: ['2024-12-24', '2024-12-25'],
      overrides: { '2024-12-24': ['22:00-02:00'] },
    })
    const [from, to] = [Date.parse('2024-12-24T00:00:00Z'), Date.parse('2024-12-26T00:00:00Z')]
    expect(segments(days, from, to).map(({ from: since, state, holiday }) => [at(since), state, holiday])).toEqual([
      ['2024-12-24T00:00:00.000Z', 'outside-hours', null],
      ['2024-12-24T22:00:00.000Z', 'open', null],
      ['2024-12-25T02:00:00.000Z', 'holiday', '2024-12-25'],
    ])
  })
})

const never: Calendar = { alwaysOpen: false, zone: 'UTC', weekly: {}, holidays: [], overrides: {} }

/** The version whose `from` is the latest not after this instant. */
function inForce(rules: Hours, at: number) {
  const last = rules.findLast(({ from }) => from === null || from <= at)
  return (version: Hours[number]): boolean => version === last
}

function scene(zone: string, days: readonly number[]) {
  return fc
    .record({
      day: fc.constantFrom(...days),
      before: fc.integer({ min: -DAY_MS, max: DAY_MS }),
      length: fc.integer({ min: 0, max: 3 * DAY_MS }),
      share: fc.double({ min: 0, max: 1.2, noNaN: true }),
      pause: fc.tuple(fc.nat(2000), fc.nat(2000)),
      edited: fc.option(fc.integer({ min: -1440, max: 2880 })),
      now: calendar(zone, days),
      later: calendar(zone, days),
    })
    .map(({ day, before, length, share, pause: [wait, lasts], edited, now, later }) => {
      const from = day - before
      const paused = Math.floor(from / MINUTE_MS + wait) * MINUTE_MS
      const rules: Hours = [
        { from: null, calendar: now },
        ...(edited === null ? [] : [{ from: day + edited * MINUTE_MS, calendar: later }]),
      ]
      const pause = { from: paused, to: paused + lasts * MINUTE_MS, because: 'waiting' }
      return { rules, from, to: from + length, share, pause }
    })
}

function calendar(zone: string, days: readonly number[]): fc.Arbitrary<Calendar> {
  const time = fc.integer({ min: 0, max: 1439 }).map(hhmm)
  const interval = fc
    .tuple(time, fc.oneof(time, fc.constant('24:00')))
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => `${from}-${to}`)
  const day = fc.array(interval, { maxLength: 3 })
  const date = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -1, max: 3 }))
    .map(([of, after]) => new Date(of + after * DAY_MS).toISOString().slice(0, 10))
  return fc.record({
    alwaysOpen: fc.constant(false as const),
    zone: fc.constant(zone),
    weekly: fc.record({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
    holidays: fc.array(date, { maxLength: 2 }),
    overrides: fc.dictionary(date, day, { maxKeys: 2 }),
  })
}

/** The instant, to the minute, at which the clocks of a zone change on a day. */
function changeIn(zone: string, day: number): number {
  for (let minute = day; minute < day + DAY_MS; minute += MINUTE_MS) {
    if (offset(zone, minute) !== offset(zone, minute + MINUTE_MS)) return minute + MINUTE_MS
  }
  return day
}

function hours(lines: Partial<Extract<Calendar, { alwaysOpen: false }>>): Hours {
  const nothing = { alwaysOpen: false, zone: 'UTC', weekly: {}, holidays: [], overrides: {} } as const
  return [{ from: null, calendar: { ...nothing, ...lines } }]
}

function weekdays(interval: string) {
  return { mon: [interval], tue: [interval], wed: [interval], thu: [interval], fri: [interval] }
}

function hhmm(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function at(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString()
}
