import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, LENA, TRIAGE } from '../../playground/slack/index.ts'
import { cardNow, newCustomer, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits, formOf } from '../support/edits.ts'
import { cardOf, chatOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaHears, ritaReads } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({
    desk: (demo) => ({
      ...demo,
      transitions: [
        { from: 'open', to: 'waiting', by: ['agent'], requires: [] },
        { from: 'new', to: 'on-hold', by: ['agent'], requires: [] },
        { from: 'on-hold', to: 'waiting', by: ['agent'], requires: ['category'] },
        { from: 'waiting', to: 'done', by: ['agent'], requires: [] },
      ],
    }),
  })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

async function opensMacro(card: { ts: string }, label: string, agent = ADA) {
  await desk.slack.press(agent, TRIAGE, card.ts, { label: 'Macro…' })
  await until(() => desk.slack.view(agent), 'the form')
  await desk.slack.chooseInView(agent, 'Which one?', label)
  await until(() => formOf(desk, agent).includes('Reply to the requester'), 'its text')
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

it('where the ticket cannot go from here the form says so and keeps what was typed; nothing is sent', async () => {
  const asked = await ritaAsks(desk, 'the door squeaks')
  await desk.slack.press(BO, TRIAGE, asked.card.ts, { label: 'Status' }, { option: 'On hold' })
  await until(() => /Status\s+On hold/.test(cardNow(desk, asked.card)), 'that it is on hold')
  await opensMacro(asked.card, 'Please restart')
  expect(await desk.slack.submitView(ADA, { 'Which program?': 'Door', 'How many minutes?': '5' })).toMatchObject({
    errors: { 'field:macro': 'Please fill in first: Category' },
  })
  await edits(desk, BO, asked.card, { Category: 'Technical' })
  await until(() => cardNow(desk, asked.card).includes('Technical'), 'the category')
  expect(await desk.slack.submitView(ADA, {})).toMatchObject({ ok: true })
  await ritaHears(desk, asked, 'Please restart Door')
  await until(() => /Status\s+Waiting for an answer/.test(cardNow(desk, asked.card)), 'its status')
  await desk.slack.press(BO, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await until(() => /Status\s+Done/.test(cardNow(desk, asked.card)), 'that it is done')
  await opensMacro(asked.card, 'Please restart')
  expect(await desk.slack.submitView(ADA, { 'Which program?': 'Door', 'How many minutes?': '5' })).toMatchObject({
    errors: { 'field:macro': 'A ticket cannot go from where it is to Waiting for an answer.' },
  })
})

it('what was typed for a ticket that was merged meanwhile stays in its form', async () => {
  const first = await ritaAsks(desk, 'no hot water')
  const again = await ritaAsks(desk, 'still only cold')
  await desk.slack.press(ADA, TRIAGE, again.card.ts, { label: 'Reply' })
  await until(() => desk.slack.view(ADA), 'the form')
  await opensMacro(again.card, 'Thanks for waiting', BO)
  await desk.slack.command(LENA, TRIAGE, '/ticket', `merge ${again.key} into ${first.key}`)
  await agentsHear(desk, first, `merged ${again.key} into this ticket`)
  expect(await desk.slack.submitView(ADA, { 'Reply to the requester': 'We turn it on' })).toMatchObject({
    errors: { 'field:reply': expect.stringContaining('is closed') },
  })
  expect(await desk.slack.submitView(BO, {})).toMatchObject({
    errors: { 'field:macro': expect.stringContaining('is closed') },
  })
  expect(ritaReads(desk, again).join()).not.toContain('turn it on')
})
