import type { Receipt } from '../adapter.ts'
import { receiptOwed } from '../ports/receipt-owed.ts'
import type { Course, OwedRow, Unit } from '../ports/store.ts'

/**
 * What becomes of an agent's words shows on their own message (design.md §8), derived from what became of the copies.
 * Called where a copy was accepted or refused, in the same transaction; anything else owed is none of its affair.
 */
export async function oweReceipt(
  unit: Unit,
  uuid: () => string,
  { messageId, placeId, act }: Pick<OwedRow, 'messageId' | 'placeId' | 'act'>,
): Promise<void> {
  if (!messageId || !placeId || !(act === 'post' || act === 'edit' || act === 'delete')) return
  await showCourse(unit, uuid, messageId, false)
}

/**
 * Returns whether another sign is owed now.
 * @param waitsLong that it waits is worth a sign now; otherwise it is likely to be over before anybody looks.
 */
export async function showCourse(
  unit: Unit,
  uuid: () => string,
  messageId: string,
  waitsLong: boolean,
): Promise<boolean> {
  const course = await unit.deliveries.courseOf(messageId)
  if (!course || course.deleted) return false
  const { shown } = course
  const receipt = receiptOf(course)
  if (receipt === shown.receipt || (receipt === 'queued' && !waitsLong)) return false
  if (shown.pending !== null) await unit.deliveries.supersede(shown.pending)
  await unit.deliveries.owe([receiptOwed(uuid(), messageId, course, receipt)])
  return true
}

/** One copy refused is a word that did not arrive; taken back altogether, there is nothing to tell. */
function receiptOf({ kind, copies }: Pick<Course, 'kind' | 'copies'>): Receipt | null {
  const standing = kind === 'message' ? copies.filter(({ act }) => act !== 'delete') : []
  if (standing.length === 0) return null
  if (standing.some(({ state }) => state === 'failed' || state === 'unknown')) return 'refused'
  return standing.every(({ state }) => state === 'sent') ? 'accepted' : 'queued'
}
