import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, LENA, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import { billingLike } from '../support/billing.ts'
import { demoDesks, startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  const [demo] = await demoDesks()
  if (!demo) throw new Error('no demo desk')
  // Of Lena and not of Ada, and only what bears >> goes out.
  const billing = billingLike(demo, { reply: 'explicit' }, { slack: [LENA], slackMembersOf: [] })
  desk = await startTestDesk({ desks: [demo, billing] })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

async function movesToBilling(asked: Asked): Promise<void> {
  await edits(desk, LENA, asked.card, { Desk: 'Billing desk' })
  await cardOf(desk, asked.key, TRIAGE_FINANCE)
}

it('Rita keeps the answer of Ada, who is no agent where the ticket has gone; an edit of it goes nowhere, and Ada is told', async () => {
  const asked = await ritaAsks(desk, 'gone to others')
  const ts = desk.slack.say(ADA, TRIAGE, { text: 'It is teh left one', thread: asked.card.ts })
  await ritaHears(desk, asked, 'teh left one')
  await movesToBilling(asked)
  desk.slack.edit(ADA, TRIAGE, ts, 'It is the left one')
  await whispered(desk, ADA, 'Only the people of Billing desk')
  await desk.desk.idle()
  expect(ritaReads(desk, asked).join()).toContain('teh left one')
  expect(await timesHappened(desk, asked.key, 'MessageEdited')).toBe(0)
  // Her own words she may still take back.
  desk.slack.edit(ADA, TRIAGE, ts, '// It is teh left one')
  await until(() => !ritaReads(desk, asked).join().includes('left one'), 'that it is gone for Rita')
})

it('what needed no >> where it was said needs none after the ticket has moved; what bore one is taken back without it', async () => {
  const asked = await ritaAsks(desk, 'gone to the strict')
  const ts = desk.slack.say(LENA, TRIAGE, { text: 'We pay it bakc', thread: asked.card.ts })
  await ritaHears(desk, asked, 'bakc')
  await movesToBilling(asked)
  desk.slack.edit(LENA, TRIAGE, ts, 'We pay it back')
  await ritaHears(desk, asked, 'We pay it back')
  const there = await cardOf(desk, asked.key, TRIAGE_FINANCE)
  const marked = desk.slack.say(LENA, TRIAGE_FINANCE, { text: '>> On Monday', thread: there.ts })
  await ritaHears(desk, asked, 'On Monday')
  desk.slack.edit(LENA, TRIAGE_FINANCE, marked, 'On Monday')
  await until(() => !ritaReads(desk, asked).join().includes('On Monday'), 'that it is gone for Rita')
  expect(await timesHappened(desk, asked.key, 'ReplyWithdrawn')).toBe(1)
})

it('what was said among agents where only >> goes out stays inside when it is mended where everything does', async () => {
  const asked = await ritaAsks(desk, 'there and back')
  await movesToBilling(asked)
  const there = await cardOf(desk, asked.key, TRIAGE_FINANCE)
  const ts = desk.slack.say(LENA, TRIAGE_FINANCE, { text: 'she asks teh same again', thread: there.ts })
  await until(async () => (await timesHappened(desk, asked.key, 'NoteAdded')) === 1, 'the note')
  await edits(desk, LENA, there, { Desk: 'Demo desk' })
  await until(async () => (await timesHappened(desk, asked.key, 'DeskMoved')) === 2, 'that it is back')
  desk.slack.edit(LENA, TRIAGE_FINANCE, ts, 'she asks the same again')
  await until(async () => (await timesHappened(desk, asked.key, 'MessageEdited')) === 1, 'the edit')
  expect(await timesHappened(desk, asked.key, 'NoteSent')).toBe(0)
  desk.slack.edit(LENA, TRIAGE_FINANCE, ts, '>> We look at it again')
  await ritaHears(desk, asked, 'We look at it again')
})
