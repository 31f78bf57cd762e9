import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADA, RITA, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, inThread, labelsOn, newCustomer, pressed, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, buttonOn, ritaAsks, ritaHears } from '../support/slack-asks.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Ten scores, ended tickets too, no comments. */
const strict = (demo: Desk): Desk => ({
  ...demo,
  rating: { scale: 10, after: 'PT10M', onAutomaticClose: true, remind: 0, expires: 'P2D', comment: false },
})

/** Requesters may not rate, whatever the question says. */
const mute = (demo: Desk): Desk => ({
  ...demo,
  roles: demo.roles.map((role) => ({ ...role, may: role.may.filter((act) => act !== 'rate') })),
})

describe('a desk that asks from 1 to 10, after its own endings too, and wants no comment', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk({ desk: strict })
  })
  afterEach(() => replayedEqualsStored(desk))
  afterAll(() => desk.stop())

  it('asks Rita whose ticket was ended because she did not answer', async () => {
    await clockStandsAt(desk, '2027-05-03T08:00:00Z')
    const asked = await ritaAsks(desk, 'a question nobody answers')
    desk.slack.say(ADA, TRIAGE, { text: 'Which one?', thread: asked.card.ts })
    await ritaHears(desk, asked, 'Which one?')
    await clockMoves(desk, 4 * DAY)
    await ritaHears(desk, asked, 'If we hear nothing')
    await clockMoves(desk, 4 * DAY)
    await ritaHears(desk, asked, 'is cancelled')
    await clockMoves(desk, 10 * MINUTE)
    const question = await until(() => seen(desk.slack, desk.slack.dm(RITA), asked.key), 'the question')
    expect(buttonOn(question, '10')).not.toBe('')
    await desk.slack.press(RITA, desk.slack.dm(RITA), question.ts, { label: '10' })
    await agentsHear(desk, asked, 'Rita rates the answer 10 of 10.')
    const shown = await until(() => seen(desk.slack, desk.slack.dm(RITA), 'You rated'), 'her answer')
    expect(desk.slack.textOf(shown)).not.toContain('Add a comment')
  })

  it('a customer, too, chooses among ten; an answer in the thread of the question is a word, and opens the ticket', async () => {
    await clockStandsAt(desk, '2027-06-07T08:00:00Z')
    const customer = newCustomer(desk, 'Quinn')
    desk.telegram.write(customer, 'Quinn lost a password')
    const card = await cardOf(desk, 'Quinn lost a password')
    await inThread(desk, card, 'lost a password')
    await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
    await told(desk, customer, /We think .* is solved/)
    await clockMoves(desk, 10 * MINUTE)
    const question = await told(desk, customer, 'was our answer to')
    expect(question.buttons.map((row) => row.length)).toEqual([5, 5])
    await pressed(desk, customer, '10')
    const answer = await told(desk, customer, /You rated .* 10 of 10/)
    expect(labelsOn(answer)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '✓ 10'])
    desk.telegram.write(customer, { text: 'But it is lost again', replyTo: question.id })
    await told(desk, customer, `${keyOn(desk, card)} is open again`)
    expect(await timesHappened(desk, keyOn(desk, card), 'RatingCommented')).toBe(0)
  })
})

describe('a desk whose requesters may not rate', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk({ desk: mute })
  })
  afterEach(() => replayedEqualsStored(desk))
  afterAll(() => desk.stop())

  /** When the timer looks at a ticket. */
  const ratingAt = (key: string): Promise<Date | null | undefined> =>
    desk.desk.store.transaction(async (unit) => {
      const ticket = await unit.tickets.byKey(key)
      return ticket && (await unit.tickets.standing(ticket.id))?.times.ratingAt
    })

  it('asks nobody', async () => {
    await clockStandsAt(desk, '2027-05-03T08:00:00Z')
    const customer = newCustomer(desk, 'Rosa')
    desk.telegram.write(customer, 'Rosa lost a password')
    const card = await cardOf(desk, 'Rosa lost a password')
    await inThread(desk, card, 'lost a password')
    await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
    await told(desk, customer, /We think .* is solved/)
    expect(await ratingAt(keyOn(desk, card))).toBeNull()
    await clockMoves(desk, 8 * DAY)
    await until(() => /Status\s+Closed/.test(cardNow(desk, card)), 'that it is closed')
    expect(timesTold(desk, customer, 'was our answer to')).toBe(0)
    expect(await timesHappened(desk, keyOn(desk, card), 'RatingAsked')).toBe(0)
  })
})
