import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, RANDOM, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, shownIn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  // The first word in #random is refused there and goes to Kim's own chat instead.
  await replayedEqualsStored(desk, ({ chat, fault }) => chat === RANDOM && fault === 'not_in_channel')
  await desk.stop()
})

/** "Create a ticket" in the message's menu, and the form sent as it is. Resolves with the ticket's card. */
async function raise(user: string, channel: string, ts: string, subject: string): Promise<SlackMessage> {
  const { slack } = desk
  await slack.shortcut(user, channel, ts, 'ticket_from_message')
  const view = await until(() => slack.view(user), 'the form')
  expect(slack.textOf({ blocks: view.blocks })).toContain(subject)
  expect(await slack.submitView(user)).toEqual({ ok: true, status: 200 })
  return cardOf(desk, subject)
}

/** The first thing in a ticket's thread: where it began, as a link. */
async function linkIn(card: SlackMessage): Promise<string> {
  const line = await until(() => seen(desk.slack, TRIAGE, 'A ticket was made from', card.ts), 'the link back')
  return JSON.stringify(line.blocks)
}

it('Rita’s own message becomes a ticket whose thread hangs below that message', async () => {
  const { slack } = desk
  const ts = slack.say(RITA, HELP, 'The *coffee* machine leaks\nand the floor is wet')
  const card = await raise(RITA, HELP, ts, 'The coffee machine leaks')
  const root = await until(() => seen(slack, HELP, keyOn(desk, card), ts), 'the key below her message')
  expect(root.thread_ts).toBe(ts)
  const first = await until(() => seen(slack, TRIAGE, 'and the floor is wet', card.ts), 'her words for the agents')
  expect(JSON.stringify(first.blocks)).toContain('{"type":"text","text":"coffee","style":{"bold":true}}')
  expect(await linkIn(card)).toContain(slack.permalink(HELP, ts))
  // Nothing was said twice in her thread.
  expect(shownIn(slack, HELP, ts).filter((text) => text.includes('floor is wet'))).toHaveLength(1)

  slack.say(ADA, TRIAGE, { text: 'Pull the plug first', thread: card.ts })
  await until(() => seen(slack, HELP, 'Pull the plug first', ts), 'the answer below her message')
  slack.say(RITA, HELP, { text: 'Pulled', thread: ts })
  await until(() => seen(slack, TRIAGE, 'Pulled', card.ts), 'her word')
  slack.edit(RITA, HELP, ts, 'The coffee machine leaks a lot')
  await until(() => seen(slack, TRIAGE, 'leaks a lot', card.ts), 'the edit of the first message')
  // Slack keeps the place of a message with replies; the agents' copy goes all the same.
  slack.remove(RITA, HELP, ts)
  await until(() => seen(slack, TRIAGE, 'leaks a lot', card.ts)?.deleted, 'that it is gone')
})

it('Rita raises Kim’s message: it is her ticket, with his words under his name', async () => {
  const { slack } = desk
  const ts = slack.say(KIM, HELP, 'Somebody took my bike')
  const card = await raise(RITA, HELP, ts, 'Somebody took my bike')
  expect(slack.textOf(card)).toMatch(/Requester\s+Rita/)
  const first = await until(() => seen(slack, TRIAGE, /Kim\s+Somebody took my bike/, card.ts), 'Kim’s words')
  expect(slack.textOf(first)).not.toContain('Rita')
  slack.say(RITA, HELP, { text: 'It was red', thread: ts })
  await until(() => seen(slack, TRIAGE, /Rita\s+It was red/, card.ts), 'Rita’s word')
  slack.say(KIM, HELP, { text: 'With a bell', thread: ts })
  // The thread is everybody's in the channel: who works here is heard in it.
  await until(() => seen(slack, TRIAGE, /Kim\s+With a bell/, card.ts), 'Kim’s word, for the agents')
  expect(seen(slack, TRIAGE, 'Note by Kim', card.ts)).toBeUndefined()
})

it('Ada, an agent, raises Kim’s message: Kim is the one who asks, and hears the answer', async () => {
  const { slack } = desk
  const ts = slack.say(KIM, HELP, 'The heating is cold')
  const card = await raise(ADA, HELP, ts, 'The heating is cold')
  expect(slack.textOf(card)).toMatch(/Requester\s+Kim/)
  slack.say(KIM, HELP, { text: 'Still cold', thread: ts })
  await until(() => seen(slack, TRIAGE, /Kim\s+Still cold/, card.ts), 'Kim’s word')
  expect(seen(slack, TRIAGE, 'Note by Kim', card.ts)).toBeUndefined()
})

it('a message of three days ago shows the agents when it was written; one of just now needs no hour', async () => {
  const { slack } = desk
  const ts = slack.say(KIM, HELP, 'The gate is locked')
  const fresh = await raise(ADA, HELP, slack.say(KIM, HELP, 'The fence is open'), 'The fence is open')
  const now = await until(() => seen(slack, TRIAGE, /Kim\s+The fence is open/, fresh.ts), 'Kim’s words')
  expect(slack.textOf(now)).not.toContain('earlier')
  await clockMoves(desk, 3 * 24 * 3_600_000)
  const card = await raise(ADA, HELP, ts, 'The gate is locked')
  await until(() => seen(slack, TRIAGE, /Kim · earlier, .*\d\d:\d\d[\s\S]*The gate is locked/, card.ts), 'the hour')
  slack.edit(KIM, HELP, ts, 'The gate is shut')
  await until(() => seen(slack, TRIAGE, /Kim · earlier, [\s\S]*The gate is shut/, card.ts), 'the hour, still')
})

it('Rita corrects her message while Ada fills in the form: her ticket says what it says now', async () => {
  const { slack } = desk
  const ts = slack.say(RITA, HELP, 'The printer upstairs is on fire')
  await slack.shortcut(ADA, HELP, ts, 'ticket_from_message')
  await until(() => slack.view(ADA), 'the form')
  slack.edit(RITA, HELP, ts, 'The printer downstairs is on fire')
  await desk.playground.slack.idle()
  await desk.desk.idle()
  expect(await slack.submitView(ADA)).toEqual({ ok: true, status: 200 })
  const card = await cardOf(desk, 'is on fire')
  await until(() => seen(slack, TRIAGE, /Rita\s+The printer downstairs is on fire/, card.ts), 'her words')
  expect(seen(slack, TRIAGE, /Rita\s+The printer upstairs/, card.ts)).toBeUndefined()
})

it('a message in #random, where the desk cannot write: Kim is told so, and it goes on in his own chat', async () => {
  const { slack } = desk
  const ts = slack.say(KIM, RANDOM, 'The plants are dying')
  const card = await raise(KIM, RANDOM, ts, 'The plants are dying')
  const root = await until(() => seen(slack, slack.dm(KIM), keyOn(desk, card)), 'the thread in his chat')
  expect(slack.textOf(root)).toContain('We cannot write where you asked')
  await until(() => seen(slack, TRIAGE, 'We cannot write where Kim asked', card.ts), 'that the agents know')
  expect(await linkIn(card)).toContain(slack.permalink(RANDOM, ts))
  expect(shownIn(slack, RANDOM, ts)).toHaveLength(1)

  slack.say(ADA, TRIAGE, { text: 'Who waters them?', thread: card.ts })
  await until(() => seen(slack, slack.dm(KIM), 'Who waters them?', root.ts), 'the answer in his chat')
  slack.say(KIM, slack.dm(KIM), { text: 'Nobody', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'Nobody', card.ts), 'his word')
})

it('a bot’s message makes a ticket of the agent who raises it, and of nobody else', async () => {
  const { slack } = desk
  slack.addUser({ id: 'U0ALARM', name: 'alarm', is_bot: true })
  slack.join('U0ALARM', HELP)
  const ts = slack.say('U0ALARM', HELP, 'Disk 3 is full')
  const card = await raise(ADA, HELP, ts, 'Disk 3 is full')
  expect(slack.textOf(card)).toMatch(/Requester\s+Ada/)
  await until(() => seen(slack, TRIAGE, 'Disk 3 is full', card.ts), 'the words')
  const told = seen(slack, HELP, keyOn(desk, card), ts)
  expect(told?.thread_ts ?? ts).toBe(ts)
})
