import type { Exchange } from './overheard.ts'

/** What stands under these names nobody reads: ids, kinds, secrets, times, addresses. Everything else is shown. */
const unread = new Set(
  `token channel channel_id channels chat_id message_id message_ids message_thread_id from_chat_id ts thread_ts latest oldest
  user users user_id usergroup team team_id trigger_id view_id hash external_id callback_id block_id action_id value
  private_metadata metadata type style subtype emoji unicode url image_url initial_user initial_users initial_date
  initial_conversation response_action response_type file file_id files length cursor limit include_locale
  include_all_metadata inclusive parse_mode callback_data callback_query_id allowed_updates offset timeout scope command
  language language_code icon_custom_emoji_id icon_color icon_emoji receiver_user_id secret_token reaction function_execution_id
  timezone timestamp format client_msg_id ok action drop_pending_updates custom_emoji_id media types
  parse unfurl_links unfurl_media link_names reply_broadcast mrkdwn`.split(/\s+/),
)

/** Methods whose arguments nobody is shown. */
const silent = new Set(['getUpdates', 'setWebhook', 'reactions.add', 'reactions.remove', 'apps.connections.open'])

/** A piece of text somebody was shown, and where on the wire it stood. */
export interface Shown {
  text: string
  /** Method and the path in what was sent: `chat.postMessage blocks.2.text.text`. */
  where: string
}

/** Every text that the desk had the platforms show: messages, buttons, titles, placeholders, errors, menus, names. */
export function shownIn(exchanges: readonly Exchange[], playground: number): Shown[] {
  return exchanges.flatMap(({ port, path, asked, answered }) => {
    const method = path.split('?')[0]?.split('/').at(-1) ?? ''
    if (port !== playground) return textsOf(bodyOf(answered), `answer to ${path}`)
    // Answers to commands and presses go to an address of their own; bytes of files are no words.
    const doing = path.startsWith('/slack-response/') ? 'response_url' : method
    return silent.has(method) || path.startsWith('/slack-upload/') ? [] : textsOf(bodyOf(asked), doing)
  })
}

function textsOf(value: unknown, where: string, name = ''): Shown[] {
  if (unread.has(name)) return []
  if (typeof value === 'string') return value === '' ? [] : [{ text: value, where }]
  if (Array.isArray(value)) return value.flatMap((one, at) => textsOf(one, `${where}.${at}`))
  if (typeof value !== 'object' || value === null) return []
  // An emoji of a text has a name, a topic has one, too.
  const emoji = 'type' in value && value.type === 'emoji'
  return Object.entries(value).flatMap(([key, one]) =>
    emoji && key === 'name' ? [] : textsOf(one, `${where} ${key}`, key),
  )
}

/** JSON, a form whose values may be JSON, or a form in parts. */
function bodyOf(body: string): unknown {
  if (body === '') return undefined
  if (/^[[{]/.test(body)) return JSON.parse(body)
  if (body.startsWith('--')) return partsOf(body)
  if (!body.includes('=')) return undefined
  const form = [...new URLSearchParams(body)]
  return Object.fromEntries(form.map(([name, value]) => [name, /^[[{]/.test(value) ? jsonOr(value) : value]))
}

function partsOf(body: string): unknown {
  const parts = [...body.matchAll(/name="?([\w]+)"?\r\n\r\n([^\r]*)\r\n/g)]
  return Object.fromEntries(parts.map(([, name = '', value = '']) => [name, jsonOr(value)]))
}

function jsonOr(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
