import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { World } from '../../src/acts/world.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { slaReminders } from '../../src/timers/sla-reminders.ts'
import { clockStandsAt } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

it('a sweep that slept through the warning waits for the word of the breach, and does not turn on the spot', async () => {
  await clockStandsAt(desk, '2027-03-01T09:00:00Z')
  const asked = await ritaAsks(desk, 'the awning')
  const { desks } = desk
  const world: World = { desks, accountOf: () => undefined, ids: idsOf('unused'), log: logTo('silent', false) }
  // Due at 11:00 in Stockholm; the breach is told fifteen seconds later.
  const between = new Date('2027-03-02T10:00:05Z')
  const handled = await slaReminders({ store: desk.desk.store, world, platforms: new Map() }, between)
  expect(handled).toBeLessThan(3)
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  const { rows } = await client.query('select sla_at from ticket where key = $1', [asked.key])
  await client.end()
  expect(rows).toEqual([{ sla_at: expect.any(Date) }])
  expect(rows[0].sla_at.getTime()).toBeGreaterThan(between.getTime())
  await clockStandsAt(desk, '2027-03-02T10:00:20Z')
  await agentsHear(desk, asked, 'is late now')
  expect(await timesHappened(desk, asked.key, 'BreachWarned')).toBe(0)
  await replayedEqualsStored(desk)
})
