import { changed } from '../domain/text/changed.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { Message } from '../domain/ticket/message.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { Scene } from './scene.ts'

/** What an edit of the requester's changed. `late`: it has been answered since. */
export interface WordsChanged {
  before: string
  after: string
  late: boolean
}

/** Undefined where the requester did not do it, or no word is another now. */
export async function wordsChanged(scene: Scene, message: Message): Promise<WordsChanged | undefined> {
  if (message.side !== 'requester') return undefined
  const before = await scene.unit.messages.readingBefore(message.id)
  const [was, is] = [before && toPlain(before), toPlain(message.text)]
  if (was === undefined || was === is) return undefined
  return { ...changed(was, is), late: await isLate(scene, message) }
}

/** What agents read below a copy that follows the requester's edit: before → after. */
export function changeShown({ late, ...change }: WordsChanged): Sentence {
  return late ? say('edited-shown-late', change) : say('edited-shown', change)
}

/** Has it been answered since? */
export async function isLate({ unit }: Scene, { ticketId, occurredAt }: Message): Promise<boolean> {
  return unit.messages.answeredAfter(ticketId, occurredAt)
}
