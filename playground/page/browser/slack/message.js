import { avatar } from '../avatar.js'
import { el } from '../dom.js'
import { emojiOf } from '../emoji.js'
import { icon } from '../icons.js'
import { reactButton, reactionRow } from '../react.js'
import { clockTime, fullTime, msOf } from '../time.js'
import { drawBlocks } from './blocks.js'
import { mrkdwn } from './mrkdwn.js'

/** `callback_id` of the message shortcut, as in the app's manifest. */
const raise = 'ticket_from_message'
/** The same for a message of a ticket that is to be a ticket of its own. */
const split = 'ticket_split'

/**
 * A message as a person sees it in a channel or a thread. `does` holds what they can do: `act(what)`, `openThread(ts)`,
 * `edit(message, inThread)`, `dismiss(ts)`. `editor` stands in the place of what is being edited.
 */
export function drawMessage(item, { names, does, inThread, bot, editor }) {
  const { message, ephemeral, follows, person, editing } = item
  const author = ephemeral ? bot : (message.user ?? bot)
  const isBot = ephemeral === true || message.bot_id !== undefined
  const name = message.username ?? names.user(author)
  const gone = message.subtype === 'tombstone'
  const kind = [ephemeral && 'ephemeral', follows && 'follows', gone && 'gone'].filter(Boolean).join(' ')
  return el(
    'article',
    {
      class: `message ${kind}`,
      'data-testid': 'slack-message',
      'data-ts': message.ts,
      'aria-label': `${name}, ${clockTime(msOf(message.ts))}`,
    },
    follows ? el('time', { class: 'beside' }, clockTime(msOf(message.ts))) : avatar(author, name, isBot),
    el(
      'div',
      { class: 'message-main' },
      ephemeral && el('div', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      !follows &&
        el(
          'div',
          { class: 'by' },
          el('strong', {}, gone ? 'Somebody' : name),
          isBot && el('span', { class: 'app' }, 'APP'),
          timeOf(message),
          editedAbove(message) && el('span', { class: 'edited' }, '(edited)'),
        ),
      editing ? editor : body(item, { names, does }),
      reactions(message, person, does),
      !inThread && item.replies && replyBar(item, names, does),
    ),
    !editing && bar(item, { does, inThread }),
  )
}

function timeOf(message) {
  const ms = msOf(message.ts)
  return el('time', { datetime: new Date(ms).toISOString(), title: fullTime(ms) }, clockTime(ms))
}

function body({ message }, { names, does }) {
  if (message.subtype === 'tombstone') return el('div', { class: 'text' }, 'This message was deleted.')
  const use = (element, chosen) =>
    does.act({
      act: 'slack.press',
      channel: message.channel,
      ts: message.ts,
      what: nameOf(element, message),
      ...chosen,
    })
  const shown = message.blocks?.length
    ? drawBlocks(message.blocks, { names, use })
    : el('div', { class: 'text' }, mrkdwn(message.text, names))
  const files = (message.files ?? []).map((file) =>
    el('div', { class: 'file' }, icon('clip'), file.mode === 'tombstone' ? 'This file was deleted.' : file.name),
  )
  return el(
    'div',
    { class: 'body' },
    shown,
    files,
    message.edited && !editedAbove(message) && el('span', { class: 'edited' }, '(edited)'),
  )
}

/** Behind words it follows them; a card has it beside its time. */
function editedAbove({ edited, blocks }) {
  return edited !== undefined && blocks?.length > 0 && blocks.at(-1).type !== 'rich_text'
}

/** How an element is named to Slack: its `action_id`, or what is written on it where two bear the same id. */
function nameOf(element, message) {
  const sameId = JSON.stringify(message.blocks).split(`"action_id":${JSON.stringify(element.action_id)}`).length - 1
  return sameId > 1 && element.text ? { label: element.text.text } : element.action_id
}

function reactions(message, person, does) {
  const shown = (message.reactions ?? []).map(({ name, users, count }) => ({
    sign: emojiOf(name),
    name,
    count,
    mine: users.includes(person),
  }))
  const give = (emoji, mine) =>
    does.act({ act: 'slack.react', channel: message.channel, ts: message.ts, emoji, remove: mine })
  return reactionRow(shown, { className: 'reactions', testid: 'slack-reaction', give })
}

/** What the bar of a message offers; any other emoji comes by pressing one that stands there. */
const offered = ['+1', 'white_check_mark', 'eyes', 'tada', 'heart', 'joy', 'pray'].map((name) => ({
  name,
  sign: emojiOf(name),
}))

function replyBar({ message, replies }, names, does) {
  const { count, last, authors, fresh } = replies
  return el(
    'button',
    {
      type: 'button',
      class: fresh ? 'replies fresh' : 'replies',
      'data-testid': 'open-thread',
      on: { click: () => does.openThread(message.ts) },
    },
    authors.slice(0, 3).map((id) => avatar(id, names.user(id), names.isBot(id))),
    el('span', {}, count === 1 ? '1 reply' : `${count} replies`),
    el('time', {}, `last ${clockTime(msOf(last))}`),
    fresh && el('span', { class: 'dot', role: 'img', 'aria-label': 'something new' }),
  )
}

/** What somebody can do with a message under the pointer. */
function bar({ message, ephemeral, person }, { does, inThread = false }) {
  if (message.subtype === 'tombstone') return undefined
  const { channel, ts } = message
  const button = (name, label, testid, click) =>
    el(
      'button',
      { type: 'button', title: label, 'aria-label': label, 'data-testid': testid, on: { click } },
      icon(name),
    )
  if (ephemeral)
    return el(
      'div',
      { class: 'bar' },
      button('close', 'Dismiss', 'dismiss', () => does.dismiss(ts)),
    )
  const root = message.thread_ts ?? ts
  return el(
    'div',
    { class: 'bar', role: 'group', 'aria-label': 'What to do with the message' },
    !inThread && button('reply', 'Reply in thread', 'reply-in-thread', () => does.openThread(root)),
    button('bolt', 'Ticket from message', 'ticket-from-message', () =>
      does.act({ act: 'slack.shortcut', channel, ts, callback: raise }),
    ),
    button('reply', 'Split into a new ticket', 'split-message', () =>
      does.act({ act: 'slack.shortcut', channel, ts, callback: split }),
    ),
    reactButton({
      offered,
      testid: 'slack-react',
      choose: (emoji) => does.act({ act: 'slack.react', channel, ts, emoji }),
    }),
    message.user === person && button('edit', 'Edit message', 'edit-message', () => does.edit(message, inThread)),
    message.user === person &&
      button('bin', 'Delete message', 'delete-message', () => does.act({ act: 'slack.remove', channel, ts })),
  )
}
