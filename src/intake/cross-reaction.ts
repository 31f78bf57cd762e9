import { deskById } from '../acts/world.ts'
import { type Address, type Reacted, sameChat } from '../adapter.ts'
import { follows } from '../domain/ticket/watch.ts'
import type { Reaction } from '../ports/messages.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import type { Hearing } from './hearing.ts'
import { isAgentOf } from './standing.ts'

/**
 * What the requester or an agent puts on one twin of a message shows on the others, as a reaction of ours: theirs
 * cannot be lent. Notes are nobody's but the agents', and so is what they think of them.
 */
export async function crossReaction(hearing: Hearing<Reacted>): Promise<string> {
  const { unit, world, inbound, person, standing } = hearing
  const twin = await unit.messages.twinAt(inbound.at, inbound.message)
  const message = twin?.messageId ? await unit.messages.byId(twin.messageId) : undefined
  if (!twin || !message) return 'not-ours'
  const ticket = await unit.tickets.byId(message.ticketId)
  if (!ticket || message.kind !== 'message' || message.deletedAt) return 'stays-here'
  const place = (await unit.tickets.places(ticket.id)).find((one) => one.open && sameChat(one, twin))
  const isAgent = isAgentOf(deskById(world, ticket.deskId), standing)
  if (!place || !(isAgent || follows(ticket, person.id))) return 'stays-here'
  // What they show goes no further than what they say; a sign from before may go.
  if (!isAgent && !inbound.gone && (await unit.blocks.of(person.id, ticket.deskId))) return 'kept'
  const { platform, account, chat } = twin
  const reaction: Reaction = { messageId: message.id, personId: person.id, platform, account, chat, sign: inbound.sign }
  await (inbound.gone ? unit.messages.unreact(reaction) : unit.messages.react(reaction, inbound.occurredAt))
  const all = await unit.messages.reactionsOn(message.id)
  const others = (await copiesOf(unit, message.id, ticket.id)).filter((other) => !sameChat(other, twin))
  await unit.deliveries.owe(
    others.map((other): Owed => {
      const standing = all.filter((one) => !sameChat(one, other)).map(({ sign }) => sign)
      const gone = !standing.includes(inbound.sign)
      return {
        id: world.ids.uuid(),
        ticketId: ticket.id,
        messageId: message.id,
        to: { platform: other.platform, account: other.account, chat: other.chat },
        class: 'must-arrive',
        rank: ranks.sign,
        act: 'react',
        content: null,
        ...other.known,
        sign: { kind: 'emoji', emoji: inbound.sign, gone, standing },
      }
    }),
  )
  return inbound.gone ? 'unreacted' : 'reacted'
}

/** The same words in another chat, and by what that message is known. */
interface Copy extends Omit<Address, 'thread'> {
  known: Pick<Owed, 'target' | 'of' | 'after' | 'placeId'>
}

/** One in each chat where the ticket is still talked about, also one still on its way: of a copy in parts the first. */
async function copiesOf(unit: Unit, messageId: string, ticketId: string): Promise<Copy[]> {
  const places = (await unit.tickets.places(ticketId)).filter(({ open }) => open)
  const posts = await unit.deliveries.postsOf(messageId)
  const later = new Set(posts.flatMap(({ id, part }) => (part > 0 ? [id] : [])))
  const twins = (await unit.messages.twinsOf(messageId)).filter(
    (twin) =>
      (twin.deliveryId === null || !later.has(twin.deliveryId)) && places.some((place) => sameChat(place, twin)),
  )
  const shown = twins.map((twin): Copy => ({ ...twin, known: { target: twin.platformMessageId } }))
  const coming = posts.flatMap(({ id, placeId, to, part, state }): Copy[] => {
    // Read before the twins were: it may have gone out in between.
    const isShown = twins.some(({ deliveryId }) => deliveryId === id)
    const waits = part === 0 && (state === 'pending' || state === 'sending')
    if (!waits || isShown || !places.some((place) => place.id === placeId)) return []
    return [{ ...to, known: { of: id, after: id, placeId } }]
  })
  return [...shown, ...coming]
}
