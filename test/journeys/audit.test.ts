import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import type { World } from '../../src/acts/world.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { auditClocks } from '../../src/timers/audit-clocks.ts'
import { clockStandsAt } from '../support/clock.ts'
import { otherTimes } from '../support/demo.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { ritaAsks, ritaHears } from '../support/slack-asks.ts'

const HOUR = 3_600_000
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

/** As often as it runs in a week. */
async function aWeekOfAudits(): Promise<number> {
  const world: World = {
    desks: desk.desks,
    accountOf: () => undefined,
    ids: idsOf('unused'),
    log: logTo('silent', false),
  }
  const timing = { store: desk.desk.store, world, platforms: new Map() }
  let drifted = 0
  for (let hour = 0; hour < 7 * 24; hour++) drifted += await auditClocks(timing, new Date(hour * HOUR))
  return drifted
}

it('in a week every ticket is worked out again; a due time that is not what its history says is found and put right', async () => {
  await clockStandsAt(desk, '2027-03-01T09:00:00Z')
  const asked = await ritaAsks(desk, 'the mirror')
  await ritaAsks(desk, 'the carpet')
  expect(await aWeekOfAudits()).toBe(0)
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  await client.query(`update ticket set first_response_due_at = '2030-01-01' where key = $1`, [asked.key])
  await client.end()
  expect(await aWeekOfAudits()).toBe(1)
  expect(await aWeekOfAudits()).toBe(0)
  await replayedEqualsStored(desk)
})

it('another desk file: due times that were right by the one before are worked out again, and no drift', async () => {
  const asked = await ritaAsks(desk, 'the curtain')
  desk.slack.say(ADA, TRIAGE, { text: 'Which curtain?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Which curtain?')
  const solved = await ritaAsks(desk, 'the pillow')
  await desk.slack.press(ADA, TRIAGE, solved.card.ts, { label: 'Resolve' })
  await ritaHears(desk, solved, 'We think')
  await desk.desk.idle()
  await desk.restart(desk.desks.map(otherTimes))
  await desk.desk.runTimers()
  expect(await aWeekOfAudits()).toBe(0)
  await replayedEqualsStored(desk)
})
