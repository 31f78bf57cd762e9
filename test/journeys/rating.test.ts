import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import {
  cardNow,
  cardsWith,
  inThread,
  labelsOn,
  newCustomer,
  pressed,
  threadOf,
  timesTold,
  told,
  toldNow,
} from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { press as forgedPress } from '../support/rights.ts'
import { type Asked, agentsHear, buttonOn, ritaAsks, ritaHears } from '../support/slack-asks.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

const ritasChat = (): string => desk.slack.dm(RITA)

/** The message in Rita's own chat that asks about a ticket, as it reads now. */
function askedOf(key: string, words: RegExp | string = 'was our answer to'): Promise<SlackMessage> {
  return until(() => {
    const message = seen(desk.slack, ritasChat(), key)
    return message && desk.slack.textOf(message).match(words) ? message : undefined
  }, `the question about ${key}`)
}

const asksOf = (key: string): number => shownIn(desk.slack, ritasChat()).filter((text) => text.includes(key)).length

async function solved(words: string): Promise<Asked> {
  const asked = await ritaAsks(desk, words)
  await resolve(asked)
  return asked
}

async function resolve(asked: Asked): Promise<void> {
  await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Resolve' })
  await until(() => /Status\s+Done/.test(cardNow(desk, asked.card)), 'that it is done')
}

async function press(message: SlackMessage, label: string): Promise<void> {
  await desk.slack.press(RITA, ritasChat(), message.ts, { label })
}

it('Rita is asked in her own chat, minutes later; she rates, thinks better of it, and comments: the agents see it all', async () => {
  await clockStandsAt(desk, '2027-05-03T08:00:00Z')
  const asked = await solved('the beamer in room four')
  expect(asksOf(asked.key)).toBe(0)
  await clockMoves(desk, 2 * MINUTE)
  const question = await askedOf(asked.key)
  expect(desk.slack.textOf(question)).toContain('the beamer in room four')
  expect(shownIn(desk.slack, HELP, asked.root.ts).join()).not.toContain('the worst')

  // Her buttons are worth nothing in another hand.
  expect(await forgedPress(desk, ADA, buttonOn(question, '5'))).toBe('refused:only-the-requester-rates')
  await press(question, '2')
  await agentsHear(desk, asked, 'Rita rates the answer 2 of 5.')
  await askedOf(asked.key, 'You rated .* 2 of 5')
  await press(question, '4')
  await agentsHear(desk, asked, 'Rita changed the rating of the answer from 2 to 4.')
  await askedOf(asked.key, 'You rated .* 4 of 5')

  await press(question, 'Add a comment')
  await until(() => desk.slack.view(RITA), 'the form')
  await desk.slack.submitView(RITA, { 'What was good, what was not?': 'Quick, but the bulb is dim' })
  await agentsHear(desk, asked, /Rita on the rating\s+Quick, but the bulb is dim/)
  await askedOf(asked.key, 'Thank you')
  expect(cardNow(desk, asked.card)).toMatch(/Status\s+Done/)
  expect(await timesHappened(desk, asked.key, 'TicketReopened')).toBe(0)
  expect(await timesHappened(desk, asked.key, 'TicketRated')).toBe(2)
})

it('what she answers in the thread of the question is a comment once she has rated, and a word about the ticket before', async () => {
  await clockStandsAt(desk, '2027-06-07T08:00:00Z')
  const [one, other] = [await solved('the left door'), await solved('the right door')]
  await clockMoves(desk, 2 * MINUTE)
  const [left, right] = [await askedOf(one.key), await askedOf(other.key)]
  await press(left, '5')
  await askedOf(one.key, 'You rated')
  desk.slack.say(RITA, ritasChat(), { text: 'Very friendly of you', thread: left.ts })
  await agentsHear(desk, one, /on the rating\s+Very friendly of you/)
  expect(cardNow(desk, one.card)).toMatch(/Status\s+Done/)

  desk.slack.say(RITA, ritasChat(), { text: 'It still sticks, the right door', thread: right.ts })
  await agentsHear(desk, other, 'It still sticks, the right door')
  await until(() => /Status\s+In progress/.test(cardNow(desk, other.card)), 'that it is open again')
  expect(await timesHappened(desk, other.key, 'RatingCommented')).toBe(0)
})

it('opened again in these minutes it is not asked about; solved again it is, and what she pressed before is stale', async () => {
  await clockStandsAt(desk, '2027-07-05T08:00:00Z')
  const [quick, slow] = [await solved('the quick fox'), await solved('the slow snail')]
  desk.slack.say(RITA, HELP, { text: 'Not at all', thread: quick.root.ts })
  await agentsHear(desk, quick, 'reopened')
  await clockMoves(desk, 2 * MINUTE)
  const first = await askedOf(slow.key)
  expect(asksOf(quick.key)).toBe(0)

  desk.slack.say(RITA, HELP, { text: 'It came back', thread: slow.root.ts })
  await agentsHear(desk, slow, 'reopened')
  await press(first, '1')
  await until(() => whispers(desk, RITA).some((text) => text.includes('out of date')), 'that the button is old')
  await resolve(slow)
  await resolve(quick)
  await clockMoves(desk, 2 * MINUTE)
  await until(() => asksOf(slow.key) === 2, 'the second question')
  await askedOf(quick.key)
  await press(first, '1')
  await press(await askedOf(slow.key), '3')
  await agentsHear(desk, slow, 'rates the answer 3 of 5')
  expect(await timesHappened(desk, slow.key, 'TicketRated')).toBe(1)
})

it('who does not answer is asked once more, who has answered is not; after a week no press counts', async () => {
  await clockStandsAt(desk, '2027-08-02T08:00:00Z')
  const [silent, loud] = [await solved('a silent night'), await solved('a loud day')]
  await clockMoves(desk, 2 * MINUTE)
  await press(await askedOf(loud.key), '5')
  await agentsHear(desk, loud, 'rates the answer 5 of 5')
  await askedOf(silent.key)
  await clockMoves(desk, DAY)
  const again = await askedOf(silent.key, 'We would still like to know')
  await clockMoves(desk, DAY)
  await clockMoves(desk, 6 * DAY)
  await until(() => /Status\s+Closed/.test(cardNow(desk, silent.card)), 'that it is closed')
  expect(asksOf(silent.key)).toBe(2)
  expect(asksOf(loud.key)).toBe(1)
  await press(again, '5')
  await until(() => whispers(desk, RITA).some((text) => text.includes('The time to rate')), 'that it is over')
  expect(await timesHappened(desk, silent.key, 'TicketRated')).toBe(0)
})

it('a ticket the desk ended by itself is not asked about', async () => {
  await clockStandsAt(desk, '2027-09-06T08:00:00Z')
  const asked = await ritaAsks(desk, 'a question nobody answers')
  desk.slack.say(ADA, TRIAGE, { text: 'Which one?', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Which one?')
  await clockMoves(desk, 4 * DAY)
  await ritaHears(desk, asked, 'If we hear nothing')
  await clockMoves(desk, 4 * DAY)
  await ritaHears(desk, asked, 'is cancelled')
  const witness = await solved('a witness')
  await clockMoves(desk, 5 * MINUTE)
  await askedOf(witness.key)
  expect(asksOf(asked.key)).toBe(0)
})

/** A customer whose ticket is solved and who has just been asked. */
async function askedCustomer(name: string) {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, `${name} lost a password`)
  const card = await cardOf(desk, `${name} lost a password`)
  await inThread(desk, card, 'lost a password')
  await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await told(desk, customer, /We think .* is solved/)
  await clockMoves(desk, 2 * MINUTE)
  const question = await told(desk, customer, 'was our answer to')
  return { customer, card, key: keyOn(desk, card), question }
}

it('a customer rates in the private chat, and the next words are the comment: no new ticket, nothing opened again', async () => {
  await clockStandsAt(desk, '2027-10-04T08:00:00Z')
  const { customer, card, key, question } = await askedCustomer('Nora')
  expect(labelsOn(question)).toEqual(['1', '2', '3', '4', '5'])
  await pressed(desk, customer, '4')
  await inThread(desk, card, 'Nora rates the answer 4 of 5.')
  expect(labelsOn(await told(desk, customer, /You rated .* 4 of 5/))).toEqual([
    '1',
    '2',
    '3',
    '✓ 4',
    '5',
    'Add a comment',
  ])

  await pressed(desk, customer, 'Add a comment')
  await told(desk, customer, 'Write it now')
  desk.telegram.write(customer, 'You were so quick')
  await inThread(desk, card, /Nora on the rating\s+You were so quick/)
  await until(() => !toldNow(desk, customer, 'Write it now'), 'that the invitation is answered')
  expect(timesTold(desk, customer, 'was our answer to')).toBe(0)
  expect(cardsWith(desk, 'You were so quick')).toEqual([])
  expect(cardNow(desk, card)).toMatch(/Status\s+Done/)

  desk.telegram.write(customer, 'and so kind')
  await inThread(desk, card, /Nora on the rating\s+and so kind/)
  expect(cardNow(desk, card)).toMatch(/Status\s+Done/)
  // One comment was waited for: what comes later is about the ticket.
  await clockMoves(desk, MINUTE)
  desk.telegram.write(customer, 'And now it is lost again')
  await told(desk, customer, `${key} is open again`)
})

it('ten minutes later her words are words again, but an answer to the question is still a comment; an edit of it reopens nothing', async () => {
  await clockStandsAt(desk, '2027-11-01T08:00:00Z')
  const { customer, card, key, question } = await askedCustomer('Olga')
  await pressed(desk, customer, '1')
  await pressed(desk, customer, 'Add a comment')
  await told(desk, customer, 'Write it now')
  await clockMoves(desk, 11 * MINUTE)
  const comment = desk.telegram.write(customer, { text: 'It took a week', replyTo: question.id })
  await inThread(desk, card, /Olga on the rating\s+It took a week/)
  desk.telegram.edit(customer, comment, 'It took two weeks')
  await inThread(desk, card, 'It took two weeks')
  expect(cardNow(desk, card)).toMatch(/Status\s+Done/)
  desk.telegram.write(customer, 'It is lost again')
  await told(desk, customer, `${key} is open again`)
  expect(await timesHappened(desk, key, 'RatingCommented')).toBe(1)
})

it('who has no comment after all says so, and the next words are words', async () => {
  await clockStandsAt(desk, '2027-12-06T08:00:00Z')
  const { customer, card, key } = await askedCustomer('Petra')
  await pressed(desk, customer, '3')
  await pressed(desk, customer, 'Add a comment')
  await pressed(desk, customer, 'No comment')
  await until(() => !toldNow(desk, customer, 'Write it now'), 'that the invitation is gone')
  desk.telegram.write(customer, 'Please look again')
  await told(desk, customer, `${key} is open again`)
  expect(threadOf(desk, card).join()).not.toContain('on the rating')
})
