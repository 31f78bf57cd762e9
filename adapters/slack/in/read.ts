import type { Address, Inbound, PersonAddress } from '../../../src/adapter.ts'
import { answersOf } from '../form/answers.ts'
import { refOf } from '../form/ref.ts'
import type { Identity } from '../identity.ts'
import { fromRichText } from '../text/index.ts'
import { commandWords } from './command-words.ts'
import { draftOf } from './draft.ts'
import { inboundOfMessage, uncarriedOf } from './message.ts'
import { inboundOfPress } from './press.ts'
import { type Storable, storable } from './shapes.ts'
import { timeOfAct, timeOfTs } from './times.ts'

/** `callback_id` of the message shortcut in the app's manifest. */
export const RAISE = 'ticket_from_message'
/** `callback_id` of the global shortcut: the command without words, from anywhere. */
export const NEW_TICKET = 'ticket_new'

/** How ids of this workspace become addresses. */
export interface Here {
  us: Identity
  /** With its slash. */
  command: string
  person(id: string): PersonAddress
  place(chat: string, thread?: string | null): Address
}

export function here(us: Identity, command: string): Here {
  const { account } = us
  return {
    us,
    command,
    person: (id) => ({ platform: 'slack', account, id }),
    place: (chat, thread) => ({ platform: 'slack', account, chat, ...(thread ? { thread } : {}) }),
  }
}

/** What a stored request means. Pure; throws on a shape that is not known. */
export function read(body: unknown, at: Here): Inbound[] {
  const stored = storable.parse(body)
  switch (stored.type) {
    case 'event_callback':
      return stored.event.type === 'message' ? inboundOfMessage(stored.event, at) : []
    case 'command':
      return stored.command === at.command ? [commanded(stored, at)] : []
    case 'shortcut':
      return stored.callback_id === NEW_TICKET ? [commandedByShortcut(stored, at)] : []
    case 'message_action':
      return stored.callback_id === RAISE ? [raised(stored, at)] : []
    case 'block_actions':
      return inboundOfPress(stored, at)
    case 'view_submission':
      return [submitted(stored, at)]
    default:
      return stored satisfies never
  }
}

type Stored<Type extends Storable['type']> = Extract<Storable, { type: Type }>

function commanded(body: Stored<'command'>, at: Here): Inbound {
  return {
    does: 'command',
    who: at.person(body.user_id),
    at: at.place(body.channel_id),
    occurredAt: timeOfAct(null, body.received),
    name: body.command.slice(1),
    words: commandWords(body.text),
    draft: draftOf(body.trigger_id),
    via: body.response_url,
  }
}

function commandedByShortcut(body: Stored<'shortcut'>, at: Here): Inbound {
  return {
    does: 'command',
    who: at.person(body.user.id),
    at: at.place(body.user.id),
    occurredAt: timeOfAct(body.action_ts, body.received),
    name: at.command.slice(1),
    words: '',
    draft: draftOf(body.trigger_id),
  }
}

function raised(body: Stored<'message_action'>, at: Here): Inbound {
  const { message } = body
  const author = message.user ?? message.bot_id
  return {
    does: 'raise',
    who: at.person(body.user.id),
    at: at.place(body.channel.id, message.thread_ts),
    occurredAt: timeOfAct(body.action_ts, body.received),
    draft: draftOf(body.trigger_id),
    via: body.response_url ?? undefined,
    source: {
      chat: body.channel.id,
      message: message.ts,
      thread: message.thread_ts ?? undefined,
      author: author ? at.person(author) : undefined,
      byBot: Boolean(message.bot_id),
      text: fromRichText(message.blocks ?? [], message.text ?? ''),
      occurredAt: timeOfTs(message.ts),
      uncarried: uncarriedOf(message),
    },
  }
}

/** A form bears no place; what it was opened for knows it, and the person's DM stands in. */
function submitted(body: Stored<'view_submission'>, at: Here): Inbound {
  return {
    does: 'submit',
    who: at.person(body.user.id),
    at: at.place(body.user.id),
    occurredAt: timeOfAct(null, body.received),
    ref: refOf(body.view.private_metadata),
    answers: answersOf(body.view.state.values),
  }
}
