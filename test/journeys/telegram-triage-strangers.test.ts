import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import {
  asksInForum,
  FORUM,
  inTopic,
  TG_ADA,
  TG_BO,
  topicOf,
  topicShows,
  topics,
  whisperedTo,
  withForum,
} from '../support/forum.ts'
import { chatOf, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'

let desk: TestDesk

/** Ada is an agent by name; Bo is in the group and is none. */
beforeAll(async () => {
  desk = await startTestDesk({ desk: (demo) => withForum(demo, [String(FORUM)], [String(TG_ADA)]) })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

const write = (who: number, thread: number, text: string) => desk.telegram.write(who, { text, chat: FORUM, thread })

it('what somebody writes in the topic who is no agent never goes to the customer, and they are told', async () => {
  const cara = newCustomer(desk, 'Cara')
  const { thread } = await asksInForum(desk, cara, 'Who answers me')
  write(TG_BO, thread, 'Me, I would like to')
  await whisperedTo(desk, TG_BO, 'Only the people of')
  write(TG_ADA, thread, 'I do')
  await told(desk, cara, 'I do')
  expect(chatOf(desk, cara).join()).not.toContain('would like')
})

it('… nor do their presses and commands do anything', async () => {
  const cara = newCustomer(desk, 'Dora')
  const { thread, card, key } = await asksInForum(desk, cara, 'Pressed by anybody')
  desk.telegram.press(TG_BO, card.id, { label: 'Resolve' }, { chat: FORUM })
  await whisperedTo(desk, TG_BO, 'Only the people of')
  write(TG_BO, thread, '/close')
  await inTopic(desk, thread, 'Please write to me privately')
  write(TG_BO, thread, '/tag seen')
  write(TG_BO, thread, `/history ${key}`)
  const shown = () => topicShows(desk, thread).map(({ text }) => text)
  await until(() => shown().filter((text) => text.includes('privately')).length === 3, 'that each is answered so')
  expect(shown().join()).not.toContain('opened')
  for (const happened of ['TicketResolved', 'TicketTagged'] as const)
    expect(await timesHappened(desk, key, happened)).toBe(0)
})

it('a topic they close is opened again, and one they open is closed', async () => {
  const cara = newCustomer(desk, 'Enid')
  const { thread, key } = await asksInForum(desk, cara, 'Closed by anybody')
  desk.telegram.turnTopic(TG_BO, FORUM, thread, true)
  await until(async () => !(await topicOf(desk, key)).closed, 'the topic open again')
  expect(await timesHappened(desk, key, 'TicketResolved')).toBe(0)
  desk.telegram.turnTopic(TG_ADA, FORUM, thread, true)
  await told(desk, cara, `We think ${key} is solved`)
  await desk.desk.idle()
  desk.telegram.turnTopic(TG_BO, FORUM, thread, false)
  await until(async () => (await topicOf(desk, key)).closed, 'the topic closed again')
  expect(await timesHappened(desk, key, 'TicketReopened')).toBe(0)
})

it('what an admin writes in the name of the group goes nowhere, and the topic says so once', async () => {
  const cara = newCustomer(desk, 'Fay')
  const { thread, key } = await asksInForum(desk, cara, 'Who are you')
  const inItsName = (text: string) => desk.telegram.write(TG_ADA, { text, chat: FORUM, thread, anonymous: true })
  inItsName('One of us')
  await inTopic(desk, thread, 'in the name of a group')
  inItsName('As I said')
  inItsName('/close')
  write(TG_ADA, thread, 'I am Ada')
  await told(desk, cara, 'I am Ada')
  await desk.desk.idle()
  expect(chatOf(desk, cara).join()).not.toMatch(/One of us|As I said/)
  expect(topicShows(desk, thread).filter(({ text }) => text.includes('in the name of a group'))).toHaveLength(1)
  expect(await timesHappened(desk, key, 'TicketResolved')).toBe(0)
  // Elsewhere in the group nobody asked.
  const before = desk.telegram.messages(FORUM).length
  desk.telegram.write(TG_ADA, { text: 'Lunch?', chat: FORUM, anonymous: true })
  await desk.desk.idle()
  expect(desk.telegram.messages(FORUM)).toHaveLength(before + 1)
})

it('words outside tickets’ topics are nobody’s, and a mention of the bot there asks to be written to privately', async () => {
  const before = topics(desk).length
  desk.telegram.write(TG_BO, { text: 'Lunch?', chat: FORUM })
  desk.telegram.write(TG_BO, { text: '@deskhand_bot my mouse is dead', chat: FORUM })
  await until(
    () => desk.telegram.messages(FORUM).some(({ text, thread }) => !thread && text.includes('write to me privately')),
    'the advice',
  )
  expect(topics(desk)).toHaveLength(before)
})
