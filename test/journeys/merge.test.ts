import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { clockStandsAt } from '../support/clock.ts'
import { cardNow, inThread, newCustomer, pressed, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaHears, whispered } from '../support/slack-asks.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

const clocksOf = (key: string) =>
  desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    const standing = ticket && (await unit.tickets.standing(ticket.id))
    return standing?.times.judged?.keeping.clocks ?? []
  })

it('Rita asked twice: one ticket goes on, comes back to us, and waits since she asked again', async () => {
  await clockStandsAt(desk, '2027-06-07T08:00:00Z')
  const first = await ritaAsks(desk, 'the lift is stuck')
  desk.slack.say(ADA, TRIAGE, { text: 'On which floor?', thread: first.card.ts })
  await ritaHears(desk, first, 'On which floor?')
  await until(() => /Status\s+Waiting for an answer/.test(cardNow(desk, first.card)), 'that it waits for Rita')
  await clockStandsAt(desk, '2027-06-07T09:00:00Z')
  const again = await ritaAsks(desk, 'still no lift')
  const [asked] = await clocksOf(again.key)
  await clockStandsAt(desk, '2027-06-07T10:00:00Z')

  await desk.slack.command(ADA, TRIAGE, '/ticket', `merge ${again.key} into ${first.key}`)
  const done = await whispered(desk, ADA, `${again.key} goes on in ${first.key}.`)
  expect(desk.slack.textOf(done)).not.toContain('the older ticket')
  await ritaHears(desk, again, `${again.key} is about the same as ${first.key}`)
  await agentsHear(desk, again, `Ada merged this ticket into ${first.key}`)
  await agentsHear(desk, first, `Ada merged ${again.key} into this ticket.`)
  await until(() => /Status\s+Closed/.test(cardNow(desk, again.card)), 'that the second is closed')
  await until(() => /Status\s+In progress/.test(cardNow(desk, first.card)), 'that the first is ours again')
  expect((await clocksOf(again.key)).map(({ cancelled }) => cancelled)).toEqual(['merged', 'merged'])
  const next = (await clocksOf(first.key)).find(({ metric }) => metric === 'next-response')
  expect(next).toMatchObject({ startedAt: asked?.startedAt, stoppedAt: null })

  desk.slack.say(RITA, HELP, { text: 'Between two floors', thread: again.root.ts })
  await agentsHear(desk, first, 'Between two floors')
})

it('what was answered before owes nothing, and a ticket that waits for Rita goes on waiting', async () => {
  const first = await ritaAsks(desk, 'the heating')
  const again = await ritaAsks(desk, 'the radiator')
  for (const { card } of [first, again]) {
    desk.slack.say(ADA, TRIAGE, { text: 'Since when?', thread: card.ts })
    await until(() => /Status\s+Waiting for an answer/.test(cardNow(desk, card)), 'that it waits for Rita')
  }
  await desk.slack.command(ADA, TRIAGE, '/ticket', `merge ${again.key} into ${first.key}`)
  await agentsHear(desk, first, `Ada merged ${again.key} into this ticket.`)
  expect(cardNow(desk, first.card)).toMatch(/Status\s+Waiting for an answer/)
})

it('whoever merges the older ticket into the younger hears that its time counts no more, and how to keep it', async () => {
  const older = await ritaAsks(desk, 'the roof drips')
  const younger = await ritaAsks(desk, 'the attic is wet')
  await desk.slack.command(ADA, TRIAGE, '/ticket', `merge ${older.key} into ${younger.key}`)
  const done = desk.slack.textOf(await whispered(desk, ADA, `${older.key} goes on in ${younger.key}.`))
  expect(done).toContain(`${older.key} is the older ticket`)
  expect(done).toContain(`undo the merge, then merge ${younger.key} into ${older.key}`)
})

it('of a customer’s three tickets two become one: an answer to what was asked in the one that ended goes on in the other', async () => {
  const customer = newCustomer(desk, 'Carol')
  desk.telegram.write(customer, 'Carol lost a key')
  const first = await cardOf(desk, 'Carol lost a key')
  const others: SlackMessage[] = []
  for (const words of ['Carol has no key', 'Carol wants tea']) {
    desk.telegram.write(customer, `/new ${words}`)
    await pressed(desk, customer, 'Question')
    await pressed(desk, customer, 'Send')
    others.push(await cardOf(desk, words))
  }
  const [second] = others
  if (!second) throw new Error('no second ticket')
  desk.slack.say(ADA, TRIAGE, { text: 'Which key?', thread: second.ts })
  const question = await told(desk, customer, 'Which key?')
  desk.telegram.write(customer, 'The round one')
  await told(desk, customer, 'Which one is this for?')
  await desk.slack.command(ADA, TRIAGE, '/ticket', `merge ${keyOn(desk, second)} into ${keyOn(desk, first)}`)
  await told(desk, customer, `${keyOn(desk, second)} is about the same as ${keyOn(desk, first)}`)
  // The picker was shown before they became one.
  await pressed(desk, customer, /has no key/)
  await inThread(desk, first, 'The round one')
  desk.telegram.write(customer, { text: 'With a red ribbon', replyTo: question.id })
  await inThread(desk, first, 'With a red ribbon')
})

it('not into itself, not into a closed one, not another person’s, and not by who does not work here', async () => {
  const { slack } = desk
  const mine = await ritaAsks(desk, 'the coffee machine')
  const over = await ritaAsks(desk, 'the tea machine')
  const goal = await ritaAsks(desk, 'all machines')
  await slack.command(ADA, TRIAGE, '/ticket', `merge ${over.key} into ${goal.key}`)
  await until(() => /Status\s+Closed/.test(cardNow(desk, over.card)), 'that it is closed')
  await slack.command(ADA, TRIAGE, '/ticket', `merge ${mine.key} into ${over.key}`)
  await whispered(desk, ADA, new RegExp(`${over.key}.*closed`))
  await slack.command(ADA, TRIAGE, '/ticket', `merge ${mine.key} into ${mine.key}`)
  await whispered(desk, ADA, `${mine.key} cannot be merged with itself`)

  const customer = newCustomer(desk, 'Quentin')
  desk.telegram.write(customer, 'Quentin wants coffee')
  const theirs = keyOn(desk, await cardOf(desk, 'Quentin wants coffee'))
  await told(desk, customer, theirs)
  await slack.command(ADA, TRIAGE, '/ticket', `merge ${mine.key} into ${theirs}`)
  await whispered(desk, ADA, `${mine.key} and ${theirs} were asked by different people`)
  await slack.command(RITA, HELP, '/ticket', `merge ${mine.key} into ${goal.key}`)
  await whispered(desk, RITA, 'Only the people of this desk can do this')
  await slack.command(KIM, HELP, '/ticket', `merge ${mine.key} into ${goal.key}`)
  await whispered(desk, KIM, mine.key)
  expect(await timesHappened(desk, mine.key, 'TicketMerged')).toBe(0)
})
