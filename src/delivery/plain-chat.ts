import type { Refused } from '../adapter.ts'
import type { Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Settling } from './settle.ts'

/**
 * What no topic takes goes to the chat itself, in its order: a requester's ticket whose topic may not be made (the bot's
 * topics were switched off) or is not made again, and words of the desk about no ticket. Returns whether that was it.
 */
export async function toPlainChat(
  { row, log }: Settling,
  unit: Unit,
  place: Place | undefined,
  { reason, code }: Refused,
): Promise<boolean> {
  if (place?.side === 'triage') return false
  const bare = { thread: null, topicDeliveryId: null }
  if (row.act === 'topic' && place) {
    log.warn({ delivery: row.id, code }, 'topic-not-made')
    await unit.tickets.movePlace(place.id, bare)
    await unit.deliveries.waitNoLonger(row.id)
    await unit.deliveries.settle(row, 'superseded', code)
    return true
  }
  if (reason !== 'topic-gone' || (row.act !== 'post' && row.act !== 'whisper')) return false
  if (place) await unit.tickets.movePlace(place.id, bare)
  await unit.deliveries.outOfTopic(row)
  return true
}
