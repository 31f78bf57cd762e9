import { traits } from '../adapter.ts'
import { split } from '../domain/text/split.ts'
import type { Message } from '../domain/ticket/message.ts'
import { type ChoiceContent, type Content, type Label, type Sentence, say } from '../ports/content.ts'
import { type Owed, type Place, ranks } from '../ports/store.ts'
import { changeShown } from './change-shown.ts'
import { addressAt, afterRoot, languageAt, nameOf, type Scene, signatureOf } from './scene.ts'
import { silenceLine } from './silence-line.ts'

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

/** A message's copy in a place; one that is too long for one message comes in parts, none of it cut. */
export function copyIn(scene: Scene, place: Place, message: Message): Owed[] {
  return partsOf(scene, place, message).map((content, part) => copyPart(scene, place, message, content, part))
}

function copyPart(scene: Scene, place: Place, message: Message, content: Content, part: number): Owed {
  return {
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
  }
}

/** The copies that are out follow the text: as many edits as there are parts, one more post or deletion where it grew or shrank. */
export async function followEdit(scene: Scene, message: Message): Promise<Owed[]> {
  const posts = await scene.unit.deliveries.postsOf(message.id)
  const changed = await changeShown(scene, message)
  return scene.places.flatMap((place) => {
    const here = posts.filter((post) => post.placeId === place.id)
    if (here.length === 0 || (place.side === 'requester' && (message.kind === 'note' || !place.open))) return []
    const contents = partsOf(scene, place, message, place.side === 'triage' ? changed : undefined)
    const edits = here.map((post, index): Owed => {
      const content = contents[index]
      return content
        ? { ...changeOf(scene, message, post), act: 'edit', content }
        : { ...changeOf(scene, message, post), act: 'delete', content: null }
    })
    const grown = contents
      .slice(here.length)
      .map((content, index) => copyPart(scene, place, message, content, here.length + index))
    return [...edits, ...grown]
  })
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

function partsOf(scene: Scene, place: Place, message: Message, changed?: Sentence): Content[] {
  const texts = split(message.text, traits[place.platform].partUnits).filter((text) => text.children.length > 0)
  const notes = notesOn(scene, message)
  const language = languageAt(scene, place)
  const author = authorLine(scene, place, message)
  const footnote = place.side === 'requester' && message.side === 'agent' ? silenceLine(scene) : changed
  const last = { body: notes, ...(footnote && { footnote }) }
  if (texts.length === 0) return [{ language, author, ...last }]
  return texts.map((text, part) => ({
    language,
    ...(part === 0 && { author }),
    ...(part === texts.length - 1 ? { ...last, body: [{ text }, ...last.body] } : { body: [{ text }] }),
  }))
}

/** What the words alone do not tell: something not carried, or that they come late. */
function notesOn(scene: Scene, message: Message): Sentence[] {
  const name = message.side === 'agent' ? signatureOf(scene, message.authorId) : nameOf(scene, message.authorId)
  const uncarried = message.uncarried.map(({ kind, name: file }) =>
    file ? say('uncarried-named', { name, kind, file }) : say('uncarried', { name, kind }),
  )
  return message.late ? [...uncarried, say('late-note', {})] : uncarried
}

/** Who speaks; where tickets share one chat, also of which ticket. */
function authorLine(scene: Scene, place: Place, message: Message): Label {
  if (place.side === 'triage') {
    const name = nameOf(scene, message.authorId)
    return message.kind === 'note' ? say('note-by', { name }) : { words: name }
  }
  const name = signatureOf(scene, message.authorId)
  return { words: traits[place.platform].threads ? name : `${name} · ${scene.after.key}` }
}
