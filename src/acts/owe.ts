import { NO_WORDS } from '../domain/text/text.ts'
import type { Enclosure } from '../domain/ticket/enclosure.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { ChoiceContent, Content, Sentence } from '../ports/content.ts'
import { receiptOwed } from '../ports/receipt-owed.ts'
import { type Owed, type Posted, ranks } from '../ports/store.ts'
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
export function copyIn(scene: Scene, place: Place, message: Message, firstPart = 0): Owed[] {
  if (!mayShow(scene, place, message)) return []
  const { words, files } = partsOf(scene, place, message)
  return [...words, ...files].map((content, part) => copyPart(scene, place, message, content, firstPart + part))
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
 * where it grew or shrank. What has not gone out says the new words from the first, so that nobody is ever shown what was
 * mended in time. Files stay where they are, and what it brings comes after them.
 */
export async function followEdit(
  scene: Scene,
  whole: Message,
  changed: WordsChanged | undefined,
  brought: readonly string[] = [],
): Promise<Owed[]> {
  const isNew = (one: Enclosure): boolean => one.kind === 'file' && brought.includes(one.file)
  const message = { ...whole, enclosures: whole.enclosures.filter((one) => !isNew(one)) }
  const added = { ...whole, text: NO_WORDS, enclosures: whole.enclosures.filter(isNew) }
  const posts = await scene.unit.deliveries.postsOf(message.id)
  const owed = scene.places.map(async (place) => {
    const all = posts.filter((post) => post.placeId === place.id)
    // A copy from before strangers came stands as it was: it learns nothing new.
    const stays = place.side === 'requester' && (message.kind === 'note' || !place.open)
    if (all.length === 0 || stays || !mayShow(scene, place, message)) return []
    const captioned = all[0]?.bearsFiles === true
    const here = all.filter((post, index) => !post.bearsFiles || (captioned && index === 0))
    const how = captioned ? 'captioned' : 'apart'
    const contents = partsOf(scene, place, message, how, changed).words
    // Where the old words have not been shown, nothing tells what was changed.
    const unseen = changed ? partsOf(scene, place, message, how).words : contents
    const edits = here.map(async (post, index): Promise<Owed[]> => {
      const [content, first] = [contents[index], unseen[index]]
      if (!content || !first) return takenBack(scene, place, post)
      const said: Content = message.kind === 'note' ? { ...first, internal: 'said' } : first
      if (post.state === 'pending' && (await scene.unit.deliveries.rephrase(post.id, said))) return []
      return [keptInside(message, { ...changeOf(scene, place.id, post), act: 'edit', content })]
    })
    const grown = contents
      .slice(here.length)
      .map((content, index) => copyPart(scene, place, message, content, all.length + index))
    const next = all.length + grown.length
    const files = added.enclosures.length > 0 ? copyIn(scene, place, added, next) : []
    return [...(await Promise.all(edits)).flat(), ...grown, ...files]
  })
  return (await Promise.all(owed)).flat()
}

function keptInside({ kind }: Message, owed: Owed): Owed {
  return kind === 'note' ? internal(owed) : owed
}

/** The copies go, in the places `where` keeps. */
export async function takeBack(scene: Scene, message: Message, where: (place: Place) => boolean): Promise<Owed[]> {
  const gone = new Map(scene.places.filter(where).map((place) => [place.id, place]))
  const owed: Owed[] = []
  for (const post of await scene.unit.deliveries.postsOf(message.id)) {
    const place = post.placeId === null ? undefined : gone.get(post.placeId)
    if (place) owed.push(...(await takenBack(scene, place, post)))
  }
  return owed
}

/**
 * Where a file was put into another's place its copies go, and the message is shown anew as it reads now: what was
 * wrong stays with nobody. Empty where no copy bears a file that the message has no more.
 */
export async function showAnew(scene: Scene, message: Message): Promise<Owed[]> {
  const standing = standingIn(message)
  const posts = await scene.unit.deliveries.postsOf(message.id)
  const owed: Owed[] = []
  for (const place of scene.places) {
    const here = posts.filter(({ placeId }) => placeId === place.id)
    if (here.every(({ files }) => files.every((file) => standing.has(file)))) continue
    for (const post of here) owed.push(...(await takenBack(scene, place, post)))
    const hears = place.side === 'triage' || (place.open && message.kind === 'message')
    if (hears) owed.push(...copyIn(scene, place, message))
  }
  return owed
}

function standingIn({ enclosures }: Message): ReadonlySet<string> {
  return new Set(enclosures.flatMap((one) => (one.kind === 'file' ? [one.file] : [])))
}

/**
 * Copies that bear a file its author has deleted go, and what else they bore is said once more: no platform takes a file
 * out of a message. Who was taken out hears nothing again.
 */
export async function takeFilesBack(scene: Scene, message: Message): Promise<Owed[]> {
  const standing = standingIn(message)
  const owed: Owed[] = []
  for (const post of await scene.unit.deliveries.postsOf(message.id)) {
    const place = scene.places.find(({ id }) => id === post.placeId)
    if (!place || post.files.every((file) => standing.has(file))) continue
    const { files = [], ...words } = (await scene.unit.deliveries.shownBy(post.id)) ?? { language: 'en', body: [] }
    owed.push(...(await takenBack(scene, place, post)))
    const kept = files.filter(({ id }) => standing.has(id))
    const isEmpty = kept.length === 0 && words.body.length === 0
    if (isEmpty || !mayShow(scene, place, message) || (place.side === 'requester' && !place.open)) continue
    const content = kept.length > 0 ? { ...words, files: kept } : words
    owed.push(copyPart(scene, place, message, content, post.part))
  }
  return owed
}

/** What has not gone out never does; but for a first message, which others hang on. */
export async function takenBack(scene: Scene, place: Place, post: Posted, rank: number = ranks.words): Promise<Owed[]> {
  const alone = post.id !== place.rootDeliveryId
  if (alone && (await scene.unit.deliveries.supersede(post.id))) return []
  return [{ ...changeOf(scene, place.id, post), rank, act: 'delete', content: null }]
}

/** Words that were withdrawn before any of them went out: no copy will settle that takes the sign of waiting off them. */
export async function takeSignOff({ unit, world }: Scene, message: Message): Promise<Owed[]> {
  const course = await unit.deliveries.courseOf(message.id)
  if (!course || course.shown.receipt === null) return []
  if (course.shown.pending !== null) await unit.deliveries.supersede(course.shown.pending)
  return [receiptOwed(world.ids.uuid(), message.id, course, null)]
}

function changeOf(scene: Scene, placeId: string, { id, messageId, to, part }: Posted) {
  return {
    id: scene.world.ids.uuid(),
    ticketId: scene.after.id,
    messageId,
    placeId,
    to,
    class: 'must-arrive' as const,
    rank: ranks.words,
    of: id,
    part,
  }
}
