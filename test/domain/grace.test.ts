import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graceStart, graceStartAtEarliest } from '../../src/domain/grace.ts'

const zones = fc.constantFrom('UTC', 'Europe/Stockholm', 'America/New_York', 'Asia/Tehran', 'Australia/Lord_Howe')
const graces = fc.constantFrom('PT0S', 'PT30M', 'P1D', 'P7D', 'P1M')
const hours = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })

it('the earliest that grace may begin is never after it begins, and little more than three days before, whatever the calendar does', () => {
  fc.assert(
    fc.property(zones, graces, hours, (zone, grace, now) => {
      const [earliest, start] = [graceStartAtEarliest({ grace, zone }, now), graceStart({ grace, zone }, now)]
      expect(earliest.getTime()).toBeLessThanOrEqual(start.getTime())
      expect(start.getTime() - earliest.getTime()).toBeLessThanOrEqual((3 * 24 + 6) * 3_600_000)
    }),
    {
      numRuns: 500,
      // Midnight in the middle of an hour of UTC: a month before the 31st is the 30th, and so it was all day before.
      examples: [['Australia/Lord_Howe', 'P1M', new Date('2027-07-30T13:30:00.000Z')]],
    },
  )
})
