import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import {
  cardNow,
  cardsWith,
  inThread,
  labelsOn,
  newCustomer,
  pressed,
  threadOf,
  told,
  toldNow,
} from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

async function resolvedTicket(name: string) {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, `${name} lost a password`)
  const card = await cardOf(desk, `${name} lost a password`)
  await inThread(desk, card, 'lost a password')
  await desk.slack.press(ADA, TRIAGE, card.ts, { label: 'Resolve' })
  await told(desk, customer, /We think .* is solved/)
  return { customer, card, key: keyOn(desk, card) }
}

it('a word within the grace period reopens the ticket', async () => {
  const { customer, card, key } = await resolvedTicket('Gwen')
  desk.telegram.write(customer, 'It still does not work')
  await inThread(desk, card, 'It still does not work')
  const again = await told(desk, customer, `${key} is open again`)
  expect(labelsOn(again)).toEqual(['New question instead'])
  await until(() => cardNow(desk, card).includes('In progress'), 'the card')
})

it('… unless it was a new question: the words move to a ticket of their own, and the old one is resolved again', async () => {
  const { customer, card, key } = await resolvedTicket('Hugo')
  desk.telegram.write(customer, 'Hugo needs a mouse')
  desk.telegram.write(customer, 'a wireless one')
  await inThread(desk, card, 'a wireless one')
  await pressed(desk, customer, 'New question instead')

  const fresh = await cardOf(desk, '· Hugo needs a mouse')
  await inThread(desk, fresh, 'a wireless one')
  expect(threadOf(desk, fresh)).toEqual(['Hugo\nHugo needs a mouse', 'Hugo\na wireless one'])
  await until(() => cardNow(desk, card).includes('Done'), 'the old card')
  await until(() => !threadOf(desk, card).join().includes('mouse'), 'the words gone from the old thread')
  expect(threadOf(desk, card).join()).not.toContain('wireless')
  expect(key).not.toBe(keyOn(desk, fresh))

  // From now on plain words go to the new one.
  desk.telegram.write(customer, 'black if there is one')
  await inThread(desk, fresh, 'black if there is one')
})

it('an album that was a new question still says of each picture what that one says', async () => {
  const { customer } = await resolvedTicket('Hilda')
  const [, right = 0] = desk.telegram.album(customer, [{ photo: { caption: 'Hilda’s left shoe' } }, { photo: {} }])
  await pressed(desk, customer, 'New question instead')
  const fresh = await cardOf(desk, '· Hilda’s left shoe')
  await inThread(desk, fresh, 'Hilda’s left shoe')
  desk.telegram.edit(customer, right, 'and the right one')
  await inThread(desk, fresh, 'Hilda’s left shoe\nand the right one')
})

it('beyond the grace period a word opens another ticket, also where it answers an old message', async () => {
  const { customer, card, key } = await resolvedTicket('Ines')
  await clockMoves(desk, 8 * 24 * 3_600_000)
  desk.telegram.write(customer, 'Ines asks something else')
  const fresh = await cardOf(desk, 'Ines asks something else')
  expect(keyOn(desk, fresh)).not.toBe(key)
  expect(toldNow(desk, customer, `${key} is open again`)).toBeUndefined()

  const old = await told(desk, customer, /We think .* is solved/)
  desk.telegram.write(customer, { text: 'About that password again', replyTo: old.id })
  await inThread(desk, fresh, 'About that password again')
  expect(threadOf(desk, card).join()).not.toContain('About that password')
  expect(cardsWith(desk, 'Ines')).toHaveLength(2)
})

it('… and so it is while the timer that closes it is late: the word follows the old ticket, and so does an answer to it', async () => {
  const { customer, card, key } = await resolvedTicket('Kira')
  await desk.database.query(`update ticket set closes_at = closes_at + interval '30 days' where key = $1`, [key])
  await clockMoves(desk, 8 * 24 * 3_600_000)
  desk.telegram.write(customer, 'Kira asks something else')
  const fresh = await cardOf(desk, 'Kira asks something else')
  await until(() => cardNow(desk, fresh).includes(`${key} (`), 'that it follows the old one')
  const old = await told(desk, customer, /We think .* is solved/)
  desk.telegram.write(customer, { text: 'About that password again', replyTo: old.id })
  await inThread(desk, fresh, 'About that password again')
  expect(toldNow(desk, customer, `${key} is open again`)).toBeUndefined()
  await until(() => cardNow(desk, card).includes('Closed'), 'that it is closed after all')
})

it('the button under the news that it is solved reopens it', async () => {
  const { customer, card, key } = await resolvedTicket('Jane')
  await pressed(desk, customer, 'I still need help')
  await told(desk, customer, `${key} is open again`)
  await inThread(desk, card, 'Jane reopened this ticket')
})
