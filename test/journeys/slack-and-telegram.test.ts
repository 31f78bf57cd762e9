import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, chatOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

const CARA = 7001
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

it('a Slack employee asks by command, an agent takes it, answers and resolves', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket', 'printer is on fire')
  const card = await cardOf(desk, 'printer is on fire')
  const key = keyOn(desk, card)
  const root = await until(() => seen(slack, HELP, key), 'Rita’s thread')

  await slack.press(ADA, TRIAGE, card.ts, { label: 'Take' })
  await until(() => seen(slack, TRIAGE, 'Ada', card.ts), 'who took it')
  slack.say(ADA, TRIAGE, { text: 'Is it still burning?', thread: card.ts })
  await until(() => seen(slack, HELP, 'Is it still burning?', root.ts), 'the answer')
  slack.say(RITA, HELP, { text: 'Only smoking now', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'Only smoking now', card.ts), 'Rita’s word')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  const told = await until(() => seen(slack, HELP, /solved/, root.ts), 'that it is done')
  expect(slack.textOf(told)).toContain(key)
})

it('a Telegram customer writes, a Slack agent answers, both ways', async () => {
  const { slack, telegram } = desk
  telegram.start(CARA)
  telegram.write(CARA, 'My invoice is wrong')
  const card = await cardOf(desk, 'My invoice is wrong')
  await until(() => seen(slack, TRIAGE, 'My invoice is wrong', card.ts), 'the words in the thread')
  slack.say(ADA, TRIAGE, { text: 'Which *number*?', thread: card.ts })
  await until(() => chatOf(desk, CARA).some((text) => text.includes('Which number?')), 'the answer')
  telegram.write(CARA, 'Number 17')
  await until(() => seen(slack, TRIAGE, 'Number 17', card.ts), 'the number')
})
