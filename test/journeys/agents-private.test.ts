import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, LENA, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { clockStandsAt } from '../support/clock.ts'
import { cardNow, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { FORUM, TG_BO, whisperedTo } from '../support/forum.ts'
import { seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears } from '../support/slack-asks.ts'

let desk: TestDesk
/** How far the desk's real time is ahead of the machine's. */
let laterMs = 0

beforeAll(async () => {
  desk = await startTestDesk({ desk: withLead, realNow: () => new Date(Date.now() + laterMs) })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** Lena leads, and Bo does on Telegram: their role may everything. Agents have a group there, too. */
function withLead(demo: Desk): Desk {
  const who = { slack: [LENA], telegram: [String(TG_BO)] }
  const roles = demo.roles.map((role) => (role.id === 'lead' ? { ...role, who: { ...role.who, ...who } } : role))
  return { ...demo, roles, channels: { ...demo.channels, telegram: { triage: [String(FORUM)] } } }
}

/** What the triage thread shows that is not deleted, card left out. */
function leftIn({ card }: Asked): string[] {
  return desk.slack
    .messages(TRIAGE, { thread: card.ts })
    .filter(({ ts, deleted }) => ts !== card.ts && !deleted)
    .map((message) => desk.slack.textOf(message))
}

/** Something is to be tried again when so many seconds have passed. */
async function waitsFor({ database }: TestDesk, seconds: number): Promise<boolean> {
  const waiting = await database.query('select 1 from delivery where fault = $1', [`wait-${seconds}s`])
  return waiting.rowCount !== 0
}

const ownCard = (agent: string, key: string): Promise<SlackMessage> =>
  until(() => seen(desk.slack, desk.slack.dm(agent), key), `the card in ${agent}’s own chat`)

it('a ticket made private leaves the channel: its words go on in the chats of those it is shared with', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'my salary is wrong')
  slack.say(RITA, HELP, { text: 'It is 1234 too low', thread: asked.root.ts })
  await agentsHear(desk, asked, 'It is 1234 too low')
  await edits(desk, ADA, asked.card, { 'Private to': ['Bo'] })

  const [adas, bos] = [await ownCard(ADA, asked.key), await ownCard(BO, asked.key)]
  expect(slack.textOf(bos)).toMatch(/Private to\s+🔒/)
  await until(() => seen(slack, slack.dm(BO), 'It is 1234 too low', bos.ts), 'the words, said again to Bo')
  await until(() => cardNow(desk, asked.card).startsWith(`${asked.key} 🔒`), 'the card in the channel')
  for (const secret of ['salary', 'Rita', 'Take']) expect(cardNow(desk, asked.card)).not.toContain(secret)
  await until(() => !leftIn(asked).join().includes('1234'), 'that the channel’s copies are taken back')
  expect(leftIn(asked).join()).toMatch(/This ticket is private from now on/)

  slack.say(RITA, HELP, { text: 'Please keep it quiet', thread: asked.root.ts })
  await until(() => seen(slack, slack.dm(ADA), 'Please keep it quiet', adas.ts), 'her word for Ada')
  await until(() => seen(slack, slack.dm(BO), 'Please keep it quiet', bos.ts), 'her word for Bo')
  slack.say(BO, slack.dm(BO), { text: 'We look at it', thread: bos.ts })
  await ritaHears(desk, asked, /Bo\s+We look at it/)
  await until(() => seen(slack, slack.dm(ADA), 'We look at it', adas.ts), 'Bo’s answer for Ada')
  expect(shownIn(slack, TRIAGE, asked.card.ts).join()).not.toMatch(/keep it quiet|look at it/)

  // Who writes in the channel all the same is told where it goes on, and it goes nowhere.
  slack.say(ADA, TRIAGE, { text: 'Is it about money?', thread: asked.card.ts })
  await until(() => whispers(desk, ADA).some((text) => text.includes('kept as a note and not sent')), 'the hint')
  expect(shownIn(slack, HELP, asked.root.ts).join()).not.toContain('Is it about money?')

  // Shared with all again: the channel has it back, with what was said meanwhile.
  await edits(desk, BO, bos, { 'Private to': [] })
  await agentsHear(desk, asked, 'Bo shared this ticket with all agents again.')
  await agentsHear(desk, asked, 'Please keep it quiet')
  await until(() => cardNow(desk, asked.card).includes('my salary is wrong'), 'the card as it was')
  await until(() => cardNow(desk, adas).includes('shared with all agents again'), 'that Ada’s own card says so')
})

it('words that still waited for the channel when it was made private are never said there', async () => {
  const { slack, playground } = desk
  const asked = await ritaAsks(desk, 'another salary')
  await desk.desk.idle()
  playground.slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: 'too-many', retryAfterSeconds: 60 })
  slack.say(RITA, HELP, { text: 'It is 4321 too high', thread: asked.root.ts })
  await until(() => waitsFor(desk, 60), 'that the channel wants quiet')
  await edits(desk, ADA, asked.card, { 'Private to': ['Bo'] })
  await desk.desk.idle()
  laterMs += 61_000

  const bos = await ownCard(BO, asked.key)
  await until(() => seen(slack, slack.dm(BO), 'It is 4321 too high', bos.ts), 'the words, said to Bo')
  await until(() => cardNow(desk, asked.card).startsWith(`${asked.key} 🔒`), 'the card in the channel')
  await until(() => leftIn(asked).join().includes('This ticket is private from now on'), 'that the channel is told')
  const everSaid = slack.messages(TRIAGE, { thread: asked.card.ts }).map((message) => slack.textOf(message))
  expect(everSaid.join()).not.toContain('4321')
})

it('an outsider reads nothing and does nothing; the lead may enter, and leaves somebody out', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'about a colleague')
  await edits(desk, ADA, asked.card, { 'Private to': ['Ada'] })
  await ownCard(ADA, asked.key)
  await until(() => cardNow(desk, asked.card).startsWith(`${asked.key} 🔒`), 'the card in the channel')
  await slack.press(BO, TRIAGE, asked.card.ts, { label: 'Edit…' })
  await until(() => whispers(desk, BO).some((text) => text.includes(`${asked.key} is private`)), 'the refusal')
  expect(slack.view(BO)).toBeUndefined()
  for (const words of [asked.key, `history ${asked.key}`, `close ${asked.key}`]) {
    const before = whispers(desk, BO).length
    await slack.command(BO, TRIAGE, '/ticket', words)
    await until(() => whispers(desk, BO).length > before, `an answer to ${words}`)
    expect(whispers(desk, BO).at(-1)).toContain(`${asked.key} is private`)
  }
  await slack.command(LENA, TRIAGE, '/ticket', `history ${asked.key}`)
  await until(() => whispers(desk, LENA).some((text) => text.includes('Ada made it private to Ada')), 'the history')
  await edits(desk, LENA, asked.card, { 'Private to': ['Bo'] })
  const bos = await ownCard(BO, asked.key)
  expect(cardNow(desk, bos)).toContain('about a colleague')
  const adas = await until(
    () => seen(slack, slack.dm(ADA), `${asked.key}\nThis ticket is no longer shared with you.`),
    'that it is not Ada’s any more',
  )
  await until(() => threadOf(desk, adas).length === 0, 'that what she had is taken back')

  // In a group of agents a word for one may be read by all: nothing of it is told there, whoever asks.
  const inGroup = (text: string) => desk.telegram.write(TG_BO, { text, chat: FORUM })
  for (const words of [`/status ${asked.key}`, `/why ${asked.key}`, `/tag ${asked.key} pay`]) {
    inGroup(words)
    await whisperedTo(desk, TG_BO, `${asked.key} is private, and this group is everybody’s`)
  }
  inGroup('/find colleague')
  await whisperedTo(desk, TG_BO, 'Nothing of what you can see')
  desk.telegram.start(TG_BO)
  desk.telegram.write(TG_BO, '/find colleague')
  await told(desk, TG_BO, `${asked.key} · about a colleague`)
})

it('a word after the end of a private ticket is private, too: the channel learns its key and nothing else', async () => {
  const { slack } = desk
  await clockStandsAt(desk, '2027-07-05T08:00:00Z')
  const asked = await ritaAsks(desk, 'about my illness')
  await edits(desk, ADA, asked.card, { 'Private to': ['Bo'] })
  const bos = await ownCard(BO, asked.key)
  await slack.press(BO, slack.dm(BO), bos.ts, { label: 'Resolve' })
  await until(() => /Status\s+Done/.test(cardNow(desk, bos)), 'that it is done')
  await clockStandsAt(desk, '2027-07-20T08:00:00Z')
  await until(() => /Status\s+Closed/.test(cardNow(desk, bos)), 'that it is closed')
  slack.say(RITA, HELP, { text: 'I am ill again\nwith a canary', thread: asked.root.ts })

  const heard = await ritaHears(desk, asked, `${asked.key} is closed for good`)
  const key = /it, (DEMO-\d+)/.exec(heard)?.[1] ?? ''
  for (const agent of [ADA, BO]) {
    const card = await ownCard(agent, `${key} · I am ill again`)
    expect(cardNow(desk, card)).toMatch(/Private to\s+🔒 Ada, Bo/)
    await until(() => seen(slack, slack.dm(agent), 'with a canary', card.ts), `her words for ${agent}`)
  }
  const inChannel = await until(() => seen(slack, TRIAGE, key), 'the card in the channel')
  expect(slack.textOf(inChannel)).toBe(`${key} 🔒\nEdit…`)
  slack.say(BO, slack.dm(BO), { text: 'Get well', thread: (await ownCard(BO, `${key} · I am`)).ts })
  await ritaHears(desk, asked, 'Get well')
  expect(threadOf(desk, inChannel)).toEqual([])
  expect(JSON.stringify(slack.messages(TRIAGE))).not.toMatch(/ill again|canary/)
})

it('whatever else is changed of a ticket that is private to somebody who is no agent any more, it stays private to them', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'about my boss')
  const ticket = () => desk.desk.store.transaction((unit) => unit.tickets.byKey(asked.key))
  await edits(desk, BO, asked.card, { 'Private to': ['Bo'] })
  await until(() => cardNow(desk, asked.card).startsWith(`${asked.key} 🔒`), 'the card in the channel')
  const bo = (await ticket())?.privateTo
  expect(bo).toHaveLength(1)

  slack.leave(BO, TRIAGE)
  laterMs += 61_000
  await edits(desk, LENA, asked.card, { Tags: 'pay' })
  await until(async () => (await ticket())?.tags.includes('pay'), 'the tag')
  expect((await ticket())?.privateTo).toEqual(bo)

  // Who is inside may be left there as somebody is let in.
  await edits(desk, LENA, asked.card, { 'Private to': ['Ada', 'Bo'] })
  await until(async () => (await ticket())?.privateTo?.length === 3, 'that Ada and Lena are inside, too')
  expect((await ticket())?.privateTo).toEqual(expect.arrayContaining([...(bo ?? [])]))
})

it('a private ticket whose only agent is gone says so in the channel, by its key alone', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'who reads my letter')
  await edits(desk, ADA, asked.card, { 'Private to': ['Ada'] })
  const adas = await ownCard(ADA, asked.key)
  await slack.press(ADA, slack.dm(ADA), adas.ts, { label: 'Take' })
  await until(() => /Assignee\s+Ada/.test(cardNow(desk, adas)), 'that Ada has it')
  slack.deactivate(ADA)
  await until(() => leftIn(asked).join().includes('Ada does not work here any more'), 'that the others are told')
  expect(leftIn(asked).join()).not.toContain('letter')
})
