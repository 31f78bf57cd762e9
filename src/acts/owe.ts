import type { Message } from '../domain/ticket/message.ts'
import type { ChoiceContent, Content, Sentence } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { WordsChanged } from './change-shown.ts'
import { partsOf } from './parts.ts'
import { addressAt, afterRoot, languageAt, type Scene } from './scene.ts'
import { isOurs } from './shared-channels.ts'

/** The desk itself speaks in a place: sentences, with choices below. */
export function sentenceIn(scene: Scene, place: Place, sentences: Sentence[], choices?: ChoiceContent[][]): Owed {
  return {
    id: scene.world.ids.uuid(),
    ticketId: scene.after.id,
    placeId: place.id,
    to: addressAt(place),
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
    content: { language: languageAt(scene, place), body: sentences, ...(choices && { choices }) },
    after: afterRoot(place),
  }
}

/** For agents alone, also when it is sent. */
export function internal(owed: Owed): Owed {
  return { ...owed, content: owed.content && { ...owed.content, internal: 'said' } }
}

/** A note goes nowhere where anybody but agents reads: neither to a requester nor into a channel shared with strangers. */
function mayShow({ world }: Scene, place: Place, { kind }: Message): boolean {
  return kind === 'message' || (place.side === 'triage' && isOurs(world, place))
}

/** A message's copy in a place: its words, in parts where they are too long for one message, and its files. */
export function copyIn(scene: Scene, place: Place, message: Message): Owed[] {
  if (!mayShow(scene, place, message)) return []
  const { words, files } = partsOf(scene, place, message)
  return [...words, ...files].map((content, part) => copyPart(scene, place, message, content, part))
}

function copyPart(scene: Scene, place: Place, message: Message, content: Content, part: number): Owed {
  return keptInside(message, {
    id: scene.world.ids.uuid(),
    ticketId: scene.after.id,
    messageId: message.id,
    placeId: place.id,
    to: addressAt(place),
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
    content,
    after: afterRoot(place),
    part,
  })
}

/**
 * The copies that are out follow the text: as many edits as there are parts with words, one more post or deletion
 * where it grew or shrank. Files stay where they are.
 */
export async function followEdit(scene: Scene, message: Message, changed: WordsChanged | undefined): Promise<Owed[]> {
  const posts = await scene.unit.deliveries.postsOf(message.id)
  return scene.places.flatMap((place) => {
    const all = posts.filter((post) => post.placeId === place.id)
    // A copy from before strangers came stands as it was: it learns nothing new.
    if (
      all.length === 0 ||
      !mayShow(scene, place, message) ||
      (place.side === 'requester' && (message.kind === 'note' || !place.open))
    )
      return []
    const captioned = all[0]?.bearsFiles === true
    const here = all.filter((post, index) => !post.bearsFiles || (captioned && index === 0))
    const contents = partsOf(scene, place, message, captioned ? 'captioned' : 'apart', changed).words
    const edits = here.map((post, index): Owed => {
      const content = contents[index]
      return content
        ? keptInside(message, { ...changeOf(scene, message, post), act: 'edit', content })
        : { ...changeOf(scene, message, post), act: 'delete', content: null }
    })
    const grown = contents
      .slice(here.length)
      .map((content, index) => copyPart(scene, place, message, content, all.length + index))
    return [...edits, ...grown]
  })
}

function keptInside({ kind }: Message, owed: Owed): Owed {
  return kind === 'note' ? internal(owed) : owed
}

/** The copies go, in the places `where` keeps. */
export async function takeBack(scene: Scene, message: Message, where: (place: Place) => boolean): Promise<Owed[]> {
  const gone = new Set(scene.places.filter(where).map(({ id }) => id))
  const posts = await scene.unit.deliveries.postsOf(message.id)
  return posts
    .filter(({ placeId }) => placeId !== null && gone.has(placeId))
    .map((post): Owed => ({ ...changeOf(scene, message, post), act: 'delete', content: null }))
}

function changeOf(
  scene: Scene,
  message: Message,
  post: { id: string; placeId: string | null; to: Owed['to']; part: number },
) {
  const { id, placeId, to, part } = post
  return {
    id: scene.world.ids.uuid(),
    ticketId: scene.after.id,
    messageId: message.id,
    placeId,
    to,
    class: 'must-arrive' as const,
    rank: ranks.words,
    of: id,
    part,
  }
}
