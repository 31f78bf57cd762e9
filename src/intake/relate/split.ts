import { buttonFor } from '../../acts/buttons.ts'
import { keptButton } from '../../acts/kept-button.ts'
import { openTicket } from '../../acts/open.ts'
import { type Commanded, type Pressed, traits } from '../../adapter.ts'
import { SUBJECT_MAX } from '../../domain/desk/form.ts'
import { typeOf } from '../../domain/desk/questions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { firstLine } from '../../domain/text/first-line.ts'
import { type Enclosure, nameIn, whatIs } from '../../domain/ticket/enclosure.ts'
import type { Message } from '../../domain/ticket/message.ts'
import { askedSince } from '../../domain/ticket/split.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { type ChoiceContent, say } from '../../ports/content.ts'
import { answer, type Hearing, whisper } from '../hearing.ts'
import { ownChatOf } from '../open-for.ts'
import { refuseIdle, workedOn } from '../worked-on.ts'
import { linkBoth } from './link.ts'

/** So many of the last messages are looked at, and so many offered. */
const LOOKED_AT = 50
const OFFERED = 10

/** `/ticket split DEMO-17`: with which message of the requester shall the new ticket begin? */
export async function offerMessages(hearing: Hearing<Commanded>, key: string): Promise<string> {
  const { unit } = hearing
  const ticket = await workedOn(hearing, key, 'link')
  const messages = (await unit.messages.lastOf(ticket.id, LOOKED_AT)).filter(isTheirs).slice(-OFFERED)
  if (messages.length === 0) throw new Refusal('nothing-to-split')
  const rows: ChoiceContent[][] = []
  for (const message of messages) {
    const meaning = { act: 'split-from', ticketId: ticket.id, messageId: message.id } as const
    rows.push([await keptButton(hearing, meaning, { words: called(message, 60) })])
  }
  await unit.deliveries.owe([whisper(hearing, [say('split-which', { key: ticket.key })], rows)])
  return 'which-message'
}

/** "Split into a new ticket" on a message in the agents' thread. */
export async function offerSplitOf(hearing: Hearing<Commanded>): Promise<string> {
  const { unit, inbound } = hearing
  const twin = inbound.replyTo === undefined ? undefined : await unit.messages.twinAt(inbound.at, inbound.replyTo)
  const ticket = twin && (await unit.tickets.byId(twin.ticketId))
  if (!ticket || !twin?.messageId) throw new Refusal('nothing-to-split')
  return offerSplit(hearing, ticket, twin.messageId)
}

/** Only this message, or what they wrote after it, too? */
export async function offerSplit(
  hearing: Hearing<Commanded | Pressed>,
  ticket: Ticket,
  messageId: string | null,
): Promise<string> {
  const { unit, world } = hearing
  refuseIdle(hearing, ticket, 'link')
  const message = await messageToSplit(hearing, ticket, messageId)
  const button = (argument: 'one' | 'rest') =>
    buttonFor(world.ids, { act: 'split', ticketId: ticket.id, messageId: message.id, argument })
  const [one, rest] = [button('one'), button('rest')]
  await unit.buttons.keep([one, rest])
  await unit.deliveries.owe([
    whisper(
      hearing,
      [say('split-choose', { key: ticket.key, words: called(message, 60) })],
      [
        [
          { kind: 'button', id: one.id, label: say('button-split-one', {}) },
          { kind: 'button', id: rest.id, label: say('button-split-rest', {}) },
        ],
      ],
    ),
  ])
  return 'split-offered'
}

/**
 * A ticket of its own out of a message: the same requester, their words copied, both threads told. The words stay where
 * they were written, too.
 */
export async function split(
  hearing: Hearing<Pressed>,
  ticket: Ticket,
  messageId: string | null,
  take: string,
): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const { desk } = refuseIdle(hearing, ticket, 'link')
  const message = await messageToSplit(hearing, ticket, messageId)
  // The card of a new ticket is everybody's.
  if (ticket.privateTo !== null) throw new Refusal('split-of-private', { key: ticket.key })
  const [requester, places] = [
    (await unit.people.byIds([ticket.requesterId])).get(ticket.requesterId),
    await unit.tickets.places(ticket.id),
  ]
  if (!requester) throw new Refusal('nothing-to-split')
  // Others read along in chats of their own. The requester’s is closed where what follows has taken over its thread.
  const place = places.find(({ side, open, personId }) => side === 'requester' && open && personId === requester.id)
  const { platform, account, chat } = place ?? (await ownChatOf(hearing, requester))
  const all = take === 'rest' ? await unit.messages.saidFrom(message) : [message]
  const words = []
  for (const one of all.filter((said) => isTheirs(said) && said.authorId === message.authorId)) {
    const enclosures = await copied(hearing, one.enclosures)
    words.push({ authorId: one.authorId, text: one.text, enclosures, occurredAt: one.occurredAt })
  }
  const made = await openTicket(unit, world, {
    desk,
    number: await hearing.nextNumber(desk.desk),
    requester,
    by: person,
    subject: called(message, SUBJECT_MAX) || ticket.subject,
    ticketType: typeOf(desk, ticket.type)?.id ?? desk.types[0].id,
    fields: {},
    occurredAt: inbound.occurredAt,
    words,
    at: { platform, account, chat },
    from: { key: ticket.key, as: 'split' },
    askedSince: askedSince(ticket, await unit.tickets.history(ticket.id), words),
  })
  await linkBoth(hearing, made, 'split-from', ticket, message.id)
  if (!traits[inbound.at.platform].threads && inbound.at.chat === chat) return 'split'
  return answer(hearing, say('split-now', { key: made.key, from: ticket.key }), 'split')
}

/** Of the requester, in this very ticket, and not split off before: two presses make one ticket. */
async function messageToSplit({ unit }: Hearing, ticket: Ticket, messageId: string | null): Promise<Message> {
  const message = messageId === null ? undefined : await unit.messages.byId(messageId)
  if (!message || message.ticketId !== ticket.id || !isTheirs(message)) throw new Refusal('nothing-to-split')
  const before = (await unit.tickets.history(ticket.id)).find(
    ({ event }) => event.type === 'TicketLinked' && event.message === message.id,
  )
  if (before?.event.type === 'TicketLinked') throw new Refusal('raised-already', { key: before.event.link.key })
  return message
}

function isTheirs({ kind, side, deletedAt }: Message): boolean {
  return kind === 'message' && side === 'requester' && deletedAt === null
}

/** A message by its first words, or by what is in it. */
function called({ text, enclosures: [first] }: Message, most: number): string {
  const line = firstLine(text, most)
  return line === '' && first ? (nameIn(first) ?? whatIs(first)) : line
}

/** Each file is known a second time: the message it came with keeps its own. */
async function copied({ unit, world }: Hearing, enclosures: readonly Enclosure[]): Promise<Enclosure[]> {
  const copies: Enclosure[] = []
  for (const enclosure of enclosures) {
    const row = enclosure.kind === 'file' ? await unit.files.byId(enclosure.file) : undefined
    if (enclosure.kind !== 'file' || !row) {
      if (enclosure.kind !== 'file') copies.push(enclosure)
      continue
    }
    const id = world.ids.uuid()
    await unit.files.insert([{ ...row, id, messageId: null }])
    copies.push({ ...enclosure, file: id })
  }
  return copies
}
