import type { Refused } from '../adapter.ts'
import { say } from '../ports/content.ts'
import type { Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Settling } from './settle.ts'

/**
 * Words that were mended where the platform lets nobody change them any more, or where they are gone, are said anew, and
 * the copy of before goes where it may: what was mended must be read, also by a reader who had deleted the copy. Where
 * that was done while this change was on its way, the new copy follows. Returns whether that was it.
 */
export async function wordsAnew(settling: Settling, unit: Unit, place: Place, fault: Refused): Promise<boolean> {
  const { row, uuid } = settling
  const { act, messageId, of, content } = row
  if (act !== 'edit' || !messageId || !of || !content || !place.open || fault.code === 'target-never-sent') return false
  const posts = (await unit.deliveries.postsOf(messageId)).filter(({ placeId }) => placeId === place.id)
  const standing = posts.some(({ id }) => id === of)
  const anew = posts.findLast(({ part }) => part === (row.part ?? 0))
  if (!standing && !anew) return false
  await unit.deliveries.settle(row, 'superseded', fault.code)
  const said = { ...content, footnote: content.footnote ?? say('edited', {}) }
  if (!standing && anew) {
    await unit.deliveries.owe([{ ...row, content: said, id: uuid(), of: anew.id, after: null, to: anew.to }])
    return true
  }
  const to = { ...row.to, chat: place.chat, thread: place.thread ?? undefined }
  const post = { ...row, id: uuid(), to, act: 'post' as const, of: null, after: place.rootDeliveryId, content: said }
  // About no message: of a part of it, the newest thing owed is what its receipt is told from.
  const before = { ...row, id: uuid(), messageId: null, act: 'delete' as const, after: post.id, content: null }
  await unit.deliveries.owe(of === place.rootDeliveryId ? [{ ...post, after: of }] : [post, before])
  return true
}
