import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, RITA, SAM, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaHears } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

const onSlack = (channel: string, ts: string) =>
  (desk.slack.message(channel, ts)?.reactions ?? [])
    .map(({ name }) => name)
    .filter((name) => name !== 'white_check_mark')
const slackShows = (channel: string, ts: string, ...names: string[]) =>
  until(() => onSlack(channel, ts).join() === names.join(), `${names.join()} on ${ts}`)
const onTelegram = (customer: number, id: number) =>
  desk.telegram
    .messages(customer)
    .find((one) => one.id === id)
    ?.reactions.find(({ from }) => from === 'bot')?.emoji
const telegramShows = (customer: number, id: number, emoji: string | undefined) =>
  until(() => onTelegram(customer, id) === emoji, `${emoji} on ${id}`)

async function waitingFor(customer: number): Promise<number> {
  const waiting = await desk.database.query(
    `select id from delivery where chat = $1 and act = 'post' and state = 'pending' and fault is not null`,
    [String(customer)],
  )
  return waiting.rowCount ?? 0
}

async function conversation(name: string) {
  const customer = newCustomer(desk, name)
  const question = desk.telegram.write(customer, `${name} asks for a table`)
  const card = await cardOf(desk, `${name} asks for a table`)
  const copy = await inThread(desk, card, 'asks for a table')
  const answer = desk.slack.say(ADA, TRIAGE, { text: `A table for ${name}`, thread: card.ts })
  const answered = await told(desk, customer, `A table for ${name}`)
  await desk.desk.idle()
  return { customer, question, card, copy, answer, answered }
}

it('a customer’s reaction on Telegram shows on Ada’s own message, and goes when it is taken away or changed', async () => {
  const { customer, answer, answered } = await conversation('Ann')
  desk.telegram.react(customer, answered.id, '👍')
  await slackShows(TRIAGE, answer, '+1')
  desk.telegram.react(customer, answered.id, '🔥')
  await slackShows(TRIAGE, answer, 'fire')
  desk.telegram.react(customer, answered.id, undefined)
  await slackShows(TRIAGE, answer)
})

it('an agent’s reaction on the copy shows on the customer’s own message: the same, the nearest, or none', async () => {
  const { customer, question, copy } = await conversation('Ben')
  desk.slack.react(ADA, TRIAGE, copy.ts, 'tada')
  await telegramShows(customer, question, '🎉')
  desk.slack.react(BO, TRIAGE, copy.ts, 'white_check_mark')
  await telegramShows(customer, question, '👍')
  desk.slack.react(BO, TRIAGE, copy.ts, 'white_check_mark', { remove: true })
  await telegramShows(customer, question, '🎉')
  desk.slack.react(BO, TRIAGE, copy.ts, 'partyparrot')
  await desk.desk.idle()
  desk.slack.react(ADA, TRIAGE, copy.ts, 'tada', { remove: true })
  await telegramShows(customer, question, undefined)
})

it('what is put on words whose copy has not gone out yet shows on the copy when it has', async () => {
  const { customer, card } = await conversation('Gus')
  desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 2 })
  const said = desk.slack.say(ADA, TRIAGE, { text: 'By the window', thread: card.ts })
  await until(async () => (await waitingFor(customer)) > 0, 'that the copy waits')
  desk.slack.react(ADA, TRIAGE, said, 'tada')
  const copy = await told(desk, customer, 'By the window')
  await telegramShows(customer, copy.id, '🎉')
})

it('between two Slack sides any emoji crosses, and stays while anybody has it there', async () => {
  const asked = await ritaAsks(desk, 'which shelf')
  const answer = desk.slack.say(ADA, TRIAGE, { text: 'The upper one', thread: asked.card.ts })
  await ritaHears(desk, asked, 'The upper one')
  const own = desk.slack.say(RITA, HELP, { text: 'Thank you, found it', thread: asked.root.ts })
  await agentsHear(desk, asked, 'found it')
  const copy = await inThread(desk, asked.card, 'found it')
  await desk.desk.idle()
  desk.slack.react(ADA, TRIAGE, copy.ts, 'partyparrot')
  desk.slack.react(BO, TRIAGE, copy.ts, 'partyparrot')
  await slackShows(HELP, own, 'partyparrot')
  desk.slack.react(ADA, TRIAGE, copy.ts, 'partyparrot', { remove: true })
  await desk.desk.idle()
  expect(onSlack(HELP, own)).toEqual(['partyparrot'])
  desk.slack.react(BO, TRIAGE, copy.ts, 'partyparrot', { remove: true })
  await slackShows(HELP, own)
  // Another agent's on Ada's own message reaches Rita's copy, too.
  desk.slack.react(BO, TRIAGE, answer, 'eyes')
  const shown = desk.slack
    .messages(HELP, { thread: asked.root.ts })
    .find((one) => desk.slack.textOf(one).includes('The upper one'))
  await slackShows(HELP, shown?.ts ?? '', 'eyes')
})

it('of who is blocked no new sign crosses, and one from before goes when they take it away', async () => {
  const { customer, card, answer, answered } = await conversation('Ivo')
  desk.telegram.react(customer, answered.id, '👍')
  await slackShows(TRIAGE, answer, '+1')
  await edits(desk, ADA, card, { 'Block the requester?': 'Yes' })
  await inThread(desk, card, 'Ada blocked Ivo.')
  desk.telegram.react(customer, answered.id, '💩')
  await slackShows(TRIAGE, answer)
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(onSlack(TRIAGE, answer)).toEqual([])
  desk.telegram.react(customer, answered.id, undefined)
  await desk.playground.telegram.idle()
  await desk.desk.idle()
})

it('nothing crosses from a note or from the card, and nothing by somebody who is no party to the ticket', async () => {
  const { customer, question, card } = await conversation('Cid')
  const note = desk.slack.say(ADA, TRIAGE, { text: '// is he a regular?', thread: card.ts })
  await desk.desk.idle()
  desk.slack.react(BO, TRIAGE, note, 'eyes')
  desk.slack.react(BO, TRIAGE, card.ts, 'eyes')
  const asked = await ritaAsks(desk, 'whose is it')
  const words = desk.slack.say(RITA, HELP, { text: 'It is mine', thread: asked.root.ts })
  const copy = await inThread(desk, asked.card, 'It is mine')
  await desk.desk.idle()
  desk.slack.react(BO, HELP, words, 'eyes')
  desk.slack.react(SAM, HELP, words, 'fire')
  await slackShows(TRIAGE, copy.ts, 'eyes')
  await desk.desk.idle()
  expect(onSlack(TRIAGE, copy.ts)).toEqual(['eyes'])
  expect(onTelegram(customer, question)).toBeUndefined()
})
