import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { cardNow, newCustomer, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { formOf } from '../support/edits.ts'
import { cardOf, chatOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { ritaAsks, ritaHears, ritaReads } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

async function opensMacro(card: { ts: string }, label: string) {
  await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Macro…' })
  await until(() => desk.slack.view(ADA), 'the form')
  await desk.slack.chooseInView(ADA, 'Which one?', label)
  await until(() => formOf(desk, ADA).includes('Reply to the requester'), 'its text')
}

it('Ada chooses a macro, fills in its blanks, and sends it: the status follows, and her name stands on it', async () => {
  const asked = await ritaAsks(desk, 'the editor hangs')
  await opensMacro(asked.card, 'Please restart')
  expect(formOf(desk, ADA)).toContain('Which program?')
  expect(await desk.slack.submitView(ADA, { 'Which program?': 'Word' })).toMatchObject({
    errors: { 'field:blank-restart-minutes': 'Please fill this in.' },
  })
  expect(await desk.slack.submitView(ADA, { 'How many minutes?': '5' })).toMatchObject({ ok: true })
  await ritaHears(desk, asked, 'Please restart Word and wait 5 minutes. Did that help?')
  await until(() => /Status\s+Waiting for an answer/.test(cardNow(desk, asked.card)), 'its status')
  expect(await timesHappened(desk, asked.key, 'AgentReplied')).toBe(1)
})

it('a customer who speaks Russian gets it in Russian, though Ada chose it in English', async () => {
  const vera = newCustomer(desk, 'Вера', 'ru')
  desk.telegram.write(vera, 'Не печатает')
  const card = await cardOf(desk, 'Не печатает')
  await opensMacro(card, 'Thanks for waiting')
  await desk.slack.submitView(ADA, {})
  await told(desk, vera, `Здравствуйте, Вера! Спасибо за ожидание. Мы занимаемся заявкой ${keyOn(desk, card)}.`)
  expect(chatOf(desk, vera).join()).not.toContain('**')
})

it('a secret pasted into it stays inside, and moves nothing', async () => {
  const asked = await ritaAsks(desk, 'the token')
  await opensMacro(asked.card, 'Thanks for waiting')
  const secret = `xoxb-${'1'.repeat(12)}-abcdefghijkl`
  expect(await desk.slack.submitView(ADA, { 'Reply to the requester': `Use ${secret}` })).toMatchObject({ ok: true })
  // A form has no place of its own: she is told in her own chat with the desk.
  await until(() => seen(desk.slack, desk.slack.dm(ADA), 'looks like a key'), 'that it is held')
  await until(() => threadOf(desk, asked.card).join().includes(secret), 'the note')
  expect(ritaReads(desk, asked).join()).not.toContain(secret)
})
