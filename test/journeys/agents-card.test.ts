import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { inThread } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { ritaAsks } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** The card as it reads now; it is one and the same message, and has shown these words since. */
const cardShows = (card: SlackMessage, words: string | RegExp) =>
  until(() => {
    const now = desk.slack.message(TRIAGE, card.ts)
    if (!now) return false
    const text = desk.slack.textOf(now)
    return (typeof words === 'string' ? text.includes(words) : words.test(text)) && text
  }, `the card to show ${words}`)

it('the card is one message that always shows how the ticket stands', async () => {
  const { slack } = desk
  const { card, key, root } = await ritaAsks(desk, 'the scanner is dead')
  const first = slack.textOf(card)
  expect(first).toMatch(/Status\s+New/)
  expect(first).toMatch(/Assignee\s+Nobody yet/)
  expect(first).toMatch(/Turn\s+Ours/)

  await slack.press(ADA, TRIAGE, card.ts, { label: 'Take' })
  const taken = await cardShows(card, /Assignee\s+Ada/)
  expect(taken).toMatch(/Status\s+In progress/)
  expect(taken).not.toContain('Take')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Priority' }, { option: 'Urgent' })
  await cardShows(card, /Priority\s+Urgent/)
  await until(() => seen(slack, TRIAGE, 'Ada set the priority to Urgent', card.ts), 'the line in the thread')
  await slack.press(BO, TRIAGE, card.ts, { label: 'Status' }, { option: 'On hold' })
  await cardShows(card, /Turn\s+Somebody else’s/)
  await until(() => seen(slack, TRIAGE, 'Bo set the status to On hold', card.ts), 'the line in the thread')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Assign' }, { user: BO })
  await cardShows(card, /Assignee\s+Bo/)
  await until(() => seen(slack, TRIAGE, 'Ada gave this ticket to Bo', card.ts), 'the line in the thread')

  await slack.press(BO, TRIAGE, card.ts, { label: 'Resolve' })
  expect(await cardShows(card, /Status\s+Done/)).toContain('Reopen')
  await until(() => seen(slack, HELP, `We think ${key} is solved`, root.ts), 'that Rita knows')
  await slack.press(BO, TRIAGE, card.ts, { label: 'Reopen' })
  await cardShows(card, /Status\s+In progress/)
  await until(() => seen(slack, HELP, `${key} is open again`, root.ts), 'that Rita knows')
  expect(shownIn(slack, TRIAGE).filter((text) => text.includes(key))).toHaveLength(1)
  // What agents do among themselves is not told to Rita.
  expect(shownIn(slack, HELP, root.ts).join()).not.toMatch(/Urgent|On hold|gave this ticket|taken/)
})

it('of two agents who press Take at once one has it, and the other is told who', async () => {
  const { slack } = desk
  const { card, key } = await ritaAsks(desk, 'both of you want this')
  await Promise.all([ADA, BO].map((agent) => slack.press(agent, TRIAGE, card.ts, { label: 'Take' })))
  await until(() => seen(slack, TRIAGE, /(Ada|Bo) has taken/, card.ts), 'who has it')
  await desk.desk.idle()
  const told = [...whispers(desk, ADA), ...whispers(desk, BO)].filter((text) => text.includes(key))
  const card2 = slack.textOf(slack.message(TRIAGE, card.ts) ?? card)
  const [winner, loser] = /Assignee\s+Ada/.test(card2) ? ['Ada', BO] : ['Bo', ADA]
  expect(card2).toMatch(new RegExp(`Assignee\\s+${winner}`))
  expect(told).toEqual([`${winner} already has ${key}.`])
  expect(whispers(desk, loser).join()).toContain(`${winner} already has ${key}.`)
  expect(await timesHappened(desk, key, 'TicketAssigned')).toBe(1)
})

it('a ticket is not given to somebody who is no agent', async () => {
  const { slack } = desk
  const { card, key } = await ritaAsks(desk, 'not for Kim to do')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Assign' }, { user: KIM })
  await until(
    () => whispers(desk, ADA).some((text) => text.includes('cannot have tickets of this desk')),
    'the refusal',
  )
  expect(await timesHappened(desk, key, 'TicketAssigned')).toBe(0)
})

it('the Note button keeps words inside, the Reply button sends them, and Reply, still ours, keeps the turn', async () => {
  const { slack } = desk
  const { card, root } = await ritaAsks(desk, 'my keyboard types twice')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Note' })
  await until(() => slack.view(ADA), 'the form')
  await slack.submitView(ADA, { 'Note for the team': 'Third one *this* week' })
  await until(() => seen(slack, TRIAGE, /Note by Ada\s+Third one \*this\* week/, card.ts), 'the note')

  await slack.press(ADA, TRIAGE, card.ts, { label: 'Reply' })
  await until(() => slack.view(ADA), 'the form')
  await slack.submitView(ADA, { 'Reply to the requester': 'We look into it', 'After sending': ['It stays our turn'] })
  await until(() => seen(slack, HELP, /Ada\s+We look into it/, root.ts), 'the reply')
  await until(() => seen(slack, TRIAGE, 'We look into it', card.ts), 'the reply, for the other agents')
  expect(await cardShows(card, /Status\s+In progress/)).toMatch(/Turn\s+Ours/)

  await slack.press(BO, TRIAGE, card.ts, { label: 'Reply' })
  await until(() => slack.view(BO), 'the form')
  expect(await slack.submitView(BO, { 'Reply to the requester': '   ' })).toMatchObject({ ok: false })
  await slack.submitView(BO, { 'Reply to the requester': 'A new one is on its way' })
  await until(() => seen(slack, HELP, /Bo\s+A new one is on its way/, root.ts), 'the second reply')
  expect(await cardShows(card, /Status\s+Waiting for an answer/)).toMatch(/Turn\s+The requester’s/)
  expect(shownIn(slack, HELP, root.ts).join()).not.toContain('Third one')

  slack.say(RITA, HELP, { text: 'Thank you', thread: root.ts })
  await cardShows(card, /Turn\s+Ours/)
})

it('Rita writes again below a resolved ticket and it opens again; or she presses the button', async () => {
  const { slack } = desk
  const { card, key, root } = await ritaAsks(desk, 'the door squeaks')
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  const told = await until(() => seen(slack, HELP, 'is solved', root.ts), 'that it is resolved')
  await slack.press(RITA, HELP, told.ts, { label: 'I still need help' })
  await until(() => seen(slack, TRIAGE, 'Rita reopened this ticket', card.ts), 'that she wants more')
  await cardShows(card, /Status\s+In progress/)
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await until(async () => (await timesHappened(desk, key, 'TicketResolved')) === 2, 'the second end')
  slack.say(RITA, HELP, { text: 'It squeaks still', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'It squeaks still', card.ts), 'her word')
  await cardShows(card, /Status\s+In progress/)
  expect(await timesHappened(desk, key, 'TicketReopened')).toBe(2)
})

it('a card Slack lets nobody edit any more is posted again in its thread, which goes on', async () => {
  const { slack } = desk
  const { card, key, root } = await ritaAsks(desk, 'the shredder is stuck')
  slack.say(ADA, TRIAGE, { text: 'Which shredder?', thread: card.ts })
  await until(() => seen(slack, HELP, 'Which shredder?', root.ts), 'the question')
  slack.closeEditWindow(TRIAGE, card.ts)
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Take' })
  // In its own thread: agents have that before them, and a thread anew with each change would scatter the talk.
  const shows = (words: RegExp) => inThread(desk, card, words)
  const again = await shows(/Assignee\s+Ada/)
  slack.say(RITA, HELP, { text: 'The one below the stairs', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'The one below the stairs', card.ts), 'Rita’s answer in the same thread')
  slack.say(ADA, TRIAGE, { text: 'It runs again', thread: card.ts })
  await until(() => seen(slack, HELP, 'It runs again', root.ts), 'Ada’s answer from there')
  await slack.press(ADA, TRIAGE, again.ts, { label: 'Resolve' })
  expect((await shows(/Status\s+Done/)).ts).toBe(again.ts)
  slack.closeEditWindow(TRIAGE, again.ts)
  slack.say(RITA, HELP, { text: 'It does not', thread: root.ts })
  expect((await shows(/Status\s+In progress/)).ts).not.toBe(again.ts)
  expect(slack.messages(TRIAGE).filter((one) => slack.textOf(one).includes(`${key} · `))).toHaveLength(1)
})
