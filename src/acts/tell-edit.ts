import type { Message } from '../domain/ticket/message.ts'
import { say } from '../ports/content.ts'
import type { Owed } from '../ports/store.ts'
import { changeOf, isLate } from './change-shown.ts'
import { toTriage } from './in-places.ts'
import { nameOf, type Scene } from './scene.ts'

/** An edit far up in the thread is not seen; after an answer it is said once more, for the answer may be wrong now. */
export async function tellLateEdit(scene: Scene, message: Message): Promise<Owed[]> {
  const change = await changeOf(scene, message)
  if (!change || !(await isLate(scene, message))) return []
  return toTriage(scene, say('edited-late', { name: nameOf(scene, message.authorId), ...change }))
}

/** That the requester took something back, not what it was. */
export async function tellDeletion(scene: Scene, message: Message): Promise<Owed[]> {
  if (message.side !== 'requester' || message.kind !== 'message') return []
  const name = nameOf(scene, message.authorId)
  const late = await isLate(scene, message)
  return toTriage(scene, late ? say('deleted-late', { name }) : say('deleted-by-requester', { name }))
}
