import { APP, BOT, BOT_USER, HELP, RITA, TEAM, TRIAGE } from '../../playground/slack/index.ts'

/** Payloads as the platforms send them, for fuzzing to start from. `n` makes each a new one. */
export const slackSeeds: readonly ((n: number) => Record<string, unknown> & { as?: string })[] = [
  (n) =>
    eventOf(n, { type: 'message', channel: HELP, channel_type: 'channel', user: RITA, text: 'hello', ts: tsOf(n) }),
  (n) => eventOf(n, { ...said(n), blocks: rich }),
  (n) => eventOf(n, { ...said(n), thread_ts: tsOf(1), files: [{ id: 'F1', name: 'a.png' }], subtype: 'file_share' }),
  (n) =>
    eventOf(n, {
      type: 'message',
      subtype: 'message_changed',
      channel: TRIAGE,
      channel_type: 'group',
      ts: tsOf(n),
      event_ts: tsOf(n),
      message: { ...said(n), edited: { user: RITA, ts: tsOf(n) } },
      previous_message: said(n),
    }),
  (n) => eventOf(n, { type: 'message', subtype: 'message_deleted', channel: TRIAGE, deleted_ts: tsOf(3), ts: tsOf(n) }),
  (n) => eventOf(n, { type: 'app_mention', channel: HELP, user: RITA, text: `<@${BOT_USER}> help`, ts: tsOf(n) }),
  (n) => {
    const item = { type: 'message', channel: HELP, ts: tsOf(n) }
    return eventOf(n, { type: 'reaction_added', user: RITA, reaction: 'ticket', item, event_ts: tsOf(n) })
  },
  (n) => eventOf(n, { type: 'member_left_channel', user: RITA, channel: TRIAGE }),
  (n) => eventOf(n, { type: 'user_change', user: { id: 'U0GONE', deleted: true } }),
  (n) => {
    const inputs = { requester: RITA, summary: 'A step', desk: 'demo' }
    const step = { function: { callback_id: 'create_ticket' }, inputs, function_execution_id: `Fx${n}` }
    return eventOf(n, { type: 'function_executed', bot_access_token: 'xwfp-1', ...step })
  },
  (n) => ({
    as: 'fields',
    command: '/ticket',
    text: `the printer <@${RITA}|rita>`,
    user_id: RITA,
    channel_id: HELP,
    team_id: TEAM,
    api_app_id: APP,
    trigger_id: `fuzz-${n}`,
    response_url: 'http://127.0.0.1:9/none',
  }),
  (n) => ({ as: 'fields', command: '/desk', text: 'status', user_id: RITA, channel_id: HELP, trigger_id: `fuzz-${n}` }),
  (n) => interaction(n, { type: 'shortcut', callback_id: 'ticket_new', action_ts: tsOf(n) }),
  (n) =>
    interaction(n, {
      type: 'message_action',
      callback_id: 'ticket_from_message',
      channel: { id: HELP },
      message: { ...said(n), blocks: rich },
      action_ts: tsOf(n),
    }),
  (n) =>
    interaction(n, {
      type: 'block_actions',
      channel: { id: TRIAGE },
      container: { type: 'message', message_ts: tsOf(2), channel_id: TRIAGE },
      message: { ts: tsOf(2), bot_id: BOT },
      actions: [{ type: 'button', action_id: 'press:0', block_id: 'choices:0', value: 'button', action_ts: tsOf(n) }],
    }),
  (n) =>
    interaction(n, {
      type: 'block_actions',
      view: formOf(n),
      actions: [{ type: 'static_select', action_id: 'type', selected_option: { value: 'bug' } }],
    }),
  (n) => interaction(n, { type: 'view_submission', view: formOf(n) }),
  (n) => interaction(n, { type: 'view_closed', view: formOf(n) }),
  (n) =>
    interaction(n, { type: 'block_suggestion', action_id: 'ticket', block_id: 'b', value: 'pri', view: formOf(n) }),
]

function tsOf(n: number): string {
  return `${1_790_000_000 + n}.000100`
}

function said(n: number) {
  return { type: 'message', channel: HELP, channel_type: 'channel', user: RITA, text: '*help* <!here>', ts: tsOf(n) }
}

const rich = [
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'hello ', style: { bold: true } },
          { type: 'link', url: 'https://example.com', text: 'x' },
          { type: 'user', user_id: RITA },
          { type: 'emoji', name: 'smile', unicode: '1f604' },
          { type: 'date', timestamp: 1_700_000_000, format: '{date}' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 1,
        offset: 2,
        elements: [{ type: 'rich_text_section', elements: [] }],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quote' }] },
    ],
  },
]

function eventOf(n: number, event: Record<string, unknown>) {
  const authorizations = [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }]
  const head = { type: 'event_callback', team_id: TEAM, api_app_id: APP, authorizations }
  return { ...head, event_id: `EvFuzz${n}`, event_time: 1_790_000_000 + n, event }
}

function interaction(n: number, more: Record<string, unknown>) {
  return { as: 'payload', team: { id: TEAM }, api_app_id: APP, user: { id: RITA }, trigger_id: `fuzz-${n}`, ...more }
}

function formOf(n: number) {
  const typed = { subject: { type: 'plain_text_input', value: 'A form' } }
  const draft = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  return {
    id: `V${n}`,
    hash: 'h',
    type: 'modal',
    callback_id: 'deskhand_form',
    private_metadata: JSON.stringify({ ref: { kind: 'draft', id: draft } }),
    state: {
      values: {
        'field:subject': typed,
        'field:type': { type: { type: 'static_select', selected_option: { value: 'bug' } } },
      },
    },
  }
}

const cara = { id: 7001, is_bot: false, first_name: 'Cara', language_code: 'en' }
const chat = { id: 7001, type: 'private', first_name: 'Cara' }
const message = { message_id: 5, date: 1_790_000_000, chat, from: cara, text: 'bold https://a.example' }
const entities = [
  { type: 'bold', offset: 0, length: 4 },
  { type: 'url', offset: 5, length: 17 },
  { type: 'text_mention', offset: 0, length: 4, user: cara },
]

export const telegramSeeds: readonly Record<string, unknown>[] = [
  { message },
  { message: { ...message, entities } },
  { message: { ...message, text: '/new thing', entities: [{ type: 'bot_command', offset: 0, length: 4 }] } },
  { message: { ...message, text: '/start demo', entities: [{ type: 'bot_command', offset: 0, length: 6 }] } },
  {
    message: {
      ...message,
      text: undefined,
      caption: 'see',
      document: { file_id: 'f', file_name: 'a.pdf', file_size: 3 },
    },
  },
  { message: { ...message, text: undefined, photo: [{ file_id: 'p', file_size: 9 }], media_group_id: 'g' } },
  { message: { ...message, reply_to_message: { message_id: 4 }, is_topic_message: true, message_thread_id: 3 } },
  { message: { ...message, chat: { id: -1001, type: 'supergroup' }, text: 'hi @deskhand_bot' } },
  { edited_message: { ...message, edit_date: 1_790_000_009, entities } },
  { callback_query: { id: '1', from: cara, chat_instance: '1', data: 'button', message } },
  { my_chat_member: { chat, from: cara, date: 1, new_chat_member: { status: 'kicked' } } },
  { message_reaction: { chat, message_id: 5, user: cara, date: 1, old_reaction: [], new_reaction: [] } },
]
