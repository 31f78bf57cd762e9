import { describe, expect, it } from 'vitest'
import type { Hours } from '../../src/domain/calendar.ts'
import { mayCall, quietFrom } from '../../src/domain/quiet.ts'

const zone = 'Europe/Stockholm'
const office: Hours = [
  {
    from: null,
    calendar: { alwaysOpen: false, zone, weekly: { mon: ['09:00-17:00'] }, holidays: [], overrides: {} },
  },
]
const always: Hours = [{ from: null, calendar: { alwaysOpen: true } }]
/** Monday 2027-02-01, in Stockholm. */
const monday = (hour: string): Date => new Date(`2027-02-01T${hour}:00+01:00`)

describe('quiet hours as people write them', () => {
  it.each([
    ['22-7', 22 * 60, 7 * 60],
    ['22:30 - 06:15', 22 * 60 + 30, 6 * 60 + 15],
    ['8–18', 8 * 60, 18 * 60],
  ])('%s begins and ends at these minutes of the day', (words, fromMinute, toMinute) => {
    expect(quietFrom(words, zone)).toEqual({ fromMinute, toMinute, zone })
  })

  it.each(['', 'at night', '25-7', '8-8', '22', '-'])('«%s» is none', (words) => {
    expect(quietFrom(words, zone)).toBeUndefined()
  })
})

describe('who may be called now', () => {
  const night = quietFrom('22-7', zone)

  it('who has set hours is called outside them, whatever the desk’s hours', () => {
    expect(mayCall(monday('21:59'), night, office)).toBe(true)
    expect(mayCall(monday('22:00'), night, office)).toBe(false)
    expect(mayCall(monday('06:59'), night, office)).toBe(false)
    expect(mayCall(monday('07:00'), night, office)).toBe(true)
  })

  it('who has set none is called while the plan’s calendar is open', () => {
    expect(mayCall(monday('08:59'), undefined, office)).toBe(false)
    expect(mayCall(monday('09:00'), undefined, office)).toBe(true)
    expect(mayCall(monday('17:00'), undefined, office)).toBe(false)
  })

  it('on a plan that never closes everybody is called at any hour', () => {
    expect(mayCall(monday('03:00'), night, always)).toBe(true)
    expect(mayCall(monday('03:00'), undefined, always)).toBe(true)
  })
})
