import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

const HOUR = 3_600_000
const spam = { id: 'spam', stage: 'resolved', label: { en: 'Spam' }, counted: false } as const

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: (demo) => ({ ...demo, statuses: [...demo.statuses, spam] }) })
  // Wednesday.
  await clockStandsAt(desk, '2027-05-12T08:00:00Z')
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

async function put(asked: Asked, status: string): Promise<void> {
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Status' }, { option: status })
  await until(() => cardNow(desk, asked.card).includes(status), `that it is ${status}`)
}

async function reported(firstAnswers: RegExp): Promise<void> {
  await desk.slack.command(ADA, TRIAGE, '/ticket', 'report week')
  await whispered(desk, ADA, firstAnswers)
}

it('what Ada puts down as spam is in no figure and asks for no rating, until she takes it up after all', async () => {
  const asked = await ritaAsks(desk, 'the ducks in the pond')
  await clockMoves(desk, HOUR)
  await put(asked, 'Spam')
  await ritaHears(desk, asked, 'just write here and it opens again')
  await reported(/solved 0, still open 0[\s\S]*First answer:[^\n]*kept 0, broken 0, not counted 1/)
  await clockMoves(desk, HOUR)
  await desk.desk.runTimers()
  await desk.desk.idle()
  expect(ritaReads(desk, asked).join()).not.toContain('1 is the worst')

  await put(asked, 'Done')
  await agentsHear(desk, asked, 'Ada set the status to Done')
  await reported(/solved 1, still open 0[\s\S]*First answer:[^\n]*kept 1, broken 0/)
})
