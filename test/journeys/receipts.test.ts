import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { newCustomer, threadOf, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { ritaAsks, ritaHears, whispered } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  // What blocked customers do not get is the one fault a journey here ends with.
  await replayedEqualsStored(desk, ({ fault }) => /blocked|follows-a-failed-one/.test(fault ?? ''))
  await desk.stop()
})

async function asks(name: string) {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, `${name} has a question`)
  const card = await cardOf(desk, `${name} has a question`)
  await told(desk, customer, 'this is ticket')
  return { customer, say: (text: string) => desk.slack.say(ADA, TRIAGE, { text, thread: card.ts }), card }
}

const signsOn = (ts: string) => (desk.slack.message(TRIAGE, ts)?.reactions ?? []).map(({ name }) => name)
const signed = (ts: string, ...signs: string[]) =>
  until(() => JSON.stringify(signsOn(ts)) === JSON.stringify(signs), `${signs.join()} instead of ${signsOn(ts).join()}`)

it('✅ stands on Ada’s answer once Telegram has it, and once Slack has it', async () => {
  const { customer, say } = await asks('Uma')
  const ts = say('It is the blue one')
  await signed(ts, 'white_check_mark')
  expect(toldNow(desk, customer, 'It is the blue one')).toBeDefined()
  const asked = await ritaAsks(desk, 'where the receipts are')
  const own = desk.slack.say(ADA, TRIAGE, { text: 'In the drawer', thread: asked.card.ts })
  await ritaHears(desk, asked, 'In the drawer')
  await signed(own, 'white_check_mark')
})

it('a note bears no sign, and an answer taken back by // loses its own', async () => {
  const { customer, say } = await asks('Vic')
  const note = say('// who knows this?')
  const ts = say('I do not know')
  await signed(ts, 'white_check_mark')
  desk.slack.edit(ADA, TRIAGE, ts, '// I do not know')
  await until(() => toldNow(desk, customer, 'I do not know') === undefined, 'that it is gone')
  await signed(ts)
  expect(signsOn(note)).toEqual([])
})

it('⛔ where the customer has blocked the bot, with a line that says so; an answer after that fares no better', async () => {
  const { customer, say, card } = await asks('Wes')
  desk.telegram.block(customer)
  const ts = say('Are you there?')
  await signed(ts, 'no_entry')
  await until(() => threadOf(desk, card).some((text) => text.includes('did not reach Wes')), 'the reason')
  await signed(say('Hello?'), 'no_entry')
})

it('🕓 only after 3 s, words to its author after 10 s, and ✅ instead when it has gone out', async () => {
  const { customer, say } = await asks('Xia')
  await desk.desk.idle()
  desk.playground.telegram.faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 8 })
  const ts = say('Please wait')
  const second = say('And wait again')
  await until(() => desk.playground.telegram.ledger.entries.some(({ what }) => what === 'refused'), 'the refusal')
  expect(signsOn(ts)).toEqual([])
  await clockMoves(desk, 4_000)
  await signed(ts, 'clock4')
  await clockMoves(desk, 8_000)
  const { text } = await whispered(desk, ADA, 'is queued')
  expect(text).toMatch(/takes nothing more for about [1-8] s/)
  expect(toldNow(desk, customer, 'Please wait')).toBeUndefined()
  await signed(ts, 'white_check_mark')
  await signed(second, 'white_check_mark')
  expect(desk.slack.ephemerals(ADA).filter((one) => desk.slack.textOf(one).includes('is queued'))).toHaveLength(1)
})

it('what is taken back or mended while it waits is never shown as it was, and its sign goes', async () => {
  const { customer, say } = await asks('Ymir')
  await desk.desk.idle()
  const { faults, ledger } = desk.playground.telegram
  const from = ledger.entries.length
  faults.arm({ on: 'call', method: 'sendMessage', does: 'too-many', retryAfterSeconds: 8 })
  const noted = say('She is a pest')
  await until(() => ledger.entries.slice(from).some(({ what }) => what === 'refused'), 'the refusal')
  const deleted = say('Of the wrong customer')
  const mended = say('The code is 0123')
  await clockMoves(desk, 4_000)
  for (const ts of [noted, deleted, mended]) await signed(ts, 'clock4')
  desk.slack.edit(ADA, TRIAGE, noted, '// She is a pest')
  desk.slack.remove(ADA, TRIAGE, deleted)
  desk.slack.edit(ADA, TRIAGE, mended, 'The code comes by post')
  await signed(noted)
  await desk.playground.slack.idle()
  await desk.desk.idle()
  await clockMoves(desk, 8_000)
  await told(desk, customer, 'The code comes by post')
  await signed(mended, 'white_check_mark')
  const calls = JSON.stringify(ledger.entries.slice(from).filter(({ what }) => what === 'called'))
  expect(calls).not.toMatch(/pest|wrong customer|0123|deleteMessage|editMessage/)
  expect(calls).toContain('comes by post')
})

it('where Telegram does not answer at all its author is told that it waits, without an hour', async () => {
  const { say } = await asks('Yul')
  await desk.desk.idle()
  const { faults, ledger } = desk.playground.telegram
  const before = ledger.entries.length
  faults.arm({ on: 'call', method: 'sendMessage', does: 'error', status: 502 }, Number.POSITIVE_INFINITY)
  const ts = say('Anybody?')
  const tried = () => ledger.entries.slice(before).some((one) => 'method' in one && one.method === 'sendMessage')
  await until(tried, 'a failed try')
  await clockMoves(desk, 12_000)
  await signed(ts, 'clock4')
  const waits = await until(
    () =>
      desk.slack
        .ephemerals(ADA)
        .map((one) => desk.slack.textOf(one))
        .findLast((text) => text.includes('does not answer')),
    'that it waits',
  )
  expect(waits).not.toMatch(/about \d+ s/)
  faults.clear()
  await signed(ts, 'white_check_mark')
})
