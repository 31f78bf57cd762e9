import { describe, expect, it } from 'vitest'
import { hoursNow } from '../../src/acts/promises.ts'
import { dueAfter } from '../../src/domain/calendar.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { instantOf, localTime } from '../../src/domain/local-time.ts'
import { calendarOf, policyOf } from '../../src/domain/policy.ts'
import { shippedDesk } from '../support/demo.ts'

/** When a first answer to a ticket of this plan and priority is due, asked at an hour of the desk's zone; `–`: not promised. */
function firstDue(desk: Desk, plan: string, priority: string, date: string, time: string, category?: string): string {
  const policy = policyOf(desk)
  const found = policy.plans[plan]
  const calendar = calendarOf(policy, { plan, category: category ?? null })
  const target = found?.targets[priority]?.firstResponse
  const from = instantOf(date, time, desk.zone)
  if (!found || calendar === undefined || target === undefined || !from) return '–'
  const due = dueAfter(hoursNow(desk, calendar), from.getTime(), target, [])
  return due === undefined ? '–' : localTime(new Date(due), desk.zone)
}

async function desk(name: string): Promise<Desk> {
  const [found] = await shippedDesk(name)
  if (!found) throw new Error(name)
  return found
}

describe('kubit’s table (desks.md §5), asked on Monday the first of March 2027 at 14:00', async () => {
  const kubit = await desk('kubit')
  it.each([
    ['enterprise', '02 14:00', '02 02:00', '01 18:00', '01 15:00', '01 14:30'],
    ['advanced', '02 14:00', '02 02:00', '01 22:00', '01 16:00', '01 14:30'],
    ['medium', '03 14:00', '02 02:00', '01 22:00', '01 16:00', '–'],
    // Business hours: 16 and 8 of them.
    ['basic', '03 14:00', '02 14:00', '–', '–', '–'],
  ])('%s', (plan, ...dues) => {
    const priorities = ['low', 'normal', 'high', 'urgent', 'critical']
    const found = priorities.map((priority) => firstDue(kubit, plan, priority, '2027-03-01', '14:00'))
    expect(found).toEqual(dues.map((due) => (due === '–' ? due : `2027-03-${due}`)))
  })

  it.each(['enterprise', 'advanced', 'medium'])(
    '%s: technical support at all hours, the others in office hours',
    (plan) => {
      const due = (category: string) => firstDue(kubit, plan, 'normal', '2027-03-01', '14:00', category)
      expect(due('technical')).toBe('2027-03-02 02:00')
      // Twelve of them: three today, eight tomorrow, one on Wednesday.
      for (const other of ['activation', 'finance', 'sales']) expect(due(other)).toBe('2027-03-03 10:00')
    },
  )
})

describe('over a weekend, asked on a Friday at 16:30', () => {
  it.each([
    ['smarttalk', 'customer', ['critical', 'high', 'normal'], ['22 08:30', '22 11:30', '22 15:30']],
    ['smarttalk', 'partner', ['critical', 'high', 'normal'], ['19 17:00', '19 20:30', '20 00:30']],
    ['smartplayer', 'standard', ['high', 'normal'], ['22 09:30', '22 16:30']],
    ['saas-helpdesk', 'standard', ['urgent', 'normal'], ['22 09:30', '22 16:30']],
    ['mutelab', 'contract', ['critical', 'high', 'medium'], ['19 17:30', '22 11:30', '22 16:30']],
    // Friday is the weekend there, Saturday and Sunday are not.
    ['kubit', 'basic', ['normal', 'low'], ['20 17:00', '21 17:00']],
  ])('%s, %s', async (name, plan, priorities, dues) => {
    const found = await desk(name)
    const offered = found.priorities.map(({ id }) => id)
    expect(offered.filter((id) => policyOf(found).plans[plan]?.targets[id])).toEqual(priorities)
    expect(priorities.map((priority) => firstDue(found, plan, priority, '2027-03-19', '16:30'))).toEqual(
      dues.map((due) => `2027-03-${due}`),
    )
  })
})

it.each([
  // Russia is off until the eighth, a Friday.
  ['smartplayer', 'standard', 'high', '2026-12-30', '17:30', '2027-01-11 10:30'],
  ['mutelab', 'contract', 'critical', '2026-12-30', '17:30', '2027-01-11 09:30'],
  // Romania on the sixth and the seventh.
  ['saas-helpdesk', 'standard', 'urgent', '2027-01-05', '17:30', '2027-01-08 09:30'],
])('%s, %s: over the holidays of January', async (name, plan, priority, date, time, due) => {
  expect(firstDue(await desk(name), plan, priority, date, time)).toBe(due)
})
