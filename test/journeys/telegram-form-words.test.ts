import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, newCustomer, pressed, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
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

/** All the bot has said, in order. */
const heardBy = (customer: number) =>
  desk.telegram
    .messages(customer)
    .filter(({ from }) => from === 'bot')
    .map(({ text }) => text)
    .join('\n')

it('two long answers: the summary shows how they begin, the ticket has them whole, and an answer arrives', async () => {
  const customer = newCustomer(desk, 'Lea')
  desk.telegram.write(customer, '/new')
  await pressed(desk, customer, 'Something is broken')
  await told(desk, customer, 'Subject')
  desk.telegram.write(customer, 'Lea’s printer')
  await told(desk, customer, 'What happened?')
  desk.telegram.write(customer, long('Smoke', 2990))
  await told(desk, customer, 'What did you do before it broke?')
  desk.telegram.write(customer, long('Paper', 2990))
  await pressed(desk, customer, 'Skip')
  await told(desk, customer, 'Ready to send: Lea’s printer')
  await pressed(desk, customer, 'Send')

  const card = await cardOf(desk, 'Lea’s printer')
  for (const word of ['Smoke ends', 'Paper ends']) await inThread(desk, card, word)
  await told(desk, customer, `this is ticket ${keyOn(desk, card)}`)
  await told(desk, customer, 'Paper ends')
  expect(heardBy(customer)).toMatch(/this is ticket[\s\S]*Smoke and[\s\S]*Smoke ends[\s\S]*Paper and[\s\S]*Paper ends/)
  desk.slack.say(ADA, TRIAGE, { text: 'Pull the plug', thread: card.ts })
  await told(desk, customer, 'Pull the plug')
})

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

it('words where a button is waited for are kept, and a type may be typed as it reads', async () => {
  const customer = newCustomer(desk, 'Nia')
  desk.telegram.write(customer, '/new')
  await told(desk, customer, 'What is it?')
  desk.telegram.write(customer, 'It is on the first floor')
  await told(desk, customer, 'This is kept and goes along')
  desk.telegram.write(customer, 'question')
  await told(desk, customer, 'Subject')
  desk.telegram.write(customer, 'Nia’s lamp')
  await told(desk, customer, 'What happened?')
  desk.telegram.write(customer, 'It is dark')
  await told(desk, customer, 'Ready to send: Nia’s lamp')
  desk.telegram.write(customer, 'It is also on the second floor')
  await until(
    () => desk.telegram.messages(customer).some(({ text }) => /This is kept[\s\S]*Ready to send/.test(text)),
    'that it is kept',
  )
  desk.telegram.send(customer, { photo: { caption: 'How dark it is' } })
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Nia’s lamp')
  for (const word of ['first floor', 'It is dark', 'second floor']) await inThread(desk, card, word)
})

it('a command with more words than an answer may have: the form is sent, and none of them is missing', async () => {
  const customer = newCustomer(desk, 'Ola')
  desk.telegram.write(customer, `/new ${long('Ola’s door', 3430)}`)
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Ola’s door')
  await inThread(desk, card, 'Ola’s door ends')
  expect(
    threadOf(desk, card)
      .join(' ')
      .match(/and\s+so\s+on/g),
  ).toHaveLength(340)
})
