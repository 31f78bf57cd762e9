import { type Refused, traits } from '../adapter.ts'
import { splitWords } from '../domain/text/split.ts'
import type { Message } from '../domain/ticket/message.ts'
import { filesTogether } from '../domain/ticket/together.ts'
import { type Content, say } from '../ports/content.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Settling } from './settle.ts'

/** So many of the last messages are said again in a topic that is made again. */
const REPLAYED = 10

/** The group became a supergroup, and its topics are not there: what would be said in one would stand among everything else. */
export const TOPIC_LEFT_BEHIND = { kind: 'refused', reason: 'topic-gone', code: 'topic-left-behind' } as const

/**
 * A ticket's topic was deleted, or left behind: another is made with its card, a line that says so and the last messages; whatever is
 * still owed goes there after them. Returns whether that was it. Of a solved ticket only words bring the topic back: who
 * deleted it was tidying up. A requester reads there again what they have read, and nothing else.
 */
export async function topicAgain(settling: Settling, unit: Unit, place: Place, fault: Refused): Promise<boolean> {
  const { row, uuid, log } = settling
  if (fault.reason !== 'topic-gone' || !place.topicDeliveryId || !place.rootDeliveryId || row.act !== 'post')
    return false
  const lost = fault.code === TOPIC_LEFT_BEHIND.code
  // Where a ticket is not to be read any more it is not said again.
  if (place.side === 'triage' && !place.open) return false
  // A new topic that is gone before its card was in it would be made again for ever.
  if (row.after === place.topicDeliveryId && !lost) return false
  // Whoever changes the ticket now must read where it goes on, or their words would be sent after the old topic.
  const ticket = await unit.tickets.lock(place.ticketId)
  const card = await unit.deliveries.shownBy(place.rootDeliveryId)
  const name = await unit.deliveries.shownBy(place.topicDeliveryId)
  if (!ticket || !card || !name) return false
  const isRoot = row.id === place.rootDeliveryId
  const isWords = place.side === 'triage' ? !isRoot : row.messageId !== null
  if (!isWords && (ticket.stage === 'resolved' || ticket.stage === 'closed')) return false
  log.warn({ delivery: row.id, ticket: ticket.key }, 'topic-made-again')

  const to = { ...row.to, chat: place.chat, thread: undefined }
  const owed = (more: Pick<Owed, 'act' | 'content' | 'after'> & Partial<Owed>): Owed => ({
    id: uuid(),
    ticketId: ticket.id,
    placeId: place.id,
    to,
    class: 'must-arrive',
    rank: ranks.words,
    ...more,
  })
  const topic = owed({ act: 'topic', content: name, after: null })
  const root = owed({ act: 'post', content: card, after: topic.id })
  const line: Content = {
    language: card.language,
    body: [say(lost ? 'topic-left-behind' : 'topic-made-again', {})],
  }
  const said = owed({ act: 'post', content: line, after: root.id })
  const again = (await replayed(settling, unit, place, ticket.deskId, card.language)).map(
    ({ message, content, part }) => owed({ act: 'post', content, messageId: message.id, part, after: root.id }),
  )
  const isAmong = row.messageId && again.some(({ messageId }) => messageId === row.messageId)
  const own = isRoot || isAmong ? [] : [owed({ ...row, id: uuid(), to, after: root.id })]
  const all = [topic, root, said, ...again, ...own]

  await unit.tickets.movePlace(place.id, { thread: null, rootDeliveryId: root.id, topicDeliveryId: topic.id })
  await unit.deliveries.waitForRoot(place.id, all.at(-1)?.id ?? root.id)
  await unit.deliveries.forgetPosts(place.id)
  await unit.deliveries.settle(row, 'superseded', fault.code)
  await unit.deliveries.owe(all)
  return true
}

/** The last messages as they read now; those still on their way here come by themselves. */
async function replayed({ row, signs }: Settling, unit: Unit, place: Place, desk: string, language: string) {
  const last = await unit.messages.lastOf(place.ticketId, REPLAYED)
  const authors = await unit.people.byIds([...new Set(last.map(({ authorId }) => authorId))])
  const parts: { message: Message; content: Content; part: number }[] = []
  for (const message of last) {
    const posts = (await unit.deliveries.postsOf(message.id)).filter(({ placeId }) => placeId === place.id)
    if (posts.some(({ id, state }) => state === 'pending' && id !== row.id)) continue
    if (posts.length === 0 && place.side === 'requester' && !isTheirs(place, message)) continue
    const shown: { message: Message; content: Content; part: number }[] = []
    for (const { id, part } of posts) {
      const content = await unit.deliveries.shownBy(id)
      if (content) shown.push({ message, content, part })
    }
    // As it was shown here. What was written here by hand, or so long ago that its posts say nothing any more
    // (`deliveriesBefore`), is shown as its author's.
    const [first] = shown
    if (first && !isEmptied(first.content)) {
      parts.push(...shown)
      continue
    }
    const name = authors.get(message.authorId)?.name ?? ''
    // To a requester agents sign as the desk has them.
    const isSigned = place.side === 'requester' && message.side === 'agent'
    const own = writtenHere(place, message, (isSigned ? signs?.(desk, name, language) : undefined) ?? name)
    parts.push(...own.map((content, part) => ({ message, part, content: { language, ...content } })))
  }
  return parts
}

/** A message's first post bears its author's name, or words. */
function isEmptied({ author, body }: Content): boolean {
  return author === undefined && body.length === 0
}

/** Did the requester of this place write it themselves, to us? */
function isTheirs(place: Place, { side, kind, authorId }: Message): boolean {
  return side === 'requester' && kind === 'message' && authorId === place.personId
}

function writtenHere({ platform }: Place, message: Message, name: string): Omit<Content, 'language'>[] {
  const { partUnits, filesApart } = traits[platform]
  const words = splitWords(message.text, partUnits).map((text) => ({ body: [{ text }] }))
  const files = filesTogether(message.enclosures, filesApart).map((group) => ({ body: [], files: group }))
  const author = message.kind === 'note' ? say('note-by', { name }) : { words: name }
  return [...words, ...files].map((content, part) => ({ ...content, ...(part === 0 && { author }) }))
}
