import { afterAll, beforeAll, it } from 'vitest'
import { ADA, BOT_USER, HELP, RITA, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { cardNow, inThread } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { allHeardAndSent } from '../support/settled.ts'
import { agentsHear, ritaAsks, ritaHears } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.stop())

it('moved to a channel the desk is not in, a ticket goes on where it was, and its agents are told', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'a bill nobody sees')
  slack.leave(BOT_USER, TRIAGE_FINANCE)
  await edits(desk, ADA, asked.card, { Category: 'Finance' })
  await agentsHear(desk, asked, 'Invite the bot again')
  slack.say(RITA, HELP, { text: 'Are you there?', thread: asked.root.ts })
  await agentsHear(desk, asked, 'Are you there?')
  slack.say(ADA, TRIAGE, { text: 'We are', thread: asked.card.ts })
  await ritaHears(desk, asked, 'We are')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Take' })
  await until(() => /Assignee\s+Ada/.test(cardNow(desk, asked.card)), 'who has it')
  // The card for the other channel, and what would have said that the ticket went there.
  await replayedEqualsStored(desk, ({ fault }) => fault === 'channel_not_found' || fault === 'follows-a-failed-one')
})

it('a ticket opened while the desk is not in its agents’ channel is there once it is invited again', async () => {
  const { slack } = desk
  slack.leave(BOT_USER, TRIAGE)
  await slack.command(RITA, HELP, '/ticket', 'the lift is stuck')
  const root = await until(() => seen(slack, HELP, 'the lift is stuck'), 'Rita’s thread')
  slack.say(RITA, HELP, { text: 'On the fourth floor', thread: root.ts })
  await allHeardAndSent(desk)
  slack.join(BOT_USER, TRIAGE)
  await clockMoves(desk, 60_000)
  await desk.desk.runTimers()
  const card = await cardOf(desk, 'the lift is stuck')
  await inThread(desk, card, 'On the fourth floor')
  slack.say(ADA, TRIAGE, { text: 'We are on our way', thread: card.ts })
  await until(() => seen(slack, HELP, 'We are on our way', root.ts), 'the answer')
})
