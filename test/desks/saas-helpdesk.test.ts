import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { RITA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves, clockStandsAt } from '../support/clock.ts'
import { cardNow, labelsOn, newCustomer, pressed, threadOf, told } from '../support/customer.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { type Shipped, startShipped } from '../support/shipped.ts'
import { ritaHears } from '../support/slack-asks.ts'

/* desks.md §3: what of it is chat. The window, the knowledge base and e-mail are not available yet. */

let helpdesk: Shipped

beforeAll(async () => {
  helpdesk = await startShipped('saas-helpdesk')
  await clockStandsAt(helpdesk.test, '2027-03-01T08:00:00Z') // a Monday, 10:00 in Bucharest
})
afterEach(() => replayedEqualsStored(helpdesk.test))
afterAll(() => helpdesk.test.stop())

it('the form asks for the kind of report and advises screenshots; the answer and the rating come to her', async () => {
  const { slack } = helpdesk.test
  await slack.command(RITA, 'C0HELP', '/ticket')
  const form = await until(() => slack.view(RITA), 'the form')
  expect(JSON.stringify(form.blocks)).toContain('Screenshots help us most')
  await helpdesk.asks(undefined, {
    Subject: 'No mail about new orders',
    'What happened?': 'Orders come in, mails do not',
    'Kind of report': 'Notifications',
  })
  const asked = await helpdesk.asked('No mail about new orders')
  for (const shown of ['Nou', 'Notificări']) expect(cardNow(helpdesk.test, asked.card)).toContain(shown)
  await helpdesk.press(asked, 'button-take')
  await helpdesk.stands(asked.key, 'open')
  helpdesk.answers(asked, 'Which address?')
  await ritaHears(helpdesk.test, asked, 'Which address?')
  await helpdesk.stands(asked.key, 'waiting')
  await helpdesk.moves(asked, 'on-hold')
  await helpdesk.stands(asked.key, 'on-hold')
  await helpdesk.moves(asked, 'waiting')
  await helpdesk.stands(asked.key, 'waiting')
  slack.say(RITA, 'C0HELP', { text: 'orders@example.com', thread: asked.root.ts })
  await helpdesk.stands(asked.key, 'open')
})

it('a customer fills in the form in Telegram and reads nothing but Romanian', async () => {
  const { test } = helpdesk
  const customer = newCustomer(test, 'Ioana', 'ro')
  test.telegram.write(customer, '/new')
  await told(test, customer, /./)
  test.telegram.write(customer, 'Factura din martie lipsește')
  await until(() => test.telegram.messages(customer).at(-1)?.from === 'bot', 'the next question')
  await told(test, customer, 'Ce s-a întâmplat?')
  test.telegram.write(customer, 'Nu o găsesc nicăieri în cont')
  await pressed(test, customer, 'Altceva')
  await told(test, customer, 'Fișiere')
  await pressed(test, customer, 'Sari peste')
  await pressed(test, customer, 'Trimite')
  const card = await cardOf(test, 'Factura din martie')
  const key = keyOn(test, card)
  test.slack.say('U0ADA', TRIAGE, { text: 'Este acum în cont.', thread: card.ts })
  await told(test, customer, 'Este acum în cont.')
  await helpdesk.press({ card }, 'button-resolve')
  await helpdesk.stands(key, 'solved')
  await clockMoves(test, 3 * 60_000)
  await pressed(test, customer, '5')
  await until(async () => (await helpdesk.ticket(key)).rating?.score === 5, 'the five')
  await told(test, customer, /5 din 5/)
  const read = test.telegram
    .messages(customer)
    .filter(({ from }) => from === 'bot')
    .flatMap((message) => [message.text, ...labelsOn(message)])
  for (const words of [...read, cardNow(test, card), ...threadOf(test, card)])
    expect(words).not.toMatch(/\b(the|you|your|what|is|this|and|of|no|by)\b/i)
})
