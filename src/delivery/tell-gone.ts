import { addressOn, type Refused, type RefusedBy } from '../adapter.ts'
import { type Content, type Sentence, say } from '../ports/content.ts'
import { ranks, type Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { cardAnew, isOfCard, newRoot } from './card-anew.ts'
import { placeOf } from './place-of.ts'
import { toPlainChat } from './plain-chat.ts'
import { oweReceipt } from './receipt.ts'
import type { Settling } from './settle.ts'
import { tellAgents } from './tell-agents.ts'
import { topicAgain } from './topic-again.ts'
import { wordsAnew } from './words-anew.ts'

/** The platform will never take it: what can be done instead is done, and the agents are told in the thread. */
export async function tellGone(settling: Settling, fault: Refused): Promise<boolean> {
  const { row, store, log } = settling
  await store.transaction(async (unit) => {
    const place = await placeOf(unit, row)
    if (await instead(settling, unit, place, fault)) return oweReceipt(unit, settling.uuid, row)
    const fallen = await unit.deliveries.settle(row, 'failed', fault.code)
    if (fallen > 0) log.error({ delivery: row.id, fallen, code: fault.code }, 'deliveries-fell-with-it')
    if (place && worthTelling(settling, fault))
      await tellAgents(settling, unit, place, sentenceFor(fault.reason, fault.code, await nameAt(unit, place)))
    await oweReceipt(unit, settling.uuid, row)
  })
  // Until the desks know, nobody in the group is an agent.
  if (fault.movedTo !== undefined) await settling.chatMoved?.()
  return true
}

/** Nobody can say whether it arrived, and it must not come twice: it stays `unknown`, and the agents see that. */
export async function tellUnclear(settling: Settling, code: string): Promise<boolean> {
  const { row, store } = settling
  await store.transaction(async (unit) => {
    await unit.deliveries.settle(row, 'unknown', code)
    const place = await placeOf(unit, row)
    if (place) await tellAgents(settling, unit, place, say('delivery-unclear', {}))
  })
  return true
}

/** A way round: a card or words posted anew, a ticket's thread moved to the person's own chat, a copy emptied instead of deleted. */
async function instead(settling: Settling, unit: Unit, place: Place | undefined, fault: Refused): Promise<boolean> {
  const { row } = settling
  if (fault.movedTo !== undefined) return moveChat(settling, unit, place, fault, fault.movedTo)
  if (place && (await topicAgain(settling, unit, place, fault))) return true
  if (await toPlainChat(settling, unit, place, fault)) return true
  if (!place) return false
  if (isOfCard(row) && fault.reason !== 'not-accepted') return cardAnew(settling, unit, place, fault)
  if (isOfMessage(fault) && !row.content?.emptied && (await wordsAnew(settling, unit, place, fault))) return true
  if (row.act === 'post' && fault.reason === 'place-gone' && place.side === 'requester' && place.personId) {
    return moveToOwnChat(settling, unit, place, fault)
  }
  if (
    row.act === 'post' &&
    fault.reason === 'place-gone' &&
    row.id === place.rootDeliveryId &&
    place.side === 'triage'
  ) {
    return backToOldChannel(settling, unit, place, fault)
  }
  if (row.act === 'delete' && isOfMessage(fault) && row.of && fault.code !== 'target-never-sent') {
    await unit.deliveries.settle(row, 'failed', fault.code)
    const original = await unit.deliveries.byId(row.of)
    const language = original?.content?.language ?? 'en'
    const content: Content = { language, body: [say('deleted-by-author', {})], emptied: true }
    await unit.deliveries.owe([{ ...row, id: settling.uuid(), act: 'edit', content }])
    return true
  }
  return false
}

/** We cannot write where they asked (not a member, archived): the conversation goes on in their own chat with us. */
async function moveToOwnChat(settling: Settling, unit: Unit, place: Place, fault: Refused): Promise<boolean> {
  const { row } = settling
  const own = addressOn(place, await unit.people.addresses(place.personId ?? ''))
  if (!own || place.chat === own.id) return false
  const told = row.content && { ...row.content, footnote: say('place-moved-to-dm', {}) }
  await newRoot({ ...settling, row: { ...row, content: told } }, unit, place, own.id, fault)
  await tellAgents(settling, unit, place, say('place-moved', { name: await nameAt(unit, place) }))
  return true
}

/**
 * A ticket was moved to a channel where we cannot write: it goes on in the thread it came from, with everything that
 * was meant for the other one, and the agents there are told why.
 */
async function backToOldChannel(settling: Settling, unit: Unit, place: Place, fault: Refused): Promise<boolean> {
  const { row, uuid } = settling
  if (row.ticketId === null || place.personId !== null) return false
  const others = await unit.tickets.places(row.ticketId)
  const old = others.findLast(
    ({ id, side, personId, thread }) => id !== place.id && side === 'triage' && personId === null && thread !== null,
  )
  if (!old?.rootDeliveryId) return false
  await unit.tickets.movePlace(place.id, { chat: old.chat, thread: old.thread, rootDeliveryId: old.rootDeliveryId })
  await unit.deliveries.waitForRoot(place.id, old.rootDeliveryId)
  // What would have said in the old thread that the ticket has gone falls with it.
  await unit.deliveries.settle(row, 'failed', fault.code)
  const to = { ...row.to, chat: old.chat, thread: old.thread ?? undefined }
  const language = row.content?.language ?? 'en'
  await unit.deliveries.owe([
    { ...row, id: uuid(), act: 'edit', rank: ranks.card, of: old.rootDeliveryId, after: null, to },
    {
      id: uuid(),
      ticketId: row.ticketId,
      placeId: place.id,
      to,
      class: 'must-arrive',
      rank: ranks.words,
      act: 'post',
      content: { language, body: [sentenceFor(fault.reason, fault.code, '')] },
      after: old.rootDeliveryId,
    },
  ])
  return true
}

/**
 * The whole chat has another id now, and the desk file still the old one: what is to be said goes there, and an operator
 * reads of it. A change of what stands in the old chat ends with it; a card is posted anew.
 */
async function moveChat(
  settling: Settling,
  unit: Unit,
  place: Place | undefined,
  fault: Refused,
  chat: string,
): Promise<boolean> {
  const { row, log } = settling
  // A card of before is known by the old chat, also when its place has moved already.
  if (row.to.chat !== chat) {
    log.warn({ platform: row.to.platform, chat: row.to.chat, movedTo: chat }, 'chat-moved')
    await unit.deliveries.rehome(row.to, chat, row)
  }
  if (row.act === 'post' || row.act === 'topic' || row.act === 'whisper' || row.act === 'menu') return true
  if (!place || !isOfCard(row)) return false
  if (place.chat === chat) return cardAnew(settling, unit, place, fault)
  await newRoot(settling, unit, { ...place, chat, thread: null }, chat, fault)
  return true
}

/** A card or a whisper that fails is the operator's affair; words that fail are the agents'. */
function worthTelling({ row }: Settling, fault: Refused): boolean {
  if (
    row.act === 'whisper' ||
    row.act === 'finish' ||
    row.act === 'menu' ||
    row.rank === ranks.card ||
    row.act === 'topic'
  )
    return false
  return !(row.act !== 'post' && isOfMessage(fault))
}

function isOfMessage({ reason }: Refused): boolean {
  return reason === 'message-gone' || reason === 'message-final'
}

async function nameAt(unit: Unit, place: Place): Promise<string> {
  if (!place.personId) return ''
  return (await unit.people.byIds([place.personId])).get(place.personId)?.name ?? ''
}

function sentenceFor(reason: RefusedBy, code: string, name: string): Sentence {
  if (reason === 'blocked') return say('delivery-refused-blocked', { name })
  if (reason === 'place-gone' || reason === 'topic-gone') return say('delivery-refused-place-gone', {})
  if (reason === 'file-final') return say('file-not-taken-back', {})
  return say('delivery-refused-not-accepted', { code })
}
