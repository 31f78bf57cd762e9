import type { Address, Inbound, PersonAddress } from '../../../src/adapter.ts'
import { calmWords } from '../../../src/domain/text/words.ts'
import { emojiOf } from '../emoji.ts'
import { answersOf, filesIn, peopleIn } from '../form/answers.ts'
import { refOf } from '../form/ref.ts'
import type { Identity } from '../identity.ts'
import { channelsNamed, commandWords, peopleNamed } from './command-words.ts'
import { draftOf } from './draft.ts'
import { inboundOfLeaving } from './left.ts'
import { inboundOfMessage, sourceOf } from './message.ts'
import { inboundOfPress } from './press.ts'
import { saysSomething } from './row.ts'
import { reactionEvent, type Storable, stepEvent, storable } from './shapes.ts'
import { inboundOfSharing } from './shared.ts'
import { timeOfAct, timeOfTs } from './times.ts'

/** `callback_id` of the message shortcut in the app's manifest. */
export const RAISE = 'ticket_from_message'
/** The same for agents: a message of a ticket is to be a ticket of its own. */
export const SPLIT = 'ticket_split'
/** What agents say to the desk about themselves; the name stands in the manifests, too. */
export const DESK = '/desk'
/** The language to be spoken to in. */
export const LANGUAGE = '/language'

/** `callback_id` of the global shortcut: the command without words, from anywhere. */
export const NEW_TICKET = 'ticket_new'
/** `callback_id` of the workflow step. */
const STEP = 'create_ticket'

/** How ids of this workspace become addresses. */
export interface Here {
  us: Identity
  /** With its slash. */
  command: string
  person(id: string): PersonAddress
  place(chat: string, thread?: string | null): Address
}

/** Addresses of the workspace this app is in (`us`), for `read`; `command` has its slash. */
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
      return inboundOfEvent(stored, at)
    case 'command':
      return [at.command, DESK, LANGUAGE].includes(stored.command) ? [commanded(stored, at)] : []
    case 'shortcut':
      return stored.callback_id === NEW_TICKET ? [commandedByShortcut(stored, at)] : []
    case 'message_action':
      if (stored.callback_id === SPLIT) return [splitAt(stored, at)]
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

function inboundOfEvent({ event, event_time }: Stored<'event_callback'>, at: Here): Inbound[] {
  if (saysSomething(event)) return inboundOfMessage(event, at)
  if (event.type === 'reaction_added' || event.type === 'reaction_removed') return reacted(event, at)
  if (event.type === 'function_executed') return stepStarted(event, event_time, at)
  return inboundOfSharing(event, event_time, at) ?? inboundOfLeaving(event, event_time, at)
}

/** Our own receipts are reactions, too. */
function reacted(event: unknown, at: Here): Inbound[] {
  const { type, user, reaction, item, event_ts } = reactionEvent.parse(event)
  if (user === at.us.botUser || !item.channel || !item.ts) return []
  const emoji = reaction.split('::')[0] ?? reaction
  return [
    {
      does: 'react',
      who: at.person(user),
      at: at.place(item.channel),
      occurredAt: timeOfTs(event_ts ?? item.ts),
      emoji,
      sign: emojiOf(emoji),
      gone: type === 'reaction_removed',
      message: item.ts,
    },
  ]
}

function stepStarted(event: unknown, seconds: number, at: Here): Inbound[] {
  const { function: step, inputs, function_execution_id: run } = stepEvent.parse(event)
  if (step.callback_id !== STEP) return []
  const words = (value: unknown): string => (typeof value === 'string' ? value : '')
  const requester = words(inputs.requester)
  return [
    {
      does: 'step',
      who: at.person(requester),
      at: at.place(requester),
      occurredAt: new Date(seconds * 1000),
      run,
      summary: calmWords(words(inputs.summary)),
      desk: words(inputs.desk) || undefined,
    },
  ]
}

function commanded(body: Stored<'command'>, at: Here): Inbound {
  return {
    does: 'command',
    who: at.person(body.user_id),
    at: at.place(body.channel_id),
    occurredAt: timeOfAct(null, body.received),
    untimed: true,
    name: body.command.slice(1),
    words: commandWords(body.text),
    people: peopleNamed(body.text),
    channels: channelsNamed(body.text),
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

/** As a command given in reply to the message. */
function splitAt(body: Stored<'message_action'>, at: Here): Inbound {
  return {
    does: 'command',
    who: at.person(body.user.id),
    at: at.place(body.channel.id, body.message.thread_ts),
    occurredAt: timeOfAct(body.action_ts, body.received),
    name: 'split',
    words: '',
    draft: draftOf(body.trigger_id),
    via: body.response_url ?? undefined,
    replyTo: body.message.ts,
  }
}

function raised(body: Stored<'message_action'>, at: Here): Inbound {
  const { message } = body
  return {
    does: 'raise',
    who: at.person(body.user.id),
    at: at.place(body.channel.id, message.thread_ts),
    occurredAt: timeOfAct(body.action_ts, body.received),
    draft: draftOf(body.trigger_id),
    via: body.response_url ?? undefined,
    source: sourceOf(body.channel.id, message, at),
  }
}

/** A form bears no place; what it was opened for knows it, and the person's DM stands in. */
function submitted(body: Stored<'view_submission'>, at: Here): Inbound {
  const { values } = body.view.state
  const [files, people] = [filesIn(values), peopleIn(values)]
  return {
    does: 'submit',
    who: at.person(body.user.id),
    at: at.place(body.user.id),
    occurredAt: timeOfAct(null, body.received),
    untimed: true,
    ref: refOf(body.view.private_metadata),
    answers: answersOf(values),
    ...(files.length > 0 && { files }),
    ...(people.length > 0 && { people }),
  }
}
