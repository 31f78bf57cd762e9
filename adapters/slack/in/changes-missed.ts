import { z } from 'zod'
import type { KnownMessage } from '../../../src/adapter.ts'
import { emojiOf, nameOfEmoji } from '../emoji.ts'
import { isTakenBack } from './message.ts'
import { messageShape } from './shapes.ts'

/** A message as Slack's history tells it, also what we do not read: it is kept as an event's is. */
export const kept = z.looseObject(messageShape.shape).extend({
  reply_count: z.number().nullish(),
  edited: z.looseObject({ user: z.string(), ts: z.string() }).nullish(),
  /** Of many people Slack names some; `count` is of all. */
  reactions: z.array(z.looseObject({ name: z.string(), users: z.array(z.string()), count: z.number() })).nullish(),
})
export type Kept = z.infer<typeof kept>

/** An event's inside, as Slack would have told it. `id` is the same whenever this very change is found. */
export interface Change {
  id: string
  event: { event_ts: string } & Record<string, unknown>
}

interface Window {
  /** Newer changes are looked for (`ts`). */
  oldest: string
  /** When it is looked: Slack does not tell when somebody deleted or reacted. */
  now: string
  us: string
  raising: ReadonlySet<string>
}

/** What was done meanwhile to messages that were known before: history has each as it is now, and of what it does not show nothing is said. */
export function changesOf(found: readonly Kept[], known: readonly KnownMessage[], window: Window): Change[] {
  const byTs = new Map(found.map((message) => [message.ts, message]))
  return known.flatMap((one) => {
    const message = byTs.get(one.message)
    if (!message) return []
    if (isTakenBack(message)) return one.original ? [deletionOf(one, window)] : []
    const { edited } = message
    const isEdited = one.original && edited && edited.ts > window.oldest
    return [
      // As in an event: what was brought comes before what is gone.
      ...(isEdited ? [{ id: `edit:${message.ts}:${edited.ts}`, event: changed(message, edited.ts) }] : []),
      ...(one.original ? filesGone(message, window) : []),
      ...reactionsOf(message, one.reactions, window).filter(
        ({ event }) => !(event.type === 'reaction_added' && window.raising.has(String(event.reaction))),
      ),
    ]
  })
}

/** Emoji on what was said meanwhile: all of them are news. */
export function reactionsOf(
  message: Kept,
  before: KnownMessage['reactions'],
  { now, us, oldest }: Omit<Window, 'raising'>,
): Change[] {
  const shown = (message.reactions ?? []).map(({ name, users, count }) => {
    const plain = name.split('::')[0] ?? name
    return { name: plain, sign: emojiOf(plain), users, isWhole: users.length === count }
  })
  const reacted = (type: 'reaction_added' | 'reaction_removed', user: string, reaction: string): Change => ({
    // The same emoji may come and go again in another outage.
    id: `${type}:${message.ts}:${user}:${reaction}:${oldest}`,
    event: { type, user, reaction, item: { type: 'message', ts: message.ts }, event_ts: now },
  })
  const added = shown.flatMap(({ name, sign, users }) =>
    users
      .filter((user) => user !== us && !before.some((one) => one.who === user && one.sign === sign))
      .map((user) => reacted('reaction_added', user, name)),
  )
  const removed = before.flatMap(({ who, sign }) => {
    const still = shown.filter((one) => one.sign === sign)
    const name = nameOfEmoji(sign)
    const isGone = still.every(({ users, isWhole }) => isWhole && !users.includes(who))
    return isGone && name !== undefined ? [reacted('reaction_removed', who, name)] : []
  })
  return [...removed, ...added]
}

/** Somebody deleted files of it, nobody knows when. It is told as a change of them alone: its words are no news. */
function filesGone(message: Kept, { now }: Window): Change[] {
  const gone = (message.files ?? []).flatMap(({ id, mode }) => (mode === 'tombstone' ? [id] : []))
  if (gone.length === 0) return []
  const previous_message = {
    ...message,
    files: message.files?.map((file) => (file.mode === 'tombstone' ? { id: file.id } : file)),
  }
  return [{ id: `files:${message.ts}:${gone.join()}`, event: { ...changed(message, now), previous_message } }]
}

function changed(message: Kept, at: string): Change['event'] {
  return { type: 'message', subtype: 'message_changed', message, event_ts: at }
}

/** Somebody took this message back, nobody knows when. */
export function deletionOf({ message: ts, thread }: KnownMessage, { now }: Pick<Window, 'now'>): Change {
  const event = {
    type: 'message',
    subtype: 'message_deleted',
    deleted_ts: ts,
    previous_message: { ts, thread_ts: thread },
    event_ts: now,
  }
  return { id: `deleted:${ts}`, event }
}
