import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, inThread, newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { type Asked, agentsHear, ritaAsks, ritaHears, ritaReads } from '../support/slack-asks.ts'

const HOUR = 3_600_000
let desk: TestDesk

/** A desk with these silence rules alone; ratings and promises would only talk between. */
function deskThat(...silence: Desk['silence']): void {
  beforeAll(async () => {
    desk = await startTestDesk({ desk: (demo) => ({ ...demo, silence, rating: undefined, escalation: [] }) })
  })
  afterEach(() => replayedEqualsStored(desk, ({ fault }) => fault === 'bot-was-blocked-by-the-user'))
  afterAll(() => desk.stop())
}

/** Asked and answered at once: from now on it is Rita's turn. */
async function answered(words: string): Promise<Asked> {
  const asked = await ritaAsks(desk, words)
  desk.slack.say(ADA, TRIAGE, { text: `About ${words}: which one?`, thread: asked.card.ts })
  await ritaHears(desk, asked, 'which one?')
  await until(() => /Status\s+Waiting/.test(cardNow(desk, asked.card)), 'that it waits')
  return asked
}

describe('closed 48 hours after the agent’s reply', () => {
  deskThat({ anchor: 'last-agent-reply', onlyIn: ['waiting'], steps: [{ after: 'PT48H', do: 'close' }] })

  it('Rita is told with the answer when it will be; exactly then it is over', async () => {
    await clockStandsAt(desk, '2027-06-04T15:00:00Z')
    const asked = await answered('the bicycle')
    expect(await ritaHears(desk, asked, 'which one?')).toContain(
      'If we hear nothing, we close this on 6 Jun 2027, 17:00',
    )
    await clockStandsAt(desk, '2027-06-06T14:59:00Z')
    expect(await timesHappened(desk, asked.key, 'TicketResolved')).toBe(0)
    await clockStandsAt(desk, '2027-06-06T15:00:10Z')
    await ritaHears(desk, asked, 'is closed')
    await agentsHear(desk, asked, 'Closed: the requester has not answered.')
  })

  it('a word of hers in time stops it, and one in the grace period undoes it', async () => {
    await clockStandsAt(desk, '2027-06-14T08:00:00Z')
    const asked = await answered('the car')
    await clockMoves(desk, 47 * HOUR)
    desk.slack.say(RITA, HELP, { text: 'The red one', thread: asked.root.ts })
    await until(() => /Status\s+In progress/.test(cardNow(desk, asked.card)), 'that it is our turn')
    await clockMoves(desk, 100 * HOUR)
    expect(await timesHappened(desk, asked.key, 'TicketResolved')).toBe(0)
    desk.slack.say(ADA, TRIAGE, { text: 'And the colour?', thread: asked.card.ts })
    await ritaHears(desk, asked, 'And the colour?')
    await clockMoves(desk, 49 * HOUR)
    await ritaHears(desk, asked, 'is closed')
    desk.slack.say(RITA, HELP, { text: 'Red, I said', thread: asked.root.ts })
    await until(() => /Status\s+In progress/.test(cardNow(desk, asked.card)), 'that it is open again')
  })

  it('where it waits for her only later, by Ada’s choice, Rita is told then when it will be', async () => {
    await clockStandsAt(desk, '2027-06-28T08:00:00Z')
    const asked = await answered('the tram')
    await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Status' }, { option: 'In progress' })
    await agentsHear(desk, asked, 'Ada set the status to In progress')
    await clockMoves(desk, 72 * HOUR)
    await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Status' }, { option: 'Waiting for an answer' })
    await ritaHears(desk, asked, 'If we hear nothing, we close it on 3 Jul 2027')
    // What is on its way already is not said again with every other change.
    await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Priority' }, { option: 'Urgent' })
    await agentsHear(desk, asked, 'Ada set the priority to Urgent')
    await desk.desk.idle()
    expect(ritaReads(desk, asked).filter((text) => text.includes('If we hear nothing'))).toHaveLength(2)
  })

  it('a customer whom the answer did not reach is not closed out for it; one whom the next one reaches is', async () => {
    const { slack, telegram } = desk
    await clockStandsAt(desk, '2027-07-05T08:00:00Z')
    const customer = newCustomer(desk, 'Zoe')
    telegram.write(customer, 'Zoe has lost her bicycle')
    const card = await cardOf(desk, 'Zoe has lost her bicycle')
    await told(desk, customer, 'this is ticket')
    const key = keyOn(desk, card)
    telegram.block(customer)
    slack.say(ADA, TRIAGE, { text: 'Which bicycle?', thread: card.ts })
    await inThread(desk, card, 'This did not reach Zoe')
    await clockMoves(desk, 49 * HOUR)
    await inThread(desk, card, 'The last answer did not reach the requester, so this ticket stays open')
    await clockMoves(desk, 100 * HOUR)
    expect(await timesHappened(desk, key, 'TicketResolved')).toBe(0)
    expect(await timesHappened(desk, key, 'SilenceHalted')).toBe(1)
    telegram.unblock(customer)
    slack.say(ADA, TRIAGE, { text: 'Which one was it?', thread: card.ts })
    await told(desk, customer, 'Which one was it?')
    await clockMoves(desk, 49 * HOUR)
    await told(desk, customer, 'is closed')
  })

  it('a customer whose answer was a file that never came is not closed out for it', async () => {
    const { slack, telegram } = desk
    const { faults } = desk.playground.slack
    await clockStandsAt(desk, '2027-07-26T08:00:00Z')
    const customer = newCustomer(desk, 'Nat')
    telegram.write(customer, 'Nat wants the form')
    const card = await cardOf(desk, 'Nat wants the form')
    await told(desk, customer, 'this is ticket')
    faults.arm({ on: 'call', method: 'download', does: 'error', status: 500 }, 3)
    faults.arm({ on: 'call', method: 'download', does: 'error', status: 404 }, 2)
    const form = { name: 'form.txt', bytes: Buffer.from('the form of Nat'), mimetype: 'text/plain' }
    slack.say(ADA, TRIAGE, { thread: card.ts, files: [form] })
    await told(desk, customer, 'could not be fetched: form.txt')
    await inThread(desk, card, 'could not be fetched: form.txt')
    await clockMoves(desk, 49 * HOUR)
    await inThread(desk, card, 'The last answer did not reach the requester, so this ticket stays open')
    expect(await timesHappened(desk, keyOn(desk, card), 'TicketResolved')).toBe(0)
  })
})

describe('closed 14 days after feedback was asked for', () => {
  deskThat({ anchor: 'enter-status:waiting', steps: [{ after: 'P14D', do: 'close' }] })

  it('a second question does not begin it anew, and over the change of the clocks it is the same hour', async () => {
    // Two weeks from here summer time ends in Stockholm.
    await clockStandsAt(desk, '2027-10-18T08:00:00Z')
    const asked = await answered('the boat')
    await clockMoves(desk, 96 * HOUR)
    desk.slack.say(ADA, TRIAGE, { text: 'Any news?', thread: asked.card.ts })
    await ritaHears(desk, asked, 'Any news?')
    await clockStandsAt(desk, '2027-11-01T08:59:00Z')
    expect(await timesHappened(desk, asked.key, 'TicketResolved')).toBe(0)
    await clockStandsAt(desk, '2027-11-01T09:00:30Z')
    await ritaHears(desk, asked, 'is closed')
    expect(await timesHappened(desk, asked.key, 'TicketResolved')).toBe(1)
  })

  it('a week after that it is closed for good, and a later word opens a ticket of its own', async () => {
    await clockStandsAt(desk, '2027-12-01T08:00:00Z')
    const asked = await answered('the sledge')
    await clockMoves(desk, 14 * 24 * HOUR + 60_000)
    await ritaHears(desk, asked, 'is closed')
    await clockMoves(desk, 7 * 24 * HOUR + 60_000)
    await until(async () => (await timesHappened(desk, asked.key, 'TicketClosed')) === 1, 'the end of grace')
    await until(() => /Status\s+Closed/.test(cardNow(desk, asked.card)), 'that the card says so')
  })

  it('a customer who could not be told when it ends is not closed out', async () => {
    const { slack, telegram } = desk
    const customer = newCustomer(desk, 'Zoe')
    telegram.write(customer, 'Zoe has lost her skates')
    const card = await cardOf(desk, 'Zoe has lost her skates')
    await told(desk, customer, 'this is ticket')
    telegram.block(customer)
    await slack.press(ADA, TRIAGE, card.ts, { label: 'Status' }, { option: 'Waiting for an answer' })
    await until(() => /Status\s+Waiting/.test(cardNow(desk, card)), 'that it waits')
    await desk.desk.idle()
    await clockMoves(desk, 14 * 24 * HOUR + 60_000)
    await inThread(desk, card, 'did not reach the requester, so this ticket stays open')
    expect(await timesHappened(desk, keyOn(desk, card), 'TicketResolved')).toBe(0)
    telegram.unblock(customer)
  })

  it('one who was told so later is', async () => {
    const { slack, telegram } = desk
    const customer = newCustomer(desk, 'Zia')
    telegram.write(customer, 'Zia has lost her skis')
    const card = await cardOf(desk, 'Zia has lost her skis')
    await told(desk, customer, 'this is ticket')
    telegram.block(customer)
    await slack.press(ADA, TRIAGE, card.ts, { label: 'Status' }, { option: 'Waiting for an answer' })
    await inThread(desk, card, 'This did not reach Zia')
    telegram.unblock(customer)
    slack.say(ADA, TRIAGE, { text: 'Which skis?', thread: card.ts })
    expect((await told(desk, customer, 'Which skis?')).text).toContain('If we hear nothing, we close this')
    await clockMoves(desk, 14 * 24 * HOUR + 60_000)
    await told(desk, customer, 'is closed')
  })
})

describe('reminded three days after feedback was asked for, and cancelled three days later', () => {
  deskThat(
    {
      anchor: 'enter-status:waiting',
      steps: [
        { after: 'P3D', do: 'remind' },
        { after: 'P3D', do: 'cancel' },
      ],
    },
    { anchor: 'enter-status:on-hold', steps: [{ after: 'P14D', do: 'close' }] },
  )

  it('where what waits for somebody else is closed too, Rita is told so', async () => {
    await clockStandsAt(desk, '2027-05-03T08:00:00Z')
    const asked = await ritaAsks(desk, 'the canoe')
    await desk.slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Status' }, { option: 'On hold' })
    await ritaHears(desk, asked, 'If we hear nothing, we close this on 17 May 2027')
  })

  it('a word of Ada’s after the reminder neither repeats it nor keeps the end from coming', async () => {
    await clockStandsAt(desk, '2027-06-04T08:00:00Z')
    const asked = await answered('the tent')
    // The other rule does not count here, and the next thing she hears is a reminder.
    expect(await ritaHears(desk, asked, 'which one?')).not.toContain('If we hear nothing')
    await clockMoves(desk, 72 * HOUR + 60_000)
    await ritaHears(desk, asked, 'We are waiting for your answer')
    await clockMoves(desk, 24 * HOUR)
    desk.slack.say(ADA, TRIAGE, { text: 'Any news?', thread: asked.card.ts })
    expect(await ritaHears(desk, asked, 'Any news?')).toContain('If we hear nothing, we close this on 10 Jun 2027')
    await clockMoves(desk, 47 * HOUR)
    expect(await timesHappened(desk, asked.key, 'TicketResolved')).toBe(0)
    await clockMoves(desk, 2 * HOUR)
    await ritaHears(desk, asked, 'is cancelled')
    expect(await timesHappened(desk, asked.key, 'RequesterReminded')).toBe(1)
  })
})
