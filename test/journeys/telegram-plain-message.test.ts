import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { cardsWith, inThread, newCustomer, pressed, threadOf, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

it('a burst of five messages in one second is one ticket, with the five in order', async () => {
  const customer = newCustomer(desk, 'Burst')
  const words = ['My laptop', 'does not start', 'since this morning', 'the light blinks', 'three times']
  for (const text of words) desk.telegram.write(customer, text)

  const card = await cardOf(desk, 'My laptop')
  await inThread(desk, card, 'three times')
  await desk.desk.idle()
  expect(threadOf(desk, card)).toEqual(words.map((text) => `Burst\n${text}`))
  expect(cardsWith(desk, 'Burst')).toHaveLength(1)
  expect(timesTold(desk, customer, 'this is ticket')).toBe(1)
})

it('an album joins the words before it, as one message', async () => {
  const customer = newCustomer(desk, 'Alba')
  desk.telegram.write(customer, 'The screen is broken, pictures follow')
  desk.telegram.album(customer, [{ photo: { caption: 'from the left' } }, { photo: {} }])

  const card = await cardOf(desk, 'The screen is broken')
  await inThread(desk, card, 'from the left')
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(filesUnder(card)).toEqual([2])
  expect(cardsWith(desk, 'Alba')).toHaveLength(1)
})

it('an album without a word before it opens one ticket, named by its caption', async () => {
  const customer = newCustomer(desk, 'Albin')
  desk.telegram.album(customer, [{ photo: { caption: 'Crack in the case' } }, { photo: {} }, { photo: {} }])

  const card = await cardOf(desk, 'Crack in the case')
  await inThread(desk, card, 'Crack in the case')
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(filesUnder(card)).toEqual([3])
  expect(cardsWith(desk, 'Albin')).toHaveLength(1)
})

it('with one ticket open every word goes there', async () => {
  const customer = newCustomer(desk, 'Una')
  desk.telegram.write(customer, 'Where is my parcel?')
  const card = await cardOf(desk, 'Where is my parcel?')
  desk.slack.say(ADA, TRIAGE, { text: 'On its way', thread: card.ts })
  await told(desk, customer, 'On its way')
  desk.telegram.write(customer, 'And the second one?')
  await inThread(desk, card, 'And the second one?')
  expect(cardsWith(desk, 'Una')).toHaveLength(1)
})

it('an answer to a message of an older ticket goes to that ticket, whatever else is open', async () => {
  const customer = newCustomer(desk, 'Rex')
  desk.telegram.write(customer, 'First question of Rex')
  const first = await cardOf(desk, 'First question of Rex')
  desk.slack.say(ADA, TRIAGE, { text: 'Answer to the first', thread: first.ts })
  const answer = await told(desk, customer, 'Answer to the first')
  await secondTicket(customer, 'Second question of Rex')

  desk.telegram.write(customer, { text: 'Thanks for the first', replyTo: answer.id })
  await inThread(desk, first, 'Thanks for the first')
  expect(timesTold(desk, customer, 'Which one is this for?')).toBe(0)
  expect(keyOn(desk, first)).not.toBe(keyOn(desk, await cardOf(desk, 'Second question of Rex')))

  // Also while the desk waits for a choice: the answer says itself where it belongs.
  desk.telegram.write(customer, 'Something unclear')
  await told(desk, customer, 'Which one is this for?')
  desk.telegram.write(customer, { text: 'Thanks again for the first', replyTo: answer.id })
  await inThread(desk, first, 'Thanks again for the first')
})

/** A second ticket beside the first: by the form, for a plain word would join the first. */
async function secondTicket(customer: number, subject: string): Promise<void> {
  desk.telegram.write(customer, `/new ${subject}`)
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  await cardOf(desk, subject)
}

/** How many files each message under a card has, of those that have any. */
function filesUnder(card: { channel: string; ts: string }): number[] {
  return desk.slack.messages(card.channel, { thread: card.ts }).flatMap(({ files }) => (files ? [files.length] : []))
}
