import { expect, test, vi } from 'vitest'
import { modalOf } from '../../../adapters/slack/form/modal.ts'
import { NEW_TICKET } from '../../../adapters/slack/in/read.ts'
import { ADA, BO, HELP, RITA, TRIAGE } from '../../../playground/slack/index.ts'
import type { Answer, Form, FormField, Question } from '../../../src/adapter.ts'
import { fieldKinds } from '../../../src/domain/desk/field.ts'
import { openDesk, owed, says, type TestDesk } from './desk.ts'

const subject: FormField = { id: 'subject', kind: 'text', label: 'Subject', required: true }
const type: FormField = {
  id: 'type',
  kind: 'choice',
  label: 'Type',
  required: true,
  redraws: true,
  options: [
    { id: 'bug', label: 'Bug' },
    { id: 'question', label: 'Question' },
  ],
}
const version: FormField = { id: 'version', kind: 'version', label: 'Version', required: true }

function newTicket(question: Question, fields: FormField[] = [type, subject]): Answer {
  const form: Form = { ref: question.ref, title: 'New ticket', submit: 'Send', cancel: 'Cancel', fields }
  return { form }
}

/** A desk that asks for a type and a subject, for a version too when it is a bug, and refuses `xxx` as a subject. */
function formDesk(desk: TestDesk): void {
  desk.door.answer = (question) => {
    if (question.ask === 'check') {
      return question.answers.subject === 'xxx' ? { errors: { subject: 'Say it in words' } } : { none: true }
    }
    const isBug = question.answers?.type === 'bug'
    return newTicket(question, isBug ? [type, subject, version] : [type, subject])
  }
}

test('/ticket opens the form, and the row names the same draft', async () => {
  await using desk = await openDesk()
  formDesk(desk)
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)?.title.text).toBe('New ticket')
  const [commanded] = await desk.heard()
  expect(desk.door.questions[0]).toMatchObject({
    ask: 'form',
    words: '',
    ref: { kind: 'draft', id: commanded?.does === 'command' && commanded.draft },
  })
})

test('the form does not wait for the insert; the acknowledgement does', async () => {
  await using desk = await openDesk()
  formDesk(desk)
  const insert = Promise.withResolvers<void>()
  desk.door.held = insert.promise
  let done = false
  const commanded = desk.slack.world.command(RITA, HELP, '/ticket').finally(() => {
    done = true
  })
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  expect({ done, rows: desk.door.rows }).toEqual({ done: false, rows: [] })
  insert.resolve()
  expect(await commanded).toMatchObject({ ok: true })
  expect(desk.door.rows).toHaveLength(1)
})

test('Rita sends a form: what is wrong is said at its field, then it goes in with everything she typed', async () => {
  await using desk = await openDesk()
  formDesk(desk)
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  expect(await desk.slack.world.submitView(RITA, { Type: 'Question', Subject: 'xxx' })).toMatchObject({
    ok: false,
    errors: { 'field:subject': 'Say it in words' },
  })
  expect(await desk.slack.world.submitView(RITA, { Subject: 'the printer is on fire' })).toMatchObject({ ok: true })
  expect(desk.slack.world.view(RITA)).toBeUndefined()
  const heard = await desk.heard()
  expect(heard.filter((one) => one.does === 'submit')).toEqual([
    {
      does: 'submit',
      who: { platform: 'slack', account: 'T0DEMO', id: RITA },
      at: desk.place(RITA),
      occurredAt: expect.any(Date),
      untimed: true,
      ref: { kind: 'draft', id: heard[0]?.does === 'command' ? heard[0].draft : '' },
      answers: { type: 'question', subject: 'the printer is on fire' },
    },
  ])
  expect(desk.door.rows.at(-1)?.lane).toBe(`person:${RITA}`)
})

test('the type decides the fields: the form is drawn again and keeps what was typed', async () => {
  await using desk = await openDesk()
  formDesk(desk)
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  await desk.slack.world.chooseInView(RITA, 'Subject', 'the printer is on fire')
  expect(await desk.slack.world.chooseInView(RITA, 'Type', 'Bug')).toMatchObject({ ok: true })
  await expect.poll(() => desk.slack.world.view(RITA)?.blocks.length).toBe(3)
  expect(desk.door.questions.at(-1)).toMatchObject({ ask: 'form', answers: { type: 'bug' } })
  expect(await desk.slack.world.submitView(RITA, { Version: '1.2' })).toMatchObject({ ok: true })
  const sent = (await desk.heard()).find((one) => one.does === 'submit')
  expect(sent?.answers).toEqual({ type: 'bug', subject: 'the printer is on fire', version: '1.2' })
  // Choosing inside a form leaves no trace in the inbox.
  expect(desk.door.rows).toHaveLength(2)
})

test('two choices in a row: a drawing that comes late does not undo the newer one', async () => {
  await using desk = await openDesk()
  formDesk(desk)
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  const at = desk.door.answer
  const late = Promise.withResolvers<void>()
  desk.door.answer = async (question) => {
    if (question.answers?.type === 'bug') await late.promise
    return at(question)
  }
  await desk.slack.world.chooseInView(RITA, 'Type', 'Bug')
  const before = desk.slack.world.view(RITA)?.hash
  await desk.slack.world.chooseInView(RITA, 'Type', 'Question')
  await expect.poll(() => desk.slack.world.view(RITA)?.hash).not.toBe(before)
  late.resolve()
  await expect.poll(() => desk.logged.filter(({ event }) => event === 'slack-form-not-shown').length).toBe(1)
  expect(desk.slack.world.view(RITA)?.blocks).toHaveLength(2)
})

test('a form that cannot be taken in stays open with what was typed, and goes in the next time', async () => {
  await using desk = await openDesk()
  formDesk(desk)
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  desk.door.failures = 1
  const values = { Type: 'Question', Subject: 'the printer is on fire' }
  expect(await desk.slack.world.submitView(RITA, values)).toMatchObject({ ok: false, error: 'dispatch_failed' })
  expect(desk.slack.world.view(RITA)).toBeDefined()
  expect(await desk.slack.world.submitView(RITA)).toMatchObject({ ok: true })
  expect((await desk.heard()).at(-1)).toMatchObject({ answers: { subject: 'the printer is on fire' } })
})

test('an error of the whole form, or of a field that is not on it, is said at the first field', async () => {
  await using desk = await openDesk()
  desk.door.answer = (question) =>
    question.ask === 'form' ? newTicket(question) : { errors: { nowhere: 'This draft is gone', other: 'Begin again' } }
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  const sent = desk.slack.world.submitView(RITA, { Type: 'Bug', Subject: 'x' })
  expect(await sent).toMatchObject({ errors: { 'field:type': 'This draft is gone\nBegin again' } })
  desk.door.answer = () => ({ refused: 'Not you' })
  expect(await desk.slack.world.submitView(RITA)).toMatchObject({ errors: { 'field:type': 'Not you' } })
})

test('where a rule says no, only the person is told, at once', async () => {
  await using desk = await openDesk()
  desk.door.answer = () => ({ refused: 'Guests raise tickets in the portal <!channel>' })
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.ephemerals(RITA).length).toBe(1)
  const [told] = desk.slack.world.ephemerals(RITA)
  expect(told && desk.slack.world.textOf(told)).toContain('Guests raise tickets in the portal <!channel>')
  expect(told?.pinged).toEqual([])
  expect(desk.slack.world.view(RITA)).toBeUndefined()
})

test('where there is nothing to show, nothing is shown', async () => {
  await using desk = await openDesk()
  await desk.slack.world.command(RITA, HELP, '/ticket', 'list')
  await desk.heard()
  await desk.adapter.stop()
  expect(desk.slack.world.view(RITA)).toBeUndefined()
  expect(desk.slack.world.ephemerals(RITA)).toEqual([])
})

test('a form that Slack does not open is logged, and the command is heard', async () => {
  await using desk = await openDesk()
  formDesk(desk)
  desk.slack.faults.arm({ on: 'call', method: 'views.open', does: 'error', status: 500 })
  expect(await desk.slack.world.command(RITA, HELP, '/ticket')).toMatchObject({ ok: true })
  await expect.poll(() => desk.logged.some(({ event }) => event === 'slack-form-not-shown')).toBe(true)
  expect(await desk.heard()).toMatchObject([{ does: 'command' }])
})

test('who asked for a form that did not open is told so, with a button that opens it', async () => {
  await using desk = await openDesk()
  desk.door.answer = (question) => ({
    ...newTicket(question),
    again: { words: 'It did not open', button: { id: 'open-1', label: 'Open it' } },
  })
  desk.slack.faults.arm({ on: 'call', method: 'views.open', does: 'error', status: 500 })
  await desk.slack.world.command(RITA, HELP, '/ticket')
  const told = await vi.waitUntil(() => desk.slack.world.ephemerals(RITA)[0])
  expect(desk.slack.world.textOf(told)).toContain('It did not open')
  await desk.slack.world.press(RITA, HELP, told.ts, { label: 'Open it' })
  await expect.poll(() => desk.slack.world.view(RITA)?.title.text).toBe('New ticket')
  expect(desk.door.questions.at(-1)).toMatchObject({ ask: 'form', ref: { kind: 'button', id: 'open-1' } })
})

test('where Slack gives no way to answer, or that way fails, who asked for a form is told in their own chat', async () => {
  await using desk = await openDesk()
  const { world } = desk.slack
  desk.door.answer = (question) => ({
    ...newTicket(question),
    again: { words: 'It did not open', button: { id: 'open-1', label: 'Open it' } },
  })
  const dm = world.dm(RITA)
  const told = (words: string) => world.messages(dm).filter((shown) => world.textOf(shown).includes(words))
  desk.slack.faults.arm({ on: 'call', method: 'views.open', does: 'error', status: 500 }, 2)
  await world.globalShortcut(RITA, NEW_TICKET)
  const [first] = await vi.waitUntil(() => told('It did not open')[0] && told('It did not open'))
  desk.slack.faults.arm({ on: 'call', method: 'response_url', does: 'error', status: 500 })
  await world.command(RITA, HELP, '/ticket')
  await expect.poll(() => told('It did not open').length).toBe(2)
  await world.press(RITA, dm, first?.ts ?? '', { label: 'Open it' })
  await expect.poll(() => world.view(RITA)?.title.text).toBe('New ticket')
  expect(desk.door.questions.at(-1)).toMatchObject({ ask: 'form', ref: { kind: 'button', id: 'open-1' } })

  desk.door.answer = () => ({ home: { newTicket: 'New ticket', parts: [] } })
  world.openHome(RITA)
  await expect.poll(() => world.home(RITA)).toBeDefined()
  desk.door.answer = () => ({ refused: 'Not here <!channel>' })
  await world.pressInHome(RITA, { label: 'New ticket' })
  const [refused] = await vi.waitUntil(() => told('Not here <!channel>')[0] && told('Not here <!channel>'))
  expect(refused?.pinged).toEqual([])
  expect(world.ephemerals(RITA)).toEqual([])
})

test('a command that was not taken in promises no form: Slack itself says that it failed', async () => {
  await using desk = await openDesk()
  desk.door.answer = (question) => ({
    ...newTicket(question),
    again: { words: 'Nothing is lost', button: { id: 'open-1', label: 'Open it' } },
  })
  desk.door.failures = 1
  desk.slack.faults.arm({ on: 'call', method: 'views.open', does: 'error', status: 500 })
  expect(await desk.slack.world.command(RITA, HELP, '/ticket')).toMatchObject({ ok: false })
  await expect.poll(() => desk.logged.some(({ event }) => event === 'slack-form-not-shown')).toBe(true)
  expect(desk.slack.world.ephemerals(RITA)).toEqual([])
})

test('a button that opens a form does so, and is heard as pressed', async () => {
  await using desk = await openDesk()
  const note: FormField = { id: 'note', kind: 'longtext', label: 'Note', required: true }
  desk.door.answer = (question) => (question.ask === 'form' ? newTicket(question, [note]) : { none: true })
  const choices = [[{ kind: 'button', id: 'note-1', label: 'Note', opensForm: true } as const]]
  const to = desk.place(TRIAGE)
  const { message } = await desk.adapter.deliver(owed({ act: 'post', to, post: says('the printer', { choices }) }))
  await desk.slack.world.press(ADA, TRIAGE, message, { label: 'Note' })
  await expect.poll(() => desk.slack.world.view(ADA)).toBeDefined()
  await desk.slack.world.submitView(ADA, { Note: 'two\nlines' })
  expect(await desk.heard()).toMatchObject([
    { does: 'press', button: 'note-1' },
    { does: 'submit', ref: { kind: 'button', id: 'note-1' }, answers: { note: 'two\nlines' } },
  ])
})

const options = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `o${n}`,
    label: `Option ${n} ${'with a long name '.repeat(8)}`,
    hint: 'h'.repeat(90),
  }))

test('every kind of field can be shown, filled in, and read', async () => {
  await using desk = await openDesk()
  const withOptions = new Set(['choice', 'many', 'yesno', 'release'])
  const fields = fieldKinds
    .filter((kind) => kind !== 'file')
    .map(
      (kind): FormField => ({
        id: kind,
        kind,
        label: `A ${kind}`,
        required: false,
        placeholder: 'p'.repeat(200),
        hint: 'h',
        ...(withOptions.has(kind) ? { options: options(3) } : {}),
      }),
    )
  desk.door.answer = (question) => (question.ask === 'form' ? newTicket(question, fields) : { none: true })
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  expect(
    await desk.slack.world.submitView(RITA, {
      'field:text': 'one',
      'field:longtext': 'one\ntwo',
      'field:choice': 'o1',
      'field:many': ['o0', 'o2'],
      'field:yesno': 'o0',
      'field:number': '7.5',
      'field:date': '2026-11-30',
      'field:version': '1.2',
      'field:person': BO,
      'field:email': 'rita@example.com',
      'field:release': 'o2',
    }),
  ).toMatchObject({ ok: true })
  expect((await desk.heard()).at(-1)).toMatchObject({
    answers: {
      text: 'one',
      longtext: 'one\ntwo',
      choice: 'o1',
      many: ['o0', 'o2'],
      yesno: 'o0',
      number: '7.5',
      date: '2026-11-30',
      version: '1.2',
      person: BO,
      email: 'rita@example.com',
      release: 'o2',
    },
  })
  expect(desk.door.questions.at(-1)).not.toHaveProperty('answers.url')
})

test('what the core already knows stands in the form', async () => {
  await using desk = await openDesk()
  const fields: FormField[] = [
    { ...subject, value: 'the printer' },
    { ...type, value: 'bug' },
    { id: 'many', kind: 'many', label: 'Many', required: false, options: options(3), value: ['o1', 'gone'] },
    { id: 'date', kind: 'date', label: 'Date', required: false, value: '2026-11-30' },
    { id: 'person', kind: 'person', label: 'Person', required: false, value: BO },
  ]
  desk.door.answer = (question) => (question.ask === 'form' ? newTicket(question, fields) : { none: true })
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  expect(await desk.slack.world.submitView(RITA)).toMatchObject({ ok: true })
  expect((await desk.heard()).at(-1)).toMatchObject({
    answers: { subject: 'the printer', type: 'bug', many: ['o1'], date: '2026-11-30', person: BO },
  })
})

test.each([[11], [100], [101], [250]])('a list of %i options with long names fits', async (count) => {
  await using desk = await openDesk()
  const fields: FormField[] = [
    { id: 'one', kind: 'choice', label: 'One', required: false, options: options(count) },
    { id: 'many', kind: 'many', label: 'Many', required: false, options: options(count) },
  ]
  desk.door.answer = (question) => (question.ask === 'form' ? newTicket(question, fields) : { none: true })
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
  const last = `o${count - 1}`
  await desk.slack.world.submitView(RITA, { 'field:one': last, 'field:many': ['o0', last] })
  expect((await desk.heard()).at(-1)).toMatchObject({ answers: { one: last, many: ['o0', last] } })
})

test('long titles and labels fit', async () => {
  await using desk = await openDesk()
  const long = 'a very long sentence '.repeat(200)
  desk.door.answer = (question) => ({
    form: {
      ref: question.ref,
      title: long,
      submit: long,
      cancel: long,
      intro: long,
      fields: [{ ...subject, label: long, hint: long, placeholder: long, value: long }],
    },
  })
  await desk.slack.world.command(RITA, HELP, '/ticket')
  await expect.poll(() => desk.slack.world.view(RITA)).toBeDefined()
})

test('a list whose options change forgets what was chosen; one that does not keeps it', () => {
  const actionOf = (field: FormField) => {
    const { blocks } = modalOf({
      ref: { kind: 'draft', id: 'd' },
      title: 't',
      submit: 's',
      cancel: 'c',
      fields: [field],
    })
    const [block] = blocks
    return block && 'element' in block ? [block.block_id, block.element.action_id] : []
  }
  const renamed = { ...type, options: type.options?.map((option) => ({ ...option, label: 'Fel' })) }
  const shorter = { ...type, options: type.options?.slice(1) }
  expect(actionOf(renamed)).toEqual(actionOf(type))
  expect(actionOf(shorter)[0]).toEqual(actionOf(type)[0])
  expect(actionOf(shorter)[1]).not.toEqual(actionOf(type)[1])
})
