import { changed } from '../domain/text/changed.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { Message } from '../domain/ticket/message.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { Scene } from './scene.ts'

/** What agents read below a copy that follows the requester's edit: before → after. */
export async function changeShown(scene: Scene, message: Message): Promise<Sentence | undefined> {
  const change = await changeOf(scene, message)
  if (!change) return undefined
  return (await isLate(scene, message)) ? say('edited-shown-late', change) : say('edited-shown', change)
}

/** What an edit of the requester's changed; undefined where it changed no word. */
export async function changeOf(
  { unit }: Scene,
  message: Message,
): Promise<{ before: string; after: string } | undefined> {
  if (message.side !== 'requester') return undefined
  const before = await unit.messages.readingBefore(message.id)
  const [was, is] = [before && toPlain(before), toPlain(message.text)]
  return was === undefined || was === is ? undefined : changed(was, is)
}

/** Has it been answered since? */
export async function isLate({ unit }: Scene, { ticketId, occurredAt }: Message): Promise<boolean> {
  return unit.messages.answeredAfter(ticketId, occurredAt)
}
