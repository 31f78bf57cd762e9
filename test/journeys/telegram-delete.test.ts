import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { inThread, newCustomer, pressed, threadOf, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored, timesHappened } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() =>
  replayedEqualsStored(desk, ({ fault }) => fault?.includes('can-t-be-deleted') || /cant-be-deleted/.test(fault ?? '')),
)
afterAll(() => desk.stop())

async function asks(name: string) {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, `${name} needs a key`)
  const card = await cardOf(desk, `${name} needs a key`)
  await told(desk, customer, 'this is ticket')
  const slip = desk.telegram.write(customer, 'my PIN is 4711')
  await inThread(desk, card, 'my PIN')
  return { customer, card, slip }
}
const isGone = (customer: number, id: number) =>
  until(() => desk.telegram.messages(customer).find((one) => one.id === id)?.deleted, 'the deletion')

it('/delete in reply to a message of one’s own takes it back, on both sides', async () => {
  const { customer, card, slip } = await asks('Dan')
  desk.telegram.write(customer, { text: '/delete', replyTo: slip })
  await isGone(customer, slip)
  await until(() => !threadOf(desk, card).join().includes('4711'), 'that the agents read it no more')
  await told(desk, customer, 'taken back')
})

it('an album goes with all its pictures, whichever of them is replied to', async () => {
  const { customer, card } = await asks('Hal')
  const pictures = desk.telegram.album(customer, [{ photo: { caption: 'my cards' } }, { photo: {} }, { photo: {} }])
  await inThread(desk, card, 'my cards')
  desk.telegram.write(customer, { text: '/delete', replyTo: pictures[1] ?? 0 })
  await told(desk, customer, 'taken back')
  for (const picture of pictures) await isGone(customer, picture)
  await until(() => !threadOf(desk, card).join().includes('my cards'), 'that the agents read it no more')
})

it('words that wait for a choice are taken back there; with nothing left nothing is asked any more', async () => {
  const { customer } = await asks('Ira')
  desk.telegram.write(customer, '/new Ira needs a door')
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  await cardOf(desk, 'Ira needs a door')
  const secret = desk.telegram.write(customer, 'my password is hunter2')
  await told(desk, customer, 'Which one is this for?')
  const other = desk.telegram.write(customer, 'Ira needs a lamp')
  desk.telegram.write(customer, { text: '/delete', replyTo: secret })
  await isGone(customer, secret)
  await told(desk, customer, 'taken back')
  await pressed(desk, customer, 'New question instead')
  const card = await cardOf(desk, 'Ira needs a lamp')
  await desk.desk.idle()
  expect(threadOf(desk, card).join()).not.toContain('hunter2')

  const only = desk.telegram.write(customer, 'my PIN is 0815')
  await told(desk, customer, 'Which one is this for?')
  desk.telegram.write(customer, { text: '/delete', replyTo: only })
  await isGone(customer, only)
  await told(desk, customer, 'Nothing was sent')
  expect(timesTold(desk, customer, 'Which one is this for?')).toBe(0)
  desk.telegram.write(customer, { text: 'a bright one', replyTo: other })
  await inThread(desk, card, 'a bright one')
})

it('after 48 hours it goes where Telegram lets it: the agents’ copy', async () => {
  const { customer, card, slip } = await asks('Eve')
  desk.later(49 * 3_600_000)
  desk.telegram.write(customer, { text: '/delete', replyTo: slip })
  await until(() => !threadOf(desk, card).join().includes('4711'), 'that the agents read it no more')
  await told(desk, customer, 'taken back')
})

it('without a message, or on what somebody else wrote, it says how; twice is harmless', async () => {
  const { customer, card, slip } = await asks('Fay')
  desk.telegram.write(customer, '/delete')
  await until(() => timesTold(desk, customer, 'reply to it with /delete') === 1, 'how')
  const ours = await told(desk, customer, 'this is ticket')
  desk.telegram.write(customer, { text: '/delete', replyTo: ours.id })
  await until(() => timesTold(desk, customer, 'reply to it with /delete') === 2, 'how')
  expect(threadOf(desk, card).join()).toContain('4711')
  desk.telegram.write(customer, { text: '/delete', replyTo: slip })
  await isGone(customer, slip)
  const key = /[A-Z]+-\d+/.exec(desk.slack.textOf(card))?.[0] ?? ''
  expect(await timesHappened(desk, key, 'MessageDeleted')).toBe(1)
})

it('it stands in the menu and in the help', async () => {
  const { customer } = await asks('Gus')
  desk.telegram.write(customer, '/help')
  await told(desk, customer, '/delete in reply')
  expect(desk.telegram.menu(customer).map(({ command }) => command)).toContain('delete')
})
