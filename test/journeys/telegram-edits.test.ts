import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { inThread, newCustomer, threadOf, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { smallFiles } from '../support/small-files.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
// What Telegram deletes no more is emptied instead: its refusal is the one fault a journey here ends with.
afterEach(() => replayedEqualsStored(desk, ({ fault }) => fault === 'message-cant-be-deleted-for-everyone'))
afterAll(() => desk.stop())

async function conversation(name: string) {
  const customer = newCustomer(desk, name)
  const question = desk.telegram.write(customer, `${name} asks about teh price`)
  const card = await cardOf(desk, `${name} asks about teh price`)
  const copy = await inThread(desk, card, 'teh price')
  const answer = desk.slack.say(ADA, TRIAGE, { text: 'It is *12* euro', thread: card.ts })
  const answered = await told(desk, customer, 'It is 12 euro')
  return { customer, question, card, copy, answer, answered }
}

it('an edit reaches the other side’s copy of the same message, both ways', async () => {
  const { customer, question, card, copy, answer, answered } = await conversation('Pam')
  desk.telegram.edit(customer, question, 'Pam asks about the price')
  await until(
    () =>
      threadOf(desk, card).some((text) =>
        /^Pam\nPam asks about the price\s+Edited after your answer: teh → the$/.test(text),
      ),
    'her edit',
  )
  expect((await inThread(desk, card, 'about the price')).ts).toBe(copy.ts)

  desk.slack.edit(ADA, TRIAGE, answer, 'It is *13* euro')
  const edited = await told(desk, customer, 'It is 13 euro')
  expect(edited.id).toBe(answered.id)
  expect(toldNow(desk, customer, 'It is 12 euro')).toBeUndefined()
})

it('a picture put into a message later, or in another’s place, follows it, and once', async () => {
  const { customer, question, card } = await conversation('Olga')
  const caption = 'Olga asks about the price'
  const shown = () =>
    desk.slack
      .messages(TRIAGE, { thread: card.ts })
      .flatMap((one) => (one.files?.length ? [desk.slack.textOf(one)] : []))
  desk.telegram.replace(customer, question, { photo: { bytes: smallFiles.jpg, caption } })
  await until(() => shown().length === 1, 'her picture')
  expect(shown()).toEqual(['Olga\nphoto.jpg'])
  await inThread(desk, card, 'about the price')

  desk.telegram.edit(customer, question, `${caption} of it`)
  await inThread(desk, card, 'price of it')
  const another = Buffer.concat([smallFiles.jpg, Buffer.from('2')])
  desk.telegram.replace(customer, question, { photo: { bytes: another, caption: `${caption} of it` } })
  await until(() => shown().length > 1, 'the other picture')
  desk.telegram.edit(customer, question, 'Never mind the price')
  await inThread(desk, card, 'Never mind')
  expect(shown()).toHaveLength(2)
})

it('an edit that makes an answer longer than one message brings the rest, one that shortens it takes it away', async () => {
  const { customer, answer, answered } = await conversation('Quin')
  const long = `${'It is rather more. '.repeat(300)}That is all.`
  desk.slack.edit(ADA, TRIAGE, answer, long)
  await told(desk, customer, 'That is all.')
  desk.slack.edit(ADA, TRIAGE, answer, 'It is 14 euro')
  const short = await told(desk, customer, 'It is 14 euro')
  expect(short.id).toBe(answered.id)
  await until(() => toldNow(desk, customer, /rather more|That is all/) === undefined, 'the rest gone')
})

it('what an agent deletes is gone from the customer’s chat', async () => {
  const { customer, answer, answered } = await conversation('Rob')
  desk.slack.remove(ADA, TRIAGE, answer)
  await until(() => desk.telegram.messages(customer).find(({ id }) => id === answered.id)?.deleted, 'the deletion')
})

it('after 48 hours Telegram deletes nothing any more: the words go, and a sentence stays', async () => {
  const { customer, answer, answered } = await conversation('Sue')
  desk.later(49 * 3_600_000)
  desk.slack.remove(ADA, TRIAGE, answer)
  const left = await told(desk, customer, 'This message was deleted by its author.')
  expect(left.id).toBe(answered.id)
  expect(left.text).not.toContain('12')
})

it.each([
  ['pictures', [smallFiles.jpg, Buffer.concat([smallFiles.jpg, Buffer.from('2')])], 'jpg'],
  ['papers', [smallFiles.pdf, Buffer.concat([smallFiles.pdf, Buffer.from('2')])], 'pdf'],
  ['sound', [smallFiles.mp3, Buffer.concat([smallFiles.mp3, Buffer.from('2')])], 'mp3'],
  ['one picture', [smallFiles.png], 'png'],
])('after 48 hours the files of a deleted message go as well: %s', async (what, files, ending) => {
  const { customer, card } = await conversation(`Tom with ${what}`)
  const given = files.map((bytes, index) => ({ name: `plan${index}.${ending}`, bytes }))
  const shown = desk.slack.say(ADA, TRIAGE, { text: 'Here is the plan', thread: card.ts, files: given })
  const { id } = await told(desk, customer, 'Here is the plan')
  const bearing = () => desk.telegram.messages(customer).filter((one) => one.id >= id && !one.deleted)
  await until(() => bearing().length === files.length, 'the files')
  desk.later(49 * 3_600_000)
  desk.slack.remove(ADA, TRIAGE, shown)
  expect((await told(desk, customer, 'This message was deleted by its author.')).id).toBe(id)
  await desk.desk.idle()
  const left = bearing().map(({ file }) => Buffer.from(desk.telegram.bytes(file?.id ?? '')))
  expect(left).toHaveLength(files.length)
  for (const bytes of left) expect(files.some((one) => one.equals(bytes))).toBe(false)
})
