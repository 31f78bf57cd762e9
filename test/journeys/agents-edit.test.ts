import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, HELP, KIM, RITA, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { cardNow, newCustomer, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits, formOf } from '../support/edits.ts'
import { chatOf, keyOn, seen, cardOf as seenCard, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: withPlannedQuestions })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** Agents say of questions, too, when something is planned for: what they say of one type stands elsewhere in another's form. */
function withPlannedQuestions(demo: Desk): Desk {
  const agentFields = demo.types.find(({ id }) => id === 'bug')?.agentFields ?? []
  const [first, ...others] = demo.types.map((type) => (type.id === 'question' ? { ...type, agentFields } : type))
  if (!first) throw new Error('the demo desk has no types')
  return { ...demo, types: [first, ...others] }
}

it('Ada corrects subject and type in one form; each is told once, and nothing else is an event', async () => {
  const asked = await ritaAsks(desk, 'pritner jams')
  await edits(desk, ADA, asked.card, { Subject: 'Printer jams', Type: 'Something is broken' })
  await agentsHear(desk, asked, 'Ada changed the subject: Printer jams')
  await agentsHear(desk, asked, 'Ada set the type to Something is broken.')
  await until(() => /Printer jams[\s\S]*Something is broken/.test(cardNow(desk, asked.card)), 'the card')
  const history = await desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(asked.key)
    return ticket ? unit.tickets.history(ticket.id) : []
  })
  expect(history.map(({ event }) => event.type)).toEqual([
    'TicketOpened',
    'RequesterReplied',
    'SubjectChanged',
    'TypeChanged',
  ])
})

it('what Bo changed while Ada’s form was open stays as Bo made it', async () => {
  const asked = await ritaAsks(desk, 'two at one form')
  const { slack } = desk
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Edit…' })
  await until(() => slack.view(ADA), 'Ada’s form')
  await edits(desk, BO, asked.card, { Subject: 'Bo knows better' })
  await agentsHear(desk, asked, 'Bo changed the subject')
  await slack.submitView(ADA, { Category: 'Technical' })
  await agentsHear(desk, asked, 'Ada set the category to Technical.')
  await until(() => cardNow(desk, asked.card).includes('Bo knows better'), 'the card, which words go before')
  expect(await timesHappened(desk, asked.key, 'SubjectChanged')).toBe(1)
})

it('what Bo filled in while Ada’s details were open stays, also where a choice of hers draws them again', async () => {
  const asked = await ritaAsks(desk, 'no details yet')
  const { slack } = desk
  await edits(desk, ADA, asked.card, { Type: 'Something is broken' })
  await until(() => cardNow(desk, asked.card).includes('Something is broken'), 'the type')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Details…' })
  const { hash } = await until(() => slack.view(ADA), 'the details')
  await slack.command(BO, TRIAGE, '/ticket', `set ${asked.key} planned 2027-Q1`)
  await agentsHear(desk, asked, '2027-Q1')
  await slack.chooseInView(ADA, 'Operating system', 'Linux')
  await until(() => slack.view(ADA)?.hash !== hash, 'the question that hangs on it')
  expect(await slack.submitView(ADA, { 'Version of the program': '4.2' })).toMatchObject({ ok: true })
  await agentsHear(desk, asked, '4.2')
  const fields = () => desk.desk.store.transaction(async (unit) => (await unit.tickets.byKey(asked.key))?.fields)
  expect(await fields()).toMatchObject({ os: 'linux', version: '4.2', planned: '2027-Q1' })
})

it('what Bo filled in stays also where he changed the type while Ada’s details were open', async () => {
  const asked = await ritaAsks(desk, 'of another type soon')
  const { slack } = desk
  await edits(desk, ADA, asked.card, { Type: 'Something is broken' })
  await until(() => cardNow(desk, asked.card).includes('Something is broken'), 'the type')
  await slack.command(ADA, TRIAGE, '/ticket', `set ${asked.key} steps It hummed`)
  await agentsHear(desk, asked, 'It hummed')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Details…' })
  await until(() => slack.view(ADA), 'the details')
  await edits(desk, BO, asked.card, { Type: 'Question' })
  await until(() => cardNow(desk, asked.card).includes('Question'), 'the type')
  await slack.command(BO, TRIAGE, '/ticket', `set ${asked.key} planned 2027-Q1`)
  await agentsHear(desk, asked, '2027-Q1')
  expect(await slack.submitView(ADA)).toMatchObject({ ok: true })
  await desk.desk.idle()
  const fields = await desk.desk.store.transaction(async (unit) => (await unit.tickets.byKey(asked.key))?.fields)
  expect(fields).toMatchObject({ planned: '2027-Q1' })
})

it('a category with a channel of its own takes the ticket there, thread and all; the old card says where it went', async () => {
  const asked = await ritaAsks(desk, 'my refund')
  const { slack } = desk
  slack.say(ADA, TRIAGE, { text: 'Which one?', thread: asked.card.ts })
  await until(() => seen(slack, HELP, 'Which one?', asked.root.ts), 'the question')
  await edits(desk, ADA, asked.card, { Category: 'Finance' })
  const there = await seenCard(desk, asked.key, TRIAGE_FINANCE)
  await until(() => seen(slack, TRIAGE_FINANCE, 'Which one?', there.ts), 'the thread, said again')
  expect(threadOf(desk, there).slice(0, 2)).toEqual(['Rita\nmy refund', 'Ada\nWhich one?'])
  await agentsHear(desk, asked, 'Ada moved this ticket to another channel.')
  await until(() => cardNow(desk, asked.card).includes('goes on in another channel'), 'the old card')
  const old = slack.message(TRIAGE, asked.card.ts)
  expect(JSON.stringify(old?.blocks)).toContain(slack.permalink(TRIAGE_FINANCE, there.ts))
  expect(cardNow(desk, asked.card)).not.toContain('Take')
  slack.say(RITA, HELP, { text: 'The one of May', thread: asked.root.ts })
  await until(() => seen(slack, TRIAGE_FINANCE, 'The one of May', there.ts), 'her word in the new thread')
  expect(shownIn(slack, TRIAGE, asked.card.ts).join()).not.toContain('The one of May')

  // And back: the old thread goes on, and what it missed is said there.
  await edits(desk, ADA, there, { 'Triage channel': 'Main channel' })
  await agentsHear(desk, asked, 'The one of May')
  await until(() => cardNow(desk, asked.card).includes('Take'), 'the old card as it was')
  expect(threadOf(desk, asked.card).filter((text) => text === 'Rita\nmy refund')).toHaveLength(1)
})

it('the ticket is Kim’s, not Rita’s: Kim hears of it and no more, Rita that it goes on without her', async () => {
  const asked = await ritaAsks(desk, 'Kim’s chair')
  const { slack } = desk
  await edits(desk, ADA, asked.card, { Requester: KIM })
  const root = await until(() => seen(slack, slack.dm(KIM), asked.key), 'that Kim knows')
  expect(slack.textOf(root)).toBe(`A ticket was opened for you: ${asked.key} Kim’s chair`)
  await until(() => seen(slack, HELP, 'goes on without you', asked.root.ts), 'that Rita knows')
  slack.say(ADA, TRIAGE, { text: 'We bring you another', thread: asked.card.ts })
  await until(() => seen(slack, slack.dm(KIM), 'We bring you another', root.ts), 'the answer for Kim')
  slack.say(KIM, slack.dm(KIM), { text: 'A red one please', thread: root.ts })
  await agentsHear(desk, asked, 'A red one please')
  expect(shownIn(slack, HELP, asked.root.ts).join()).not.toContain('We bring you another')
  // What Rita still writes below her question stays among the agents.
  slack.say(RITA, HELP, { text: 'mine broke too', thread: asked.root.ts })
  await agentsHear(desk, asked, 'Note by Rita\nmine broke too')
  expect(shownIn(slack, slack.dm(KIM), root.ts).join()).not.toContain('mine broke too')

  // It was hers after all: she is told so where she was told that it goes on without her, and goes on there.
  await edits(desk, ADA, asked.card, { Requester: RITA })
  await until(() => seen(slack, HELP, `A ticket was opened for you: ${asked.key}`, asked.root.ts), 'that Rita knows')
  await until(() => seen(slack, slack.dm(KIM), 'goes on without you', root.ts), 'that Kim knows')
  slack.say(ADA, TRIAGE, { text: 'Which one is it?', thread: asked.card.ts })
  await until(() => seen(slack, HELP, 'Which one is it?', asked.root.ts), 'the answer for Rita')
})

it('a customer of Telegram becomes the requester by their id or by another ticket of theirs; nobody by a wrong one', async () => {
  const asked = await ritaAsks(desk, 'a call from Vera')
  const { slack } = desk
  const vera = newCustomer(desk, 'Vera')
  desk.telegram.write(vera, 'Vera asks something else')
  const other = keyOn(desk, await seenCard(desk, 'Vera asks something else'))
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Edit…' })
  await until(() => slack.view(ADA), 'the form')
  const field = 'Or a requester who is not in Slack'
  expect(await slack.submitView(ADA, { Requester: null, [field]: '999999' })).toMatchObject({
    ok: false,
    errors: { 'field:requester-other': expect.stringContaining('Nobody is known by this') },
  })
  expect(await slack.submitView(ADA, { [field]: other })).toMatchObject({ ok: true })
  await told(desk, vera, `A ticket was opened for you: ${asked.key}`)
  slack.say(ADA, TRIAGE, { text: 'We heard you called', thread: asked.card.ts })
  await until(() => chatOf(desk, vera).some((text) => text.includes('We heard you called')), 'Vera’s chat')
  expect(formOf(desk, ADA)).toBe('')
})

it('Kim, who is no agent, gets no form', async () => {
  const { slack } = desk
  slack.join(KIM, TRIAGE_FINANCE)
  const asked = await ritaAsks(desk, 'Kim looks on')
  await edits(desk, ADA, asked.card, { Category: 'Finance' })
  const there = await seenCard(desk, asked.key, TRIAGE_FINANCE)
  await slack.press(KIM, TRIAGE_FINANCE, there.ts, { label: 'Edit…' })
  await until(() => whispers(desk, KIM).some((text) => text.includes('Only the people of this desk')), 'the refusal')
  expect(slack.view(KIM)).toBeUndefined()
  slack.leave(KIM, TRIAGE_FINANCE)
})
