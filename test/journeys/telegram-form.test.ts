import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Desk } from '../../src/domain/desk/desk.ts'
import {
  cardNow,
  cardsWith,
  inThread,
  labelsOn,
  newCustomer,
  pressed,
  threadOf,
  timesTold,
  told,
  withButton,
} from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: withEveryKind })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** The demo, with a type that asks in every way a chat can. */
function withEveryKind(demo: Desk): Desk {
  const field = { required: true }
  const travel: Desk['types'][number] = {
    id: 'travel',
    label: { en: 'A journey' },
    hints: {},
    asks: [],
    agentFields: [],
    fields: [
      {
        ...field,
        id: 'by',
        kind: 'many',
        label: { en: 'How will you travel?' },
        options: [
          { id: 'train', label: { en: 'By train' } },
          { id: 'ship', label: { en: 'By ship' } },
          { id: 'foot', label: { en: 'On foot' } },
        ],
        max: 2,
      },
      { ...field, id: 'alone', kind: 'yesno', label: { en: 'Alone?' } },
      { ...field, id: 'when', kind: 'date', label: { en: 'When?' } },
      { ...field, id: 'cost', kind: 'number', label: { en: 'What may it cost?' }, required: false },
    ],
  }
  const costs: Desk['types'][number] = {
    ...travel,
    id: 'costs',
    label: { en: 'What it cost' },
    fields: [
      {
        id: 'with',
        kind: 'many',
        required: false,
        label: { en: 'What else?' },
        options: [
          { id: 'bed', label: { en: 'A bed' } },
          { id: 'meals', label: { en: 'Meals' } },
        ],
      },
      { id: 'bills', kind: 'file', required: false, label: { en: 'The bills' }, max: 2 },
    ],
  }
  return { ...demo, types: [...demo.types, travel, costs] }
}

/** Waits for the question, then writes the answer. */
async function answer(customer: number, question: string, words: string): Promise<void> {
  await told(desk, customer, question)
  desk.telegram.write(customer, words)
}

it('one question at a time, wrong answers told in place, over a restart, to a ticket with everything on its card', async () => {
  const customer = newCustomer(desk, 'Fay')
  desk.telegram.write(customer, '/new')
  await pressed(desk, customer, 'A journey')
  await answer(customer, 'Subject', 'Journey to Rome')
  await answer(customer, 'What happened?', 'The spring meeting')

  await told(desk, customer, 'How will you travel?')
  await pressed(desk, customer, 'By train')
  await pressed(desk, customer, /^By ship/)
  await withButton(desk, customer, '✓ By ship')
  await pressed(desk, customer, 'On foot')
  await withButton(desk, customer, '✓ On foot')
  await pressed(desk, customer, 'Done')
  await told(desk, customer, 'at most 2')
  await pressed(desk, customer, '✓ By ship')
  await until(async () => !labelsOn(await withButton(desk, customer, 'Done')).includes('✓ By ship'), 'ship taken back')

  await desk.restart()

  await pressed(desk, customer, 'Done')
  await told(desk, customer, 'Alone?')
  desk.telegram.write(customer, 'yes')
  await answer(customer, 'When?', 'next spring')
  await told(desk, customer, 'Please write a date like 2026-12-31.')
  desk.telegram.write(customer, '2027-04-01')
  await answer(customer, 'What may it cost?', 'a lot')
  await told(desk, customer, 'Please write a number')
  await pressed(desk, customer, 'Skip')

  const summary = await told(desk, customer, 'Ready to send: Journey to Rome')
  expect(summary.text).toContain('How will you travel?: By train, On foot')
  expect(summary.text).toContain('Alone?: Yes')
  expect(summary.text).toContain('When?: 1 Apr 2027')
  await pressed(desk, customer, 'Send')

  const card = await cardOf(desk, 'Journey to Rome')
  expect(cardNow(desk, card)).toContain('By train, On foot')
  expect(cardNow(desk, card)).toContain('1 Apr 2027')
  expect(cardNow(desk, card)).toMatch(/Alone\?\s+Yes/)
  await inThread(desk, card, 'The spring meeting')
  await told(desk, customer, 'Sent, thank you.')
  await told(desk, customer, 'this is ticket')

  desk.telegram.write(customer, 'One more word')
  await inThread(desk, card, 'One more word')
})

it('of more files than are asked for those that fit stay, and what is skipped is not sent', async () => {
  const customer = newCustomer(desk, 'Eli')
  desk.telegram.write(customer, '/new')
  await pressed(desk, customer, 'What it cost')
  await answer(customer, 'Subject', 'Eli is back from Rome')
  await answer(customer, 'What happened?', 'It cost a lot')
  await pressed(desk, customer, 'A bed')
  await withButton(desk, customer, '✓ A bed')
  await pressed(desk, customer, 'Skip')
  await told(desk, customer, 'The bills')
  desk.telegram.album(customer, [{ photo: {} }, { photo: {} }, { photo: {} }])
  await told(desk, customer, 'at most 2')
  await pressed(desk, customer, 'Done')
  const summary = await told(desk, customer, 'Ready to send: Eli is back from Rome')
  expect(summary.text).toContain('The bills: photo.jpg, photo.jpg')
  expect(summary.text).not.toContain('A bed')
  await pressed(desk, customer, 'Send')
  await cardOf(desk, 'Eli is back from Rome')
})

it('a summary pressed twice is sent once, and buttons of an earlier question are out of date', async () => {
  const customer = newCustomer(desk, 'Finn')
  desk.telegram.write(customer, '/new')
  const question = await withButton(desk, customer, 'Question')
  desk.telegram.press(customer, question.id, { label: 'Question' })
  desk.telegram.press(customer, question.id, { label: 'A journey' })
  await told(desk, customer, 'This button is out of date')
  await answer(customer, 'Subject', 'Finn asks once')
  await answer(customer, 'What happened?', 'Nothing much')
  const summary = await withButton(desk, customer, 'Send')
  desk.telegram.press(customer, summary.id, { label: 'Send' })
  desk.telegram.press(customer, summary.id, { label: 'Send' })
  await cardOf(desk, 'Finn asks once')
  await told(desk, customer, 'This form is no longer there')
  expect(cardsWith(desk, 'Finn asks once')).toHaveLength(1)
})

it('back asks the question before again, and a choice may be typed as it reads', async () => {
  const customer = newCustomer(desk, 'Gil')
  desk.telegram.write(customer, '/new')
  await pressed(desk, customer, 'Access to a system')
  await answer(customer, 'Subject', 'Gil needs the wrong thing')
  await told(desk, customer, 'What happened?')
  await pressed(desk, customer, 'Back')
  await until(() => timesTold(desk, customer, /^Subject/) === 2, 'the subject again')
  desk.telegram.write(customer, 'Gil needs the wiki')
  await until(() => timesTold(desk, customer, 'What happened?') === 2, 'what happened, again')
  desk.telegram.write(customer, 'To read')
  await told(desk, customer, 'Which system?')
  desk.telegram.write(customer, 'the other one')
  await told(desk, customer, 'Please choose one of: Mail, Wiki, Accounting')
  desk.telegram.write(customer, 'wiki ')
  await told(desk, customer, 'Needed by')
  await pressed(desk, customer, 'Skip')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Gil needs the wiki')
  expect(cardNow(desk, card)).toMatch(/Which system\?\s+Wiki/)
})

it('an answer that quotes its question is what they wrote below it, also after an edit', async () => {
  const customer = newCustomer(desk, 'Quin')
  desk.telegram.write(customer, '/new')
  await told(desk, customer, 'What is it?')
  const answer = async (text: string, quote: string, question: string | RegExp) => {
    const { id } = await told(desk, customer, question)
    return desk.telegram.write(customer, { text, quote, replyTo: id })
  }
  await answer('A journey', 'What is it?', 'What is it?')
  const subject = await answer('Quin goes to Rom', 'Subject', /^Subject/)
  await answer('By train', 'What happened?', 'What happened?')
  await answer('by ship', 'How will you travel?', 'How will you travel?')
  await told(desk, customer, 'Alone?')
  desk.telegram.edit(customer, subject, 'Quin goes to Rome')
  await until(() => timesTold(desk, customer, 'Alone?') === 2, 'the question again')
  await answer('yes', 'Alone?', 'Alone?')
  await answer('2027-04-01', 'When?', 'When?')
  await pressed(desk, customer, 'Skip')
  const summary = await told(desk, customer, 'Ready to send: Quin goes to Rome')
  expect(summary.text).toContain('Subject: Quin goes to Rome\nWhat happened?: By train\nHow')
  await pressed(desk, customer, 'Send')
  await cardOf(desk, 'Quin goes to Rome')
})

it('an answer is corrected by an edit until the form is sent; after that they are told to write it anew', async () => {
  const customer = newCustomer(desk, 'Gwen')
  desk.telegram.write(customer, '/new')
  await pressed(desk, customer, 'A journey')
  await told(desk, customer, /^Subject/)
  const subject = desk.telegram.write(customer, 'Gwen goes to Rom')
  await told(desk, customer, 'What happened?')
  const story = desk.telegram.send(customer, { photo: { caption: 'The Monday train' } })
  await told(desk, customer, 'How will you travel?')
  desk.telegram.edit(customer, story, 'The Tuesday train')
  await until(() => timesTold(desk, customer, 'How will you travel?') === 2, 'the question again')
  await pressed(desk, customer, 'By train')
  await pressed(desk, customer, 'Done')
  await pressed(desk, customer, 'Yes')
  await told(desk, customer, 'When?')
  const date = desk.telegram.write(customer, 'next spring')
  await told(desk, customer, 'Please write a date like 2026-12-31.')
  desk.telegram.edit(customer, date, '2027-04-01')
  await told(desk, customer, 'What may it cost?')
  await pressed(desk, customer, 'Skip')
  await told(desk, customer, 'Ready to send: Gwen goes to Rom')

  desk.telegram.edit(customer, date, 'soon')
  await until(() => timesTold(desk, customer, 'Please write a date like 2026-12-31.') === 2, 'that it is no date')
  desk.telegram.edit(customer, date, '2027-04-02')
  await until(() => timesTold(desk, customer, 'Ready to send: Gwen goes to Rom') === 2, 'the summary again')
  desk.telegram.edit(customer, subject, 'Gwen goes to Rome')
  const summary = await told(desk, customer, 'Ready to send: Gwen goes to Rome')
  expect(summary.text).toContain('When?: 2 Apr 2027')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Gwen goes to Rome')
  await inThread(desk, card, 'The Tuesday train')
  expect(threadOf(desk, card).join()).not.toContain('Monday')

  desk.telegram.edit(customer, subject, 'Gwen goes to Rome and back')
  await told(desk, customer, 'Please write it as a new message')
})

it('a form is left by its button or by /cancel; then there is none to leave, and plain words open a ticket', async () => {
  const customer = newCustomer(desk, 'Hal')
  desk.telegram.write(customer, '/new')
  await withButton(desk, customer, 'Question')
  await pressed(desk, customer, 'Cancel')
  await told(desk, customer, 'Cancelled. Nothing was sent.')
  desk.telegram.write(customer, '/new')
  await withButton(desk, customer, 'Question')
  desk.telegram.write(customer, '/cancel')
  await until(() => timesTold(desk, customer, 'Cancelled. Nothing was sent.') >= 2, 'the second')
  desk.telegram.write(customer, '/cancel')
  await told(desk, customer, 'There is no form to leave.')
  desk.telegram.write(customer, 'Hal just writes')
  await cardOf(desk, 'Hal just writes')
})

it('a second /new begins anew: the first one’s buttons are dead', async () => {
  const customer = newCustomer(desk, 'Ian')
  desk.telegram.write(customer, '/new')
  const first = await withButton(desk, customer, 'Question')
  desk.telegram.write(customer, '/new')
  await until(async () => (await withButton(desk, customer, 'Question')).id !== first.id, 'the second form')
  await until(
    () => desk.telegram.messages(customer).find(({ id }) => id === first.id)?.buttons.length === 0,
    'the first form without buttons',
  )
  await pressed(desk, customer, 'Question')
  await answer(customer, 'Subject', 'Ian’s second form')
  await told(desk, customer, 'What happened?')
})

it('what is no answer is asked for again: a sticker never skips a question', async () => {
  const customer = newCustomer(desk, 'Kai')
  desk.telegram.write(customer, '/new')
  await pressed(desk, customer, 'Something is broken')
  await answer(customer, 'Subject', 'Kai’s program stops')
  await told(desk, customer, 'What happened?')
  desk.telegram.send(customer, { sticker: { emoji: '😭' } })
  await told(desk, customer, 'Please answer the question itself in words')
  expect(timesTold(desk, customer, 'What happened?')).toBe(2)
  await pressed(desk, customer, 'Skip')
  await answer(customer, 'What did you do before it broke?', 'I opened it')
  await told(desk, customer, 'Operating system')
  await pressed(desk, customer, 'Skip')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Kai’s program stops')
  await until(() => desk.slack.messages(card.channel, { thread: card.ts }).find(({ files }) => files), 'the sticker')
  await inThread(desk, card, 'I opened it')
})
