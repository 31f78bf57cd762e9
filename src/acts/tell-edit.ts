import type { Message } from '../domain/ticket/message.ts'
import { say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { isLate, type WordsChanged } from './change-shown.ts'
import { toTriage } from './in-places.ts'
import { nameOf, type Scene } from './scene.ts'

/** An edit far up in the thread is not seen; after an answer it is said once more, for the answer may be wrong now. */
export function tellLateEdit(scene: Scene, message: Message, changed: WordsChanged | undefined): Owed[] {
  if (!changed?.late) return []
  const { before, after } = changed
  return toTriage(scene, say('edited-late', { name: nameOf(scene, message.authorId), before, after }))
}

/** That the requester took something back, not what it was. */
export async function tellDeletion(scene: Scene, message: Message): Promise<Owed[]> {
  if (message.side !== 'requester' || message.kind !== 'message') return []
  const name = nameOf(scene, message.authorId)
  const late = await isLate(scene, message)
  return toTriage(scene, late ? say('deleted-late', { name }) : say('deleted-by-requester', { name }))
}
