import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from '../support/clock.ts'
import { inThread, labelsOn, newCustomer, pressed, threadOf, timesTold, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

async function twoTickets(name: string) {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, `${name} cannot print`)
  const first = await cardOf(desk, `${name} cannot print`)
  desk.telegram.write(customer, `/new ${name} cannot scan`)
  await pressed(desk, customer, 'Question')
  await pressed(desk, customer, 'Send')
  const second = await cardOf(desk, `${name} cannot scan`)
  return { customer, first, second }
}

it('with several open the desk asks which; the words wait, are edited there, and arrive once and in order', async () => {
  const { customer, first, second } = await twoTickets('Mara')
  desk.telegram.write(customer, 'It works now')
  const picker = await told(desk, customer, 'Which one is this for?')
  expect(labelsOn(picker)).toEqual([
    `${keyOn(desk, second)} Mara cannot scan`,
    `${keyOn(desk, first)} Mara cannot print`,
    'New question instead',
  ])
  const waiting = desk.telegram.write(customer, 'after I pulled the plig')
  desk.telegram.edit(customer, waiting, 'after I pulled the plug')
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(timesTold(desk, customer, 'Which one is this for?')).toBe(1)

  await pressed(desk, customer, /cannot print/)
  await inThread(desk, first, 'after I pulled the plug')
  await told(desk, customer, `This goes to ${keyOn(desk, first)}`)
  expect(threadOf(desk, first).slice(-2)).toEqual(['Mara\nIt works now', 'Mara\nafter I pulled the plug'])
  expect(threadOf(desk, second).join()).not.toContain('plug')
  expect(labelsOn(await told(desk, customer, 'This goes to'))).toEqual([])

  // Now that they are in the ticket, an edit follows them there.
  desk.telegram.edit(customer, waiting, 'after I pulled both plugs')
  await inThread(desk, first, 'after I pulled both plugs')
})

it('of an album that waits each picture keeps its own words, and one put in its place comes along', async () => {
  const { customer, first } = await twoTickets('Mona')
  const [, right = 0] = desk.telegram.album(customer, [{ photo: { caption: 'Left' } }, { photo: {} }])
  await told(desk, customer, 'Which one is this for?')
  desk.telegram.edit(customer, right, 'Right')
  desk.telegram.replace(customer, right, { photo: { bytes: smallFiles.jpg, caption: 'Right' } })
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  await pressed(desk, customer, /cannot print/)
  const copy = await inThread(desk, first, 'Left\nRight')
  expect(desk.slack.message(TRIAGE, copy.ts)?.files).toHaveLength(3)
  desk.telegram.edit(customer, right, 'The right one')
  await inThread(desk, first, 'Left\nThe right one')
})

it('the waiting words may be a new question', async () => {
  const { customer, first } = await twoTickets('Nora')
  desk.telegram.write(customer, 'Nora also needs a chair')
  desk.telegram.write(customer, 'a blue one')
  await told(desk, customer, 'Which one is this for?')
  await pressed(desk, customer, 'New question instead')
  const third = await cardOf(desk, 'Nora also needs a chair')
  await inThread(desk, third, 'a blue one')
  expect(threadOf(desk, third)).toEqual(['Nora\nNora also needs a chair', 'Nora\na blue one'])
  expect(threadOf(desk, first).join()).not.toContain('chair')
})

it('a form begun meanwhile does not lose the waiting words', async () => {
  const { customer, first } = await twoTickets('Olga')
  desk.telegram.write(customer, 'These words wait')
  await told(desk, customer, 'Which one is this for?')
  desk.telegram.write(customer, '/new')
  await told(desk, customer, 'What is it?')
  desk.telegram.write(customer, '/cancel')
  await told(desk, customer, 'Cancelled')
  await pressed(desk, customer, /cannot print/)
  await inThread(desk, first, 'These words wait')
})

it('while a form asks, an answer to a message of a ticket goes to that ticket, and the form goes on', async () => {
  const customer = newCustomer(desk, 'Quin')
  desk.telegram.write(customer, 'Quin cannot print')
  const card = await cardOf(desk, 'Quin cannot print')
  desk.slack.say(ADA, TRIAGE, { text: 'Which floor?', thread: card.ts })
  const floor = await told(desk, customer, 'Which floor?')
  desk.telegram.write(customer, '/new')
  await pressed(desk, customer, 'Question')
  const subject = await told(desk, customer, /^Subject/)
  desk.telegram.write(customer, { text: 'The third', replyTo: floor.id })
  await inThread(desk, card, 'The third')
  // The question itself may be answered so, too.
  desk.telegram.write(customer, { text: 'Quin needs a chair', replyTo: subject.id })
  await told(desk, customer, 'What happened?')
  desk.telegram.write(customer, 'The old one broke')
  await pressed(desk, customer, 'Send')
  await inThread(desk, await cardOf(desk, 'Quin needs a chair'), 'The old one broke')
  expect(threadOf(desk, card).join()).not.toContain('chair')
})

it('two choices pressed one after the other count once', async () => {
  const { customer, first, second } = await twoTickets('Pia')
  desk.telegram.write(customer, 'Only once please')
  const picker = await told(desk, customer, 'Which one is this for?')
  const [toSecond, toFirst] = labelsOn(picker)
  desk.telegram.press(customer, picker.id, { label: toFirst ?? '' })
  desk.telegram.press(customer, picker.id, { label: toSecond ?? '' })
  await inThread(desk, first, 'Only once please')
  await told(desk, customer, 'This form is no longer there')
  expect(threadOf(desk, second).join()).not.toContain('Only once')
})

const pickers = (customer: number) =>
  desk.telegram.messages(customer).filter(({ from, text }) => from === 'bot' && text.includes('Which one is this for?'))

it('who overlooks the question is asked again below their next words, about what may be meant by then', async () => {
  const { customer, first, second } = await twoTickets('Rosa')
  desk.telegram.write(customer, 'Rosa still cannot')
  await told(desk, customer, 'Which one is this for?')
  await desk.slack.press(ADA, TRIAGE, second.ts, { label: 'Resolve' })
  await told(desk, customer, 'is solved')
  await clockMoves(desk, 60_000)
  desk.telegram.write(customer, 'Is anybody there?')
  await until(() => pickers(customer).length === 2, 'the question again')
  desk.telegram.write(customer, 'Please')
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(pickers(customer).map((picker) => labelsOn(picker).length)).toEqual([0, 3])
  // It was open when they wrote.
  await pressed(desk, customer, /cannot scan/)
  await inThread(desk, second, 'Please')
  expect(threadOf(desk, second).filter((text) => text.startsWith('Rosa\n'))).toEqual([
    'Rosa\nRosa cannot scan',
    'Rosa\nRosa still cannot',
    'Rosa\nIs anybody there?',
    'Rosa\nPlease',
  ])
  expect(threadOf(desk, first).join()).not.toContain('Please')
})

it('once a single ticket is left, the next word takes all that waits there', async () => {
  const { customer, first, second } = await twoTickets('Sara')
  desk.telegram.write(customer, 'Sara still cannot')
  await told(desk, customer, 'Which one is this for?')
  await desk.slack.command(ADA, TRIAGE, '/ticket', `merge ${keyOn(desk, second)} into ${keyOn(desk, first)}`)
  await told(desk, customer, 'is about the same as')
  desk.telegram.write(customer, 'Not at all')
  await inThread(desk, first, 'Not at all')
  expect(threadOf(desk, first).join()).toMatch(/still cannot[\s\S]*Not at all/)
  expect(labelsOn(await told(desk, customer, `This goes to ${keyOn(desk, first)}`))).toEqual([])
})

it('a month later the choice can still be made, and the question is put again', async () => {
  const late = await twoTickets('Tina')
  const later = await twoTickets('Ursa')
  const never = await twoTickets('Vera')
  for (const { customer } of [late, later, never]) {
    desk.telegram.write(customer, 'It hums')
    await told(desk, customer, 'Which one is this for?')
  }
  await desk.desk.idle()
  await clockMoves(desk, 31 * 86_400_000)
  await desk.desk.runTimers()
  await desk.desk.idle()
  await pressed(desk, late.customer, /cannot print/)
  await inThread(desk, late.first, 'It hums')
  desk.telegram.write(later.customer, 'Louder now')
  await until(() => pickers(later.customer).length === 2, 'the question again')
  await desk.desk.idle()
  expect(pickers(later.customer).map((picker) => labelsOn(picker).length)).toEqual([0, 3])
  await pressed(desk, later.customer, /cannot print/)
  await inThread(desk, later.first, 'Louder now')
  desk.telegram.write(never.customer, '/cancel')
  await told(desk, never.customer, 'Cancelled')
  await desk.desk.idle()
})
