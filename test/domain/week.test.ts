import { expect, it } from 'vitest'
import { weekOf } from '../../src/domain/week.ts'

it('a week goes from Monday to Monday by the desk’s clock, an hour longer where winter time begins', () => {
  // Monday, half past midnight in Stockholm; in UTC it is Sunday.
  const { monday, from, to, due } = weekOf(new Date('2027-11-07T23:30:00Z'), 'Europe/Stockholm')
  expect(monday).toBe('2027-11-08')
  expect([from, to, due].map((at) => at.toISOString())).toEqual([
    '2027-10-31T23:00:00.000Z',
    '2027-11-07T23:00:00.000Z',
    '2027-11-08T08:00:00.000Z',
  ])
  const winter = weekOf(new Date('2027-11-03T12:00:00Z'), 'Europe/Stockholm')
  expect(winter.to.getTime() - winter.from.getTime()).toBe((7 * 24 + 1) * 3_600_000)
})
