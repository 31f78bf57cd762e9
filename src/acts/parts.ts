import { traits } from '../adapter.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { splitWords } from '../domain/text/split.ts'
import { isEarlier, isFromBefore, type Message } from '../domain/ticket/message.ts'
import { bearsCaption, type FileShown, filesTogether } from '../domain/ticket/together.ts'
import { type Content, type Label, type Sentence, say } from '../ports/content.ts'
import type { Place } from '../ports/tickets.ts'
import { besideWords } from './beside-words.ts'
import { changeShown, type WordsChanged } from './change-shown.ts'
import { hourAt, languageAt, nameOf, type Scene, signatureOf } from './scene.ts'
import { silenceLine } from './silence-line.ts'

/** A message as a place shows it: its words in as many parts as needed, and its files in groups. */
export interface Parts {
  words: Content[]
  files: Content[]
}

/**
 * How a message is shown in a place. The first words stand under the first files where the platform lets them; else
 * they go before. None of it is cut.
 * @param as how it has been shown already: an edit leaves files where they are
 * @param changed what an edit changed, for the agents
 */
export function partsOf(
  scene: Scene,
  place: Place,
  message: Message,
  as?: 'captioned' | 'apart',
  changed?: WordsChanged,
): Parts {
  const files = filesTogether(message.enclosures, traits[place.platform].filesApart)
  const captioned = as ? as === 'captioned' : mayCaption(place, message, files)
  const words = wordsIn(scene, place, message, captioned ? traits[place.platform].captionUnits : undefined, changed)
  const [caption] = words
  const [first, ...others] = files.map(
    (group): Content => ({ language: languageAt(scene, place), body: [], files: group }),
  )
  if (!captioned || !first || !caption) return { words, files: first ? [first, ...others] : [] }
  return { words: [{ ...caption, files: first.files }, ...words.slice(1)], files: others }
}

function mayCaption({ platform }: Place, { text }: Message, [first]: readonly FileShown[][]): boolean {
  if (!first?.every(({ as }) => !traits[platform].filesApart || bearsCaption(as))) return false
  return splitWords(text, traits[platform].captionUnits).length <= 1
}

/** @param units how long the first part may be; the others are as long as the platform takes */
function wordsIn(
  scene: Scene,
  place: Place,
  message: Message,
  units: number | undefined,
  changed: WordsChanged | undefined,
): Content[] {
  const texts = splitWords(message.text, units ?? traits[place.platform].partUnits)
  const language = languageAt(scene, place)
  const silence = place.side === 'requester' && message.side === 'agent' ? silenceLine(scene) : undefined
  const edited = place.side === 'triage' && changed ? changeShown(changed) : undefined
  const footnote = silence ?? edited ?? answeredLine(scene, place, message)
  const first = {
    author: authorLine(scene, place, message),
    ...(message.answers && { answers: message.answers }),
  }
  const last = { body: besideWords(scene, message, language), ...(footnote && { footnote }) }
  // Files alone come one by one with their author's name above the first.
  if (texts.length === 0) return [{ language, ...first, ...last }]
  return texts.map((text, part) => ({
    language,
    ...(part === 0 && first),
    ...(part === texts.length - 1 ? { ...last, body: [{ text }, ...last.body] } : { body: [{ text }] }),
  }))
}

/** Threads know no answering of one message: what it answers is said below it. */
function answeredLine(scene: Scene, place: Place, message: Message): Sentence | undefined {
  const answered = message.answers === null ? undefined : scene.answered.get(message.answers)
  // What only agents see is not quoted to a requester.
  if (!answered || !traits[place.platform].threads || (place.side === 'requester' && answered.kind === 'note'))
    return undefined
  const signs = answered.side === 'agent' && place.side === 'requester'
  const name = signs
    ? signatureOf(scene, answered.authorId, languageAt(scene, place))
    : nameOf(scene, answered.authorId)
  const words = firstLine(answered.text, ANSWERED_UNITS)
  return words === '' ? undefined : say('in-answer-to', { name, words })
}

/** So much of an answered message is shown again (UTF-16 units). */
const ANSWERED_UNITS = 80

/** Who speaks; where tickets share one chat, also of which ticket. */
function authorLine(scene: Scene, place: Place, message: Message): Label {
  if (place.side === 'triage') {
    const name = nameOf(scene, message.authorId)
    // An agent reads how long they have waited, though the ticket is new.
    if (isEarlier(message, scene.after) || isFromBefore(message, scene.after))
      return say('earlier-by', { name, at: hourAt(scene, message.occurredAt.toISOString()) })
    return message.kind === 'note' ? say('note-by', { name }) : { words: name }
  }
  const name =
    message.side === 'agent'
      ? signatureOf(scene, message.authorId, languageAt(scene, place))
      : nameOf(scene, message.authorId)
  return { words: traits[place.platform].threads || place.topicDeliveryId ? name : `${name} · ${scene.after.key}` }
}
