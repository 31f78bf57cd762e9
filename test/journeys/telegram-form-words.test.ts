import { afterAll, afterEach, beforeAll, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, newCustomer, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { whispered } from '../support/slack-asks.ts'

/* What people write to a form in a chat is never lost: neither for its length nor for where they wrote it. */

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** So many characters at most, of words with a first and a last one. */
const long = (name: string, units: number) => `${name} ${'and so on '.repeat((units - 30) / 10)}${name} ends`

it('a part of a long message that is a ticket of its own: its words come whole, and so does the answer', async () => {
  const customer = newCustomer(desk, 'Mia')
  desk.telegram.write(customer, 'Mia’s mouse')
  const card = await cardOf(desk, 'Mia’s mouse')
  desk.telegram.write(customer, long('Keyboard', 4090))
  const copy = await inThread(desk, card, 'Keyboard and')
  await desk.slack.shortcut(ADA, TRIAGE, copy.ts, 'ticket_split')
  const choice = await whispered(desk, ADA, 'beginning with “Keyboard and')
  await desk.slack.press(ADA, TRIAGE, choice.ts, { label: 'Only this message' })
  await told(desk, customer, `A part of ${keyOn(desk, card)} is a ticket of its own now`)
  await told(desk, customer, 'Keyboard ends')
  const made = await cardOf(desk, 'Keyboard and')
  desk.slack.say(ADA, TRIAGE, { text: 'Clean it', thread: made.ts })
  await told(desk, customer, 'Clean it')
})
