import { changeTicket } from '../acts/change.ts'
import { keepEnclosed } from '../acts/speak.ts'
import { deskById } from '../acts/world.ts'
import type { Deleted, Edited } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { isNoise } from '../domain/noise.ts'
import type { Actor, PersonId } from '../domain/person.ts'
import { calm } from '../domain/text/calm.ts'
import { sameText } from '../domain/text/same.ts'
import { type Enclosure, filesBrought } from '../domain/ticket/enclosure.ts'
import type { RecordedEvent } from '../domain/ticket/events.ts'
import type { Message } from '../domain/ticket/message.ts'
import { bringing, doubt, edit, withdraw } from '../domain/ticket/note.ts'
import { movesAfterTakingBack } from '../domain/ticket/take-back.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { follows } from '../domain/ticket/watch.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { Twin } from '../ports/messages.ts'
import type { Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { saidNow } from './album.ts'
import { heldBack, isInside } from './conversation.ts'
import { answerTooLate, editAnswer } from './edit-answer.ts'
import { editHeld } from './edit-held.ts'
import { heardAfterAll } from './edited-greeting.ts'
import { heardEdited } from './heard-edited.ts'
import { answer, type Hearing } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { takeBackHeld } from './take-back-held.ts'

/** An edit follows the message to its copies, and to who may read it now. */
export async function onEdited(hearing: Hearing<Edited>): Promise<string> {
  const { unit, world, inbound, person, standing } = hearing
  const twin = await unit.messages.twinAt(inbound.at, inbound.message)
  if (!twin) {
    await notYetThere(hearing)
    const waiting = (await editAnswer(hearing)) ?? (await editHeld(hearing))
    return waiting ?? (await heardAfterAll(hearing)) ?? (await answerTooLate(hearing)) ?? 'unknown-message'
  }
  const message = twin.role === 'original' && twin.messageId ? await unit.messages.byId(twin.messageId) : undefined
  if (!message || message.deletedAt) return 'not-a-message'
  if (message.authorId !== person.id) return 'not-the-author'
  const brought = filesBrought(message.enclosures, inbound.enclosures ?? [])
  const said = await saidNow(unit, twin, inbound, brought.length > 0)
  if (!said) return 'unchanged'
  const ticket = await unit.tickets.byId(message.ticketId)
  if (!ticket) throw new Error('a message without its ticket')
  if (message.side === 'requester' && (await unit.blocks.of(person.id, ticket.deskId))) {
    if (said.parts) await unit.messages.reword(twin, calm(inbound.text))
    await unit.messages.revise(message.id, calm(said.text), inbound.occurredAt)
    return 'kept'
  }
  const place = placeIn(await unit.tickets.places(ticket.id), twin.chat)
  // Who was taken out says nothing more, by an edit either.
  if (message.side === 'requester' && place?.open === false) return 'no-longer-theirs'
  const desk = deskById(world, ticket.deskId)
  const by = actorOf(desk, person, standing)
  const { audience: goesTo, text: heard } = await heardEdited(hearing, { message, ticket, place, said })
  const text = calm(heard)
  if (isReply(message) && goesTo === 'requester' && !isAgentOf(desk, standing)) {
    return sameText(text, message.text) && brought.length === 0
      ? 'unchanged'
      : answer(hearing, say('not-an-agent', { desk: desk.name.en }), 'not-an-agent')
  }
  if (said.parts) await unit.messages.reword(twin, calm(inbound.text))
  const unmarked = message.side === 'agent' && message.kind === 'note' && goesTo === 'requester'
  const held = unmarked && place ? stayInside(ticket, desk, by, place) : undefined
  const audience = held ? 'internal' : goesTo
  const history = audience === 'requester' ? [] : await historyIfReply(unit, message)
  const saysMore = brought.length > 0 || !isNoise(text)
  const words =
    saysMore && (await isThanks(unit, message, ticket))
      ? (now: Readonly<Ticket>, its: Desk) => doubt(now, its, by.id, message.id)
      : (now: Readonly<Ticket>, its: Desk) => edit(now, its, by, message, audience, history)
  const added = await keepEnclosed(unit, world, message.id, brought, inbound.at.platform)
  const files = added.flatMap((one) => (one.kind === 'file' ? [one.file] : []))
  const decide = (now: Readonly<Ticket>, its: Desk) => bringing(words(now, its), files)
  const events = decide(ticket, desk)
  const kind = events.some(({ type }) => type === 'ReplyWithdrawn')
    ? 'note'
    : events.some(({ type }) => type === 'NoteSent' || type === 'TicketReopened')
      ? 'message'
      : message.kind
  // Only a mark before the same words may have changed, and with it who hears them.
  if (kind === message.kind && sameText(text, message.text) && added.length === 0)
    return held ? answer(hearing, held, 'noted') : 'unchanged'
  const enclosures = [...heldStill(message, inbound), ...added]
  if (added.length > 0) await unit.messages.enclose(message.id, enclosures)
  await unit.messages.revise(message.id, text, inbound.occurredAt)
  if (kind !== message.kind) await unit.messages.setKind(message.id, kind)
  await changeTicket(unit, world, ticket.id, decide, {
    occurredAt: inbound.occurredAt,
    messages: [{ ...message, kind, text, enclosures }],
    origin: place?.id,
  })
  if (held) return answer(hearing, held, 'noted')
  return kind === 'note' && message.kind === 'message' ? heldBack(hearing, ticket, message.id, audience) : 'edited'
}

/**
 * What a message still holds after an edit. An agent who puts a file in another's place means that nobody shall have the
 * other. A requester's stay both: agents read what was said at first. Of an album nobody can say which one it was.
 */
function heldStill({ side, enclosures }: Message, { album, enclosures: now = [] }: Edited): Enclosure[] {
  const [file, ...others] = enclosures.filter((one) => one.kind === 'file')
  if (side !== 'agent' || album !== undefined || file?.print === undefined || others.length > 0) return enclosures
  const prints = now.flatMap((one) => (one.kind === 'file' ? [one.print] : []))
  return prints.length === 0 || prints.includes(file.print) ? enclosures : enclosures.filter((one) => one !== file)
}

/** Why a note its author takes the mark from is not sent: an edit is worth no more than a new message. */
function stayInside(ticket: Ticket, desk: Desk, by: Actor, place: Place): Sentence | undefined {
  if (!isInside(ticket, desk, by, place)) return say('private-goes-on-elsewhere', {})
  return mayDo(desk, by.roles, 'reply') ? undefined : say('refusal-not-allowed', {})
}

/** Thanks for what was solved, kept as a note. */
async function isThanks(unit: Unit, message: Message, ticket: Ticket): Promise<boolean> {
  const theirs = message.side === 'requester' && message.kind === 'note' && follows(ticket, message.authorId)
  return theirs && (await isSaidAsNote(unit, message))
}

/** No comment on a rating, nothing from before the ticket, and nothing that was kept while they were blocked. */
async function isSaidAsNote(unit: Unit, { id, ticketId }: Message): Promise<boolean> {
  const history = await unit.tickets.history(ticketId)
  return history.some(({ event }) => event.type === 'NoteAdded' && event.message === id)
}

/** An edit may overtake its message (platforms.md §A2): in a ticket's thread it waits a little for it to come. */
async function notYetThere({
  unit,
  inbound,
  tries,
}: {
  unit: Unit
  inbound: Edited | Deleted
  tries: number
}): Promise<void> {
  if (tries < MOST_WAITS && (await unit.tickets.placeAt(inbound.at))) throw new MessageNotYetThere()
}

const MOST_WAITS = 4

class MessageNotYetThere extends Error {
  override name = 'MessageNotYetThere'
}

/** A deletion takes the copies back; of words that still wait, the words. */
export async function onDeleted({
  unit,
  world,
  inbound,
  tries,
}: Pick<Hearing, 'unit' | 'world' | 'tries'> & { inbound: Deleted }): Promise<string> {
  const twin = await unit.messages.twinAt(inbound.at, inbound.message)
  if (!twin) await notYetThere({ unit, inbound, tries })
  const message = twin?.role === 'original' && twin.messageId ? await unit.messages.byId(twin.messageId) : undefined
  if (twin && message) {
    return inbound.files
      ? takeFilesAway({ unit, world }, twin, message, { ...inbound, files: inbound.files })
      : takeAway({ unit, world }, twin, message, null, inbound.occurredAt)
  }
  // Words that wait in a draft go as a whole or not at all.
  if (twin || inbound.files) return 'unknown-message'
  const waiting = await unit.drafts.holding(inbound.at, inbound.message)
  const taken = await takeBackHeld({ unit, world }, waiting, inbound.message)
  return taken.length > 0 ? 'deleted-in-draft' : 'unknown-message'
}

/** Files go from a message, and from its copies; nothing but files, and it goes with the last. */
async function takeFilesAway(
  { unit, world }: Pick<Hearing, 'unit' | 'world'>,
  twin: Twin,
  message: Message,
  { files, occurredAt }: { files: readonly string[]; occurredAt: Date },
): Promise<string> {
  if (message.deletedAt) return 'deleted-already'
  const enclosures: Message['enclosures'] = []
  for (const one of message.enclosures) {
    const file = one.kind === 'file' ? await unit.files.byId(one.file) : undefined
    if (!file || !files.includes(file.sourceId)) enclosures.push(one)
  }
  if (enclosures.length === message.enclosures.length) return 'unchanged'
  if (enclosures.length === 0 && message.text.children.length === 0) {
    return takeAway({ unit, world }, twin, message, null, occurredAt)
  }
  await unit.messages.enclose(message.id, enclosures)
  const edited = { type: 'MessageEdited', by: message.authorId, message: message.id } as const
  await changeTicket(unit, world, message.ticketId, () => [edited], {
    occurredAt,
    messages: [{ ...message, enclosures }],
    origin: await placeOf(unit, message, twin.chat),
  })
  return 'files-deleted'
}

/** A message goes, with its copies. `by`: null where the platform does not say who did it. */
export async function takeAway(
  { unit, world }: Pick<Hearing, 'unit' | 'world'>,
  twin: Twin,
  message: Message,
  by: PersonId | null,
  at: Date,
): Promise<string> {
  if (message.deletedAt) return 'deleted-already'
  await unit.messages.remove(message.id, at)
  const history = await historyIfReply(unit, message)
  const decide = (now: Readonly<Ticket>, desk: Desk) => [
    ...withdraw(message.id, by, history),
    ...movesAfterTakingBack(now, desk, by ?? message.authorId, message.id, history),
  ]
  await changeTicket(unit, world, message.ticketId, decide, {
    occurredAt: at,
    messages: [message],
    origin: await placeOf(unit, message, twin.chat),
  })
  return 'deleted'
}

/** What happened to its ticket, where the message is a reply that goes from the requester: it may have moved the ticket. */
async function historyIfReply(unit: Unit, message: Message): Promise<RecordedEvent[]> {
  return isReply(message) ? unit.tickets.history(message.ticketId) : []
}

function isReply({ side, kind }: Message): boolean {
  return side === 'agent' && kind === 'message'
}

async function placeOf(unit: Unit, message: Message, chat: string): Promise<string | undefined> {
  return placeIn(await unit.tickets.places(message.ticketId), chat)?.id
}

/** Of several in one chat the one that is open. */
function placeIn(places: readonly Place[], chat: string): Place | undefined {
  const here = places.filter((place) => place.chat === chat)
  return here.find(({ open }) => open) ?? here[0]
}
