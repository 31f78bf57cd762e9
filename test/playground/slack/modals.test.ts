import { afterEach, beforeEach, expect, test } from 'vitest'
import { HELP, RITA } from '../../../playground/slack/index.ts'
import { call, type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.stop())

const plain = (text: string) => ({ type: 'plain_text', text })
const options = [
  { text: plain('Bug'), value: 'bug' },
  { text: plain('Question'), value: 'question' },
]
const input = (block_id: string, label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(label),
  element: { action_id: 'value', ...element },
  ...more,
})
const form = (more: object = {}, ...extra: object[]) => ({
  type: 'modal',
  callback_id: 'ticket',
  private_metadata: 'draft-1',
  title: plain('New ticket'),
  submit: plain('Send'),
  blocks: [
    input('type', 'Type', { type: 'static_select', options }, { dispatch_action: true }),
    input('subject', 'Subject', { type: 'plain_text_input', min_length: 3, max_length: 20 }),
    input('mail', 'E-mail', { type: 'email_text_input' }, { optional: true }),
    ...extra,
  ],
  ...more,
})

const last = () => desk.received.at(-1)?.body ?? {}

/** The desk opens `view` for Rita's command. */
async function opened(view: object): Promise<Record<string, unknown>> {
  await desk.slack.world.command(RITA, HELP, '/ticket')
  const answer = await call(desk.slack, 'views.open', { trigger_id: last().trigger_id, view })
  expect(answer.error).toBeUndefined()
  return answer.view as Record<string, unknown> // views.open answers the view
}

const filled = { Type: 'Question', Subject: 'printer' }

test('Rita fills the form by its labels, sends it, and it closes', async () => {
  await opened(form())
  expect(desk.slack.world.textOf(desk.slack.world.view(RITA) ?? {})).toContain('New ticket\nType')
  expect(await desk.slack.world.submitView(RITA, filled)).toEqual({ ok: true, status: 200 })
  expect(last()).toMatchObject({
    type: 'view_submission',
    user: { id: RITA },
    view: {
      callback_id: 'ticket',
      private_metadata: 'draft-1',
      state: {
        values: {
          type: {
            value: { type: 'static_select', selected_option: { value: 'question', text: { text: 'Question' } } },
          },
          subject: { value: { type: 'plain_text_input', value: 'printer' } },
          mail: { value: { type: 'email_text_input', value: null } },
        },
      },
    },
  })
  expect(desk.slack.world.view(RITA)).toBeUndefined()
})

test("Slack's own checks come before the desk is asked", async () => {
  await opened(form())
  const asked = desk.received.length
  const refused = await desk.slack.world.submitView(RITA, { Type: 'Nonsense', Subject: 'ab', 'E-mail': 'nowhere' })
  expect(refused).toEqual({
    ok: false,
    status: 0,
    errors: { type: 'no_such_option', subject: 'too_short', mail: 'not_an_email' },
  })
  expect(
    await desk.slack.world.submitView(RITA, { Subject: 'x'.repeat(21), 'E-mail': 'rita@demo.example' }),
  ).toMatchObject({ errors: { type: 'required', subject: 'too_long' } })
  expect(desk.received).toHaveLength(asked)
  expect(desk.slack.world.view(RITA)?.errors).toMatchObject({ subject: 'too_long' })
})

test('what the desk finds wrong stands at its field, and nothing filled in is lost', async () => {
  await opened(form())
  desk.answers(() => Response.json({ response_action: 'errors', errors: { subject: 'Too vague.' } }))
  expect(await desk.slack.world.submitView(RITA, filled)).toEqual({
    ok: false,
    status: 200,
    errors: { subject: 'Too vague.' },
  })
  expect(desk.slack.world.view(RITA)?.errors).toEqual({ subject: 'Too vague.' })
  desk.answers(() => new Response(null, { status: 200 }))
  expect(await desk.slack.world.submitView(RITA, { Subject: 'printer 2' })).toMatchObject({ ok: true })
  expect(last()).toMatchObject({
    view: {
      state: {
        values: {
          type: { value: { selected_option: { value: 'question' } } },
          subject: { value: { value: 'printer 2' } },
        },
      },
    },
  })
})

test('an answer Slack cannot use is an error to Rita and the form stays', async () => {
  await opened(form())
  for (const answer of [
    Response.json({ response_action: 'errors', errors: { nowhere: 'x' } }),
    Response.json({ response_action: 'errors', errors: {} }),
    Response.json({ response_action: 'update', view: form({ title: plain('x'.repeat(25)) }) }),
    Response.json({ unheard: 'of' }),
    new Response('not json'),
    new Response(null, { status: 500 }),
  ]) {
    desk.answers(() => answer)
    expect(await desk.slack.world.submitView(RITA, filled)).toMatchObject({ ok: false, error: 'dispatch_failed' })
    expect(desk.slack.world.view(RITA)).toBeDefined()
  }
})

test('an answer replaces the form, puts another on it, or closes all', async () => {
  await opened(form())
  desk.answers(() => Response.json({ response_action: 'update', view: form({ title: plain('Step 2') }) }))
  await desk.slack.world.submitView(RITA, filled)
  expect(desk.slack.world.view(RITA)).toMatchObject({ title: { text: 'Step 2' }, previous_view_id: null })
  const below = desk.slack.world.view(RITA)?.id
  desk.answers(() => Response.json({ response_action: 'push', view: form({ title: plain('On top') }) }))
  await desk.slack.world.submitView(RITA, {})
  expect(desk.slack.world.view(RITA)).toMatchObject({
    title: { text: 'On top' },
    previous_view_id: below,
    root_view_id: below,
  })
  desk.answers(() => new Response(null, { status: 200 }))
  await desk.slack.world.submitView(RITA, filled)
  expect(desk.slack.world.view(RITA)?.id).toBe(below)
  desk.answers(() => Response.json({ response_action: 'clear' }))
  await desk.slack.world.submitView(RITA, {})
  expect(desk.slack.world.view(RITA)).toBeUndefined()
})

test('choosing a type tells the desk, which redraws the form; the rest stays filled in', async () => {
  const view = await opened(form())
  await desk.slack.world.chooseInView(RITA, 'Subject', 'printer')
  const asked = desk.received.length
  await desk.slack.world.chooseInView(RITA, 'Type', 'Bug')
  expect(desk.received).toHaveLength(asked + 1)
  expect(last()).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: { state: { values: { subject: { value: { value: 'printer' } } } } },
    actions: [{ type: 'static_select', block_id: 'type', action_id: 'value', selected_option: { value: 'bug' } }],
  })
  const redrawn = form({}, input('version', 'Version', { type: 'plain_text_input', initial_value: '1.0' }))
  const stale = await call(desk.slack, 'views.update', { view_id: view.id, hash: 'another', view: redrawn })
  expect(stale).toMatchObject({ error: 'hash_conflict' })
  expect(await call(desk.slack, 'views.update', { view_id: view.id, hash: view.hash, view: redrawn })).toMatchObject({
    ok: true,
  })
  await desk.slack.world.submitView(RITA)
  expect(last()).toMatchObject({
    view: {
      state: {
        values: {
          type: { value: { selected_option: { value: 'bug' } } },
          subject: { value: { value: 'printer' } },
          version: { value: { value: '1.0' } },
        },
      },
    },
  })
})

test('every kind of field arrives as Slack sends it', async () => {
  const more = [
    input('people', 'People', { type: 'multi_users_select' }),
    input('when', 'When', { type: 'datepicker' }),
    input('many', 'Many', { type: 'checkboxes', options }),
    input('one', 'One', { type: 'radio_buttons', options, initial_option: options[0] }),
    input('much', 'How much', { type: 'number_input', is_decimal_allowed: false }),
    input('story', 'Story', { type: 'rich_text_input' }),
    input('log', 'Log', { type: 'file_input', max_files: 1 }),
  ]
  await opened(form({}, ...more))
  const log = [{ name: 'a.log', bytes: new TextEncoder().encode('x') }]
  const values = {
    ...filled,
    People: ['U0ADA', 'U0BO'],
    When: '2026-11-22',
    Many: ['Bug', 'question'],
    'How much': '3',
    Story: '*so*',
    Log: log,
  }
  expect(await desk.slack.world.submitView(RITA, { ...values, 'How much': '3.5' })).toMatchObject({
    errors: { much: 'not_a_number' },
  })
  expect(await desk.slack.world.submitView(RITA, values)).toMatchObject({ ok: true })
  expect(last()).toMatchObject({
    view: {
      state: {
        values: {
          people: { value: { selected_users: ['U0ADA', 'U0BO'] } },
          when: { value: { selected_date: '2026-11-22' } },
          many: { value: { selected_options: [{ value: 'bug' }, { value: 'question' }] } },
          one: { value: { selected_option: { value: 'bug' } } },
          much: { value: { value: '3' } },
          story: {
            value: {
              rich_text_value: { type: 'rich_text', elements: [{ elements: [{ text: 'so', style: { bold: true } }] }] },
            },
          },
          log: { value: { files: [{ name: 'a.log', url_private: expect.stringContaining('/slack-files/') }] } },
        },
      },
    },
  })
})

test('closing tells the desk only where it asked to be told', async () => {
  await opened(form())
  const asked = desk.received.length
  expect(await desk.slack.world.closeView(RITA)).toEqual({ ok: true, status: 0 })
  expect(desk.received).toHaveLength(asked)
  await opened(form({ notify_on_close: true }))
  await desk.slack.world.closeView(RITA, { all: true })
  expect(last()).toMatchObject({ type: 'view_closed', is_cleared: true, view: { callback_id: 'ticket' } })
  expect(desk.slack.world.view(RITA)).toBeUndefined()
})

test('three modals at most, one external_id each, and none to update that is not open', async () => {
  const button = { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] }
  await opened(form({ external_id: 'one' }, button))
  const push = async (view: object) => {
    await desk.slack.world.pressInView(RITA, { label: 'More' })
    return call(desk.slack, 'views.push', { trigger_id: last().trigger_id, view })
  }
  expect(await push(form({ external_id: 'one' }, button))).toMatchObject({ error: 'duplicate_external_id' })
  expect(await push(form({}, button))).toMatchObject({ ok: true })
  expect(await push(form({}, button))).toMatchObject({ ok: true })
  expect(await push(form({}, button))).toMatchObject({ error: 'push_limit_reached' })
  expect(await call(desk.slack, 'views.update', { external_id: 'one', view: form() })).toMatchObject({ ok: true })
  expect(await call(desk.slack, 'views.update', { view_id: 'V0NONE', view: form() })).toMatchObject({
    error: 'not_found',
  })
})

test("Rita's Home tab", async () => {
  const view = { type: 'home' as const, blocks: [{ type: 'section', text: plain('your tickets') }] }
  const { view: published } = await desk.client.views.publish({ user_id: RITA, view })
  expect(desk.slack.world.textOf(desk.slack.world.home(RITA) ?? {})).toBe('your tickets')
  expect(await call(desk.slack, 'views.publish', { user_id: RITA, view, hash: 'old' })).toMatchObject({
    error: 'hash_conflict',
  })
  desk.slack.world.openHome(RITA)
  await desk.slack.idle()
  expect(desk.events('app_home_opened')).toMatchObject([{ view: { id: published?.id } }])
})
