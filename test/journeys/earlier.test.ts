import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, BOT_USER, HELP, KIM, LENA, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, keyOn, seen, shownIn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { whispered } from '../support/slack-asks.ts'

const BRING = { label: 'Bring the earlier messages' }
const SECRET_ROOM = 'C0ROOM'
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
  desk.slack.addChannel({ id: SECRET_ROOM, name: 'room', private: true, members: [BOT_USER, RITA, KIM, BO] })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** A talk in a thread, and the emoji on its last message. Resolves with the agents' card and what offers the rest. */
async function raisedMidThread(channel: string, words: string, before: readonly [string, string][]) {
  const { slack } = desk
  const [[first, start] = [RITA, ''], ...others] = before
  const root = slack.say(first, channel, start)
  for (const [who, text] of others) slack.say(who, channel, { text, thread: root })
  const ts = slack.say(RITA, channel, { text: words, thread: root })
  // What is said while the ticket is made may reach us after it, and comes along as any word of a thread.
  await desk.playground.slack.idle()
  await desk.desk.idle()
  slack.react(RITA, channel, ts, 'ticket')
  const card = await cardOf(desk, words)
  const hers = await until(() => seen(slack, channel, keyOn(desk, card), root), 'the key in her thread')
  const theirs = await until(() => seen(slack, TRIAGE, 'in the middle of a thread', card.ts), 'the agents’ offer')
  return { root, ts, card, hers, theirs }
}

/** What the agents read below a card. */
const below = (card: SlackMessage): string[] => shownIn(desk.slack, TRIAGE, card.ts)

it('Rita brings what was said before: agents read it with names and hours, once, and no clock hears it', async () => {
  const { slack } = desk
  const { root, card, hers } = await raisedMidThread(HELP, 'So now it is broken', [
    [RITA, 'Does the *scanner* work for you?'],
    [KIM, 'Not since noon <!channel>'],
  ])
  slack.say(KIM, HELP, { text: 'After the ticket', thread: root })
  await until(() => seen(slack, TRIAGE, 'After the ticket', card.ts), 'a word of Kim’s since')
  const turnBefore = slack.textOf(slack.message(TRIAGE, card.ts) ?? card)
  await slack.press(RITA, HELP, hers.ts, BRING)
  const scanner = await until(() => seen(slack, TRIAGE, 'Does the scanner work', card.ts), 'her first words')
  expect(slack.textOf(scanner)).toMatch(/Rita · earlier, \d\d? \w+ \d{4}, \d\d:\d\d \(.+\)/)
  expect(JSON.stringify(scanner.blocks)).toContain('{"type":"text","text":"scanner","style":{"bold":true}}')
  const noon = await until(() => seen(slack, TRIAGE, 'Not since noon', card.ts), 'his')
  expect(slack.textOf(noon)).toContain('Kim · earlier')
  expect(noon.pinged).toEqual([])
  await until(() => seen(slack, TRIAGE, 'Rita brought 2 earlier messages', card.ts), 'who brought them')
  await whispered(desk, RITA, '2 earlier messages of this thread were brought along')
  // No new words: whose turn it is, and what is due when, is as it was.
  expect(slack.textOf(slack.message(TRIAGE, card.ts) ?? card)).toBe(turnBefore)

  await slack.press(RITA, HELP, hers.ts, BRING)
  await whispered(desk, RITA, 'There is nothing more to bring')
  expect(below(card).filter((text) => text.includes('Not since noon'))).toHaveLength(1)
  expect(below(card).filter((text) => text.includes('this is ticket'))).toEqual([])
  expect(shownIn(slack, HELP, root).filter((text) => text.includes('earlier,'))).toEqual([])

  slack.edit(KIM, HELP, slack.messages(HELP, { thread: root })[1]?.ts ?? '', 'Not since eleven')
  await until(() => seen(slack, TRIAGE, 'Not since eleven', card.ts), 'an edit follows, as of any message')
  // Said before anything was solved, it doubts nothing.
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await until(() => seen(slack, HELP, 'We think', root), 'that it is solved')
  slack.edit(RITA, HELP, root, 'Does your scanner work?')
  await until(() => seen(slack, TRIAGE, 'Does your scanner', card.ts), 'her edit')
  expect(await timesHappened(desk, keyOn(desk, card), 'TicketReopened')).toBe(0)
})

it('an agent brings it along, too; of a long thread the newest 50', async () => {
  const { slack } = desk
  const many = Array.from({ length: 53 }, (_, index): [string, string] => [KIM, `line ${index + 1}.`])
  const { root, card, theirs, ts } = await raisedMidThread(HELP, 'Enough of this', [[KIM, 'The start'], ...many])
  await slack.press(ADA, TRIAGE, theirs.ts, BRING)
  await until(() => seen(slack, TRIAGE, 'Ada brought 50 earlier messages', card.ts), 'who brought them')
  await until(() => seen(slack, TRIAGE, 'line 53.', card.ts), 'the last of them')
  expect(below(card).some((text) => text.includes('line 4.'))).toBe(true)
  expect(below(card).some((text) => text.includes('line 3.') || text.includes('The start'))).toBe(false)
  expect(slack.message(HELP, ts)?.thread_ts).toBe(root)
})

it('the form does the same, and files come along; the first message of a thread has nothing before it', async () => {
  const { slack } = desk
  const files = [{ name: 'plan.png', bytes: Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), mimetype: 'image/png' }]
  const root = slack.say(KIM, HELP, { text: 'The plan', files })
  const ts = slack.say(RITA, HELP, { text: 'This plan is wrong', thread: root })
  await slack.shortcut(RITA, HELP, ts, 'ticket_from_message')
  await until(() => slack.view(RITA), 'the form')
  await slack.submitView(RITA)
  const card = await cardOf(desk, 'This plan is wrong')
  const hers = await until(() => seen(slack, HELP, keyOn(desk, card), root), 'the key')
  await slack.press(RITA, HELP, hers.ts, BRING)
  const copy = await until(() => seen(slack, TRIAGE, 'Kim · earlier', card.ts), 'his file')
  expect(slack.textOf(copy)).toContain('plan.png')

  const alone = slack.say(RITA, HELP, 'Nothing came before this')
  slack.say(KIM, HELP, { text: 'but after', thread: alone })
  slack.react(RITA, HELP, alone, 'ticket')
  const other = await cardOf(desk, 'Nothing came before this')
  await until(() => seen(slack, TRIAGE, 'A ticket was made from', other.ts), 'where it began')
  expect(below(other).some((text) => text.includes('middle of a thread'))).toBe(false)
})

it('who is blocked brings nothing more; an agent still does', async () => {
  const { slack } = desk
  const { card, hers, theirs } = await raisedMidThread(HELP, 'And now this', [[KIM, 'It was well until noon']])
  await edits(desk, ADA, card, { 'Block the requester?': 'Yes' })
  await until(() => seen(slack, TRIAGE, 'Ada blocked Rita', card.ts), 'the block')
  await slack.press(RITA, HELP, hers.ts, BRING)
  await whispered(desk, RITA, 'does not take messages from you any more')
  expect(below(card).some((text) => text.includes('until noon'))).toBe(false)
  await slack.press(ADA, TRIAGE, theirs.ts, BRING)
  await until(() => seen(slack, TRIAGE, 'until noon', card.ts), 'what Ada brought')
  await edits(desk, ADA, card, { 'Block the requester?': 'No' })
  await until(() => seen(slack, TRIAGE, 'Ada unblocked Rita', card.ts), 'the end of the block')
})

it('of a private channel only its members bring anything; strangers to the ticket nothing at all', async () => {
  const { slack } = desk
  const { card, theirs, hers } = await raisedMidThread(SECRET_ROOM, 'Now it is serious', [[KIM, 'Between us']])
  await slack.press(LENA, TRIAGE, theirs.ts, BRING)
  await whispered(desk, LENA, 'Only somebody who can read that thread')
  await slack.press(KIM, SECRET_ROOM, hers.ts, BRING)
  await whispered(desk, KIM, 'Only the people of this desk can do this')
  expect(below(card).some((text) => text.includes('Between us'))).toBe(false)
  await slack.press(BO, TRIAGE, theirs.ts, BRING)
  await until(() => seen(slack, TRIAGE, 'Between us', card.ts), 'what Bo may read himself')
})

it('where Slack does not let us in, or not now, it says so in words, and a later press brings everything', async () => {
  const { slack, playground } = desk
  const { card, hers } = await raisedMidThread(SECRET_ROOM, 'And this is worse', [[KIM, 'Said before']])
  playground.slack.faults.arm({ on: 'call', method: 'conversations.replies', does: 'too-many', retryAfterSeconds: 30 })
  await slack.press(RITA, SECRET_ROOM, hers.ts, BRING)
  await whispered(desk, RITA, 'cannot be read right now. Nothing is lost')
  slack.leave(BOT_USER, SECRET_ROOM)
  await slack.press(RITA, SECRET_ROOM, hers.ts, BRING)
  await whispered(desk, RITA, 'I cannot read that thread')
  expect(below(card).some((text) => text.includes('Said before'))).toBe(false)
  slack.join(BOT_USER, SECRET_ROOM)
  await slack.press(RITA, SECRET_ROOM, hers.ts, BRING)
  await until(() => seen(slack, TRIAGE, 'Said before', card.ts), 'everything')
})
