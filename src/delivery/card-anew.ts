import type { Refused } from '../adapter.ts'
import { type OwedRow, ranks, type Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Settling } from './settle.ts'

/** A change of what a place begins with: its card. */
export function isOfCard({ act, rank, messageId }: OwedRow): boolean {
  return act === 'edit' && rank === ranks.card && (messageId ?? null) === null
}

/**
 * A card that cannot be changed any more is posted anew. Where that was done while this change was on its way, made by
 * somebody who knew only the card before, the new card shows it; not where something newer is to be shown already.
 */
export async function cardAnew(settling: Settling, unit: Unit, place: Place, fault: Refused): Promise<boolean> {
  const { row, uuid } = settling
  const { rootDeliveryId: root, chat } = place
  if (!root || !row.of) return false
  if (root === row.of) {
    await newRoot(settling, unit, place, chat, fault)
    return true
  }
  const newer = await unit.deliveries.changedSince([row.of, root], row)
  await unit.deliveries.settle(row, 'superseded', fault.code)
  const to = { ...row.to, chat, thread: place.thread ?? undefined }
  if (!newer) await unit.deliveries.owe([{ ...row, id: uuid(), of: root, after: null, to }])
  return true
}

/** Another first message for a place, in place of `row`; what is owed there later waits for it. */
export async function newRoot(
  { row, uuid }: Settling,
  unit: Unit,
  place: Place,
  chat: string,
  fault: Refused,
): Promise<void> {
  const id = uuid()
  // In a topic another first message stays where it is; so it does in a thread whose own first one stands as it is:
  // agents go on writing there, and nobody would hear them.
  const isThere = Boolean(place.topicDeliveryId) || fault.reason === 'message-final'
  const thread = isThere && chat === place.chat ? place.thread : null
  await unit.tickets.movePlace(place.id, { chat, thread, rootDeliveryId: id })
  await unit.deliveries.waitForRoot(place.id, id)
  await unit.deliveries.settle(row, 'superseded', fault.code)
  const to = { ...row.to, chat, thread: undefined }
  await unit.deliveries.owe([{ ...row, id, act: 'post', rank: ranks.words, of: null, after: null, to }])
}
