import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { cardNow, newCustomer, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, ritaAsks, ritaHears, ritaReads, whispered } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

it('a card number in an answer is held back until Ada says to send it, and is taken back when an edit brings it in', async () => {
  const asked = await ritaAsks(desk, 'how to pay')
  const ts = desk.slack.say(ADA, TRIAGE, { text: 'Use 4111 1111 1111 1111', thread: asked.card.ts })
  const held = await whispered(desk, ADA, 'a key or a card number')
  expect(ritaReads(desk, asked).join()).not.toContain('4111')
  // A correction that leaves it in does not send it.
  desk.slack.edit(ADA, TRIAGE, ts, 'Please use 4111 1111 1111 1111')
  await until(async () => (await timesHappened(desk, asked.key, 'MessageEdited')) === 1, 'the edit')
  expect(ritaReads(desk, asked).join()).not.toContain('4111')
  await desk.slack.press(ADA, TRIAGE, held.ts, { label: 'Send anyway' })
  await ritaHears(desk, asked, 'Please use 4111')
  desk.slack.edit(ADA, TRIAGE, ts, 'You may use 4111 1111 1111 1111')
  await ritaHears(desk, asked, 'You may use 4111')

  const other = desk.slack.say(ADA, TRIAGE, { text: 'Ask the till', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Ask the till')
  desk.slack.edit(ADA, TRIAGE, other, `Ask the till: AKIA${'IOSFODNN7EXAMPLE'}`)
  await until(() => !ritaReads(desk, asked).join().includes('Ask the till'), 'that it is taken back')
})

it('the Reply form holds a key back, too, and sends it anyway when told to', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'how to log in')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Reply' })
  await until(() => slack.view(ADA), 'the form')
  const secret = `Take AKIA${'IOSFODNN7EXAMPLE'}`
  await slack.submitView(ADA, { 'Reply to the requester': secret, 'After sending': ['It stays our turn'] })
  // A form is sent from nowhere: what is said to it comes to her own chat.
  const own = slack.dm(ADA)
  const held = await until(() => seen(slack, own, 'a key or a card number'), 'the hint')
  expect(ritaReads(desk, asked).join()).not.toContain('AKIA')
  await slack.press(ADA, own, held.ts, { label: 'Send anyway' })
  await ritaHears(desk, asked, 'Take AKIA')
  // As the form said when it was held back.
  await until(() => /Status\s+In progress/.test(cardNow(desk, asked.card)), 'that it stays ours')
})

it('/ticket undo takes back the last answer for 10 seconds, and no longer', async () => {
  const customer = newCustomer(desk, 'Ugo')
  desk.telegram.write(customer, 'Ugo wants his money')
  const card = await cardOf(desk, 'Ugo wants his money')
  await told(desk, customer, 'this is ticket')
  desk.slack.say(ADA, TRIAGE, { text: 'You get none', thread: card.ts })
  const answered = await told(desk, customer, 'You get none')
  await desk.slack.command(ADA, TRIAGE, '/ticket', 'undo')
  await until(() => desk.telegram.messages(customer).find(({ id }) => id === answered.id)?.deleted, 'the deletion')
  await whispered(desk, ADA, 'is taken back')

  desk.slack.say(ADA, TRIAGE, { text: 'You get all of it', thread: card.ts })
  await told(desk, customer, 'You get all of it')
  await clockMoves(desk, 11_000)
  await desk.slack.command(ADA, TRIAGE, '/ticket', 'undo')
  await whispered(desk, ADA, 'answered nobody in the last 10 seconds')
  expect(toldNow(desk, customer, 'You get all of it')).toBeDefined()
})

it('/ticket undo takes back what went out last: a key that was sent anyway, not the answer written before', async () => {
  const asked = await ritaAsks(desk, 'where to begin')
  const key = `Take AKIA${'IOSFODNN7EXAMPLE'}`
  desk.slack.say(ADA, TRIAGE, { text: key, thread: asked.card.ts })
  const held = await until(
    () => desk.slack.ephemerals(ADA).find(({ thread_ts }) => thread_ts === asked.card.ts),
    'the hint',
  )
  desk.slack.say(ADA, TRIAGE, { text: 'Begin at the till', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Begin at the till')
  await desk.slack.press(ADA, TRIAGE, held.ts, { label: 'Send anyway' })
  await ritaHears(desk, asked, key)
  await desk.slack.command(ADA, TRIAGE, '/ticket', 'undo')
  await until(() => !ritaReads(desk, asked).join().includes(key), 'that the key is taken back')
  expect(ritaReads(desk, asked).join()).toContain('Begin at the till')
})

it('nobody waits for an answer to words that were taken back: it is the agents’ turn as it was before', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'a refund')
  const answered = slack.say(ADA, TRIAGE, { text: 'Which till gave you that?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Which till')
  await turnOf(asked, 'The requester’s')
  slack.edit(ADA, TRIAGE, answered, '// Which till gave you that?')
  await until(() => !ritaReads(desk, asked).join().includes('Which till'), 'that it is taken back')
  await turnOf(asked, 'Ours')

  const [first, second] = ['Have you the receipt?', 'Or the card?'].map((text) =>
    slack.say(ADA, TRIAGE, { text, thread: asked.card.ts }),
  )
  if (first === undefined || second === undefined) throw new Error('two questions')
  await ritaHears(desk, asked, 'Or the card?')
  await turnOf(asked, 'The requester’s')
  slack.remove(ADA, TRIAGE, second)
  await until(async () => (await timesHappened(desk, asked.key, 'MessageDeleted')) === 1, 'that one is gone')
  // The other one she has still.
  await turnOf(asked, 'The requester’s')
  slack.remove(ADA, TRIAGE, first)
  await turnOf(asked, 'Ours')

  await clockMoves(desk, 10 * 24 * 3_600_000)
  await desk.desk.runTimers()
  await desk.desk.idle()
  expect(await timesHappened(desk, asked.key, 'RequesterReminded')).toBe(0)
  expect(await timesHappened(desk, asked.key, 'TicketResolved')).toBe(0)
})

function turnOf(asked: Asked, whose: string): Promise<unknown> {
  return until(() => new RegExp(`Turn\\s+${whose}`).test(cardNow(desk, asked.card)), `that the turn is ${whose}`)
}
