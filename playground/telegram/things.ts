import type { Poll } from 'grammy/types'
import { keepFile } from './files.ts'
import { withFoundEntities } from './found-entities.ts'
import { type MediaKind, mediaBody, mediaKinds } from './media.ts'
import { standIn } from './stand-ins.ts'
import { type MessageBody, nextMessageId, type State } from './state.ts'
import { withoutAbsent } from './wire.ts'
import type { Media, Thing } from './world.ts'

/** What somebody sends besides text, as the body of a message; its file is kept. */
export function bodyOf(state: State, user: number, thing: Thing): MessageBody {
  if ('location' in thing) return { location: thing.location }
  if ('contact' in thing) return { contact: withoutAbsent(thing.contact) }
  if ('dice' in thing) return { dice: { emoji: thing.dice.emoji ?? '🎲', value: (nextMessageId(state, user) % 6) + 1 } }
  if ('poll' in thing) return { poll: pollOf(state, user, thing.poll) }
  const kind = mediaKinds.find((one) => one in thing)
  if (!kind) throw new Error(`cannot send ${Object.keys(thing).join()}`)
  const given = mediaOf(thing, kind)
  const stand = standIn(kind)
  const file = keepFile(state, kind, {
    name: given.name ?? stand.name,
    mime: given.mime ?? stand.mime,
    bytes: given.bytes ?? stand.bytes,
  })
  const found = withFoundEntities(given.caption ?? '')
  return {
    ...mediaBody(kind, file, withoutAbsent({ seconds: given.seconds, emoji: given.emoji })),
    ...(given.caption === undefined ? {} : { caption: given.caption }),
    ...(found.length > 0 ? { caption_entities: found } : {}),
  }
}

function mediaOf(thing: Thing, kind: MediaKind): Media & { seconds?: number; emoji?: string } {
  return (thing as Record<MediaKind, Media>)[kind] // `kind` was just found in `thing`
}

/** A poll as it begins: nobody has voted. */
function pollOf(state: State, user: number, { question, options }: { question: string; options: string[] }): Poll {
  return {
    id: String(nextMessageId(state, user)),
    question,
    options: options.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: 'regular',
    allows_multiple_answers: false,
    allows_revoting: false,
    members_only: false,
  }
}
