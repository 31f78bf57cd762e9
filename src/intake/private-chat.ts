import { buttonFor } from '../acts/buttons.ts'
import { openTicket } from '../acts/open.ts'
import { originalOf } from '../acts/speak.ts'
import { type Said, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { label, languageFor } from '../domain/desk/questions.ts'
import { isOverForGood } from '../domain/grace.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { plainText } from '../domain/text/text.ts'
import { nameIn, whatIs } from '../domain/ticket/enclosure.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import type { Draft, HeldMessage } from '../ports/drafts.ts'
import { heardFromRequester } from './conversation.ts'
import { isHere } from './foresee.ts'
import { type Hearing, languageOf } from './hearing.ts'
import { heldOf } from './held-message.ts'
import { survivorOf } from './merge.ts'
import { answerNoise, saysNothing } from './noise.ts'
import { speaksIn } from './organisation/colleague.ts'
import { postTo } from './post-to.ts'
import { followerOf, followUp } from './relate/follow-up.ts'
import { isWish } from './start-form.ts'

/**
 * A plain message to the desk (design.md §8): no open ticket, one is opened at once, and a burst joins it; one, it goes
 * there; one resolved within grace, that is reopened; several, a picker, and the words wait in the draft. Where they came
 * for one of several desks, only its tickets count.
 * @param tickets those they may speak in here (`ticketsHere`)
 */
export async function heardInPrivate(
  hearing: Hearing<Said>,
  draft: Draft | undefined,
  tickets: readonly Ticket[],
): Promise<string> {
  const answered = await heardAsAnswer(hearing, tickets)
  if (answered !== undefined) return answered
  const picker = draft?.purpose === 'picker' ? await hearing.unit.drafts.hold(draft.id) : undefined
  if (picker) return waitWith(hearing, picker)

  const wished = draft && deskWished(hearing, draft)
  // A topic that is no ticket's is one they made themselves: for a question of its own, whatever else is open.
  const meant = inOwnTopic(hearing) ? [] : tickets.filter(({ deskId }) => !wished || deskId === wished.desk)
  const open = meant.filter(({ stage }) => stage !== 'resolved')
  if (open.length === 0 && saysNothing(hearing)) return nothingSaid(hearing, meant)
  // The wish counts once.
  if (draft && wished) await hearing.unit.drafts.save({ ...draft, state: 'used' })
  const [only, another] = open.length > 0 ? open : meant
  if (only && another) return pick(hearing, open.length > 0 ? open : meant)
  if (only) return join(hearing, only)

  const before = draft ? undefined : await endedLately(hearing)
  if (before) return followUp(hearing, before)
  const desk = wished ?? onlyDesk(hearing)
  return desk ? openWith(hearing, desk, [heldOf(hearing.inbound)]) : pick(hearing, [])
}

/**
 * Words that answer a message of a ticket of theirs belong to it, whatever else they are in the middle of. Undefined: they
 * answer none.
 */
export async function heardAsAnswer(hearing: Hearing<Said>, tickets: readonly Ticket[]): Promise<string | undefined> {
  const answered = await repliedTo(hearing, tickets)
  if (answered?.lives) return join(hearing, answered.ticket)
  return answered && !saysNothing(hearing) ? followUp(hearing, answered.ticket) : undefined
}

function inOwnTopic({ inbound: { at } }: Hearing<Said>): boolean {
  return traits[at.platform].topics && at.thread !== undefined
}

/** A greeting or thanks opens nothing and reopens nothing; of the ticket solved last its agents see it. */
async function nothingSaid(hearing: Hearing<Said>, resolved: readonly Ticket[]): Promise<string> {
  const [last] = resolved.toSorted((a, b) => (b.resolvedAt?.getTime() ?? 0) - (a.resolvedAt?.getTime() ?? 0))
  return last ? join(hearing, last) : answerNoise(hearing, say('noise-answer', {}), 'noise')
}

/** Of several desks the one they came for last (`/start billing`): their next words are for it, whatever is open elsewhere. */
function deskWished({ world, inbound }: Hearing<Said>, draft: Draft): Desk | undefined {
  if (world.desks.length === 1 || !isWish(draft) || traits[inbound.at.platform].modals) return undefined
  return world.desks.find(({ desk }) => desk === draft.deskId)
}

function onlyDesk({ world }: Hearing<Said>): Desk | undefined {
  const [only, another] = world.desks
  return another ? undefined : only
}

/** A word so long after the end still is about what ended (ms); later it is a question like any. */
const FOLLOWS_FOR_MS = 30 * 24 * 3_600_000

/** One chat is one conversation: of nothing open, what ended last is what the next word follows. */
async function endedLately({ unit, world, person }: Hearing<Said>): Promise<Ticket | undefined> {
  if (world.desks.length > 1) return undefined
  const since = new Date(unit.now.getTime() - FOLLOWS_FOR_MS)
  const isOver = (ticket: Ticket): boolean => isOursAndOver({ unit, world }, ticket)
  // Not closed yet, only because its timer is late.
  const unclosed = (await unit.tickets.ofRequester(person.id, since)).find(isOver)
  const last = unclosed ?? (await unit.tickets.lastClosedOf(person.id, since))
  return last && isOver(last) && !(await survivorOf(unit, last)) ? last : undefined
}

/** Of a desk that is there, and over for good by its grace period. */
function isOursAndOver({ unit, world }: Pick<Hearing, 'unit' | 'world'>, ticket: Ticket): boolean {
  const desk = world.desks.find(({ desk }) => desk === ticket.deskId)
  return desk !== undefined && isOverForGood(ticket, desk, unit.now)
}

/** The ticket of the message this one answers, or the one it goes on in, if it is theirs; a closed one does not live. */
async function repliedTo(
  hearing: Hearing<Said>,
  living: readonly Ticket[],
): Promise<{ ticket: Ticket; lives: boolean } | undefined> {
  const { unit, inbound } = hearing
  const answered = answeredMessage(inbound)
  if (answered === undefined) return undefined
  const twin = await unit.messages.twinAt(inbound.at, answered)
  const meant = twin && (await unit.tickets.byId(twin.ticketId))
  const survivor = (meant && (await survivorOf(unit, meant))) ?? meant
  const goesOn =
    survivor && isOursAndOver(hearing, survivor) ? ((await followerOf(unit, survivor)) ?? survivor) : survivor
  const alive = living.find(({ id }) => id === goesOn?.id)
  if (alive) return { ticket: alive, lives: true }
  // A colleague's ticket that is read here: places are only where somebody may.
  const others = goesOn !== undefined && goesOn.requesterId !== hearing.person.id
  if (others && goesOn.stage !== 'closed' && (await speaksIn(hearing, goesOn))) return { ticket: goesOn, lives: true }
  const over = goesOn?.requesterId === hearing.person.id && isOursAndOver(hearing, goesOn)
  return over ? { ticket: goesOn, lives: false } : undefined
}

/** The message these words answer; in a thread that is no ticket's own it is the one the thread hangs on. */
export function answeredMessage({ replyTo, at }: Said): string | undefined {
  return replyTo ?? (traits[at.platform].threads ? at.thread : undefined)
}

async function join(hearing: Hearing<Said>, ticket: Ticket): Promise<string> {
  const places = await hearing.unit.tickets.places(ticket.id)
  const here = places.find((place) => isHere(place, hearing.inbound)) ?? places.find(({ side }) => side === 'requester')
  if (!here) throw new Error('a ticket without a place for its requester')
  return heardFromRequester(hearing, ticket, here)
}

/** A ticket from plain messages: its subject is their first line, its type the desk's first. */
export async function openWith(hearing: Hearing, desk: Desk, messages: readonly HeldMessage[]): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const [first] = messages
  const subject = first ? firstLine(first.text, SUBJECT_MAX) : ''
  const [kind] = first?.enclosures ?? []
  await openTicket(unit, world, {
    desk,
    number: await hearing.nextNumber(desk.desk),
    requester: person,
    by: person,
    subject: subject === '' ? ((kind && (nameIn(kind) ?? whatIs(kind))) ?? desk.prefix) : subject,
    ticketType: desk.types[0].id,
    fields: {},
    occurredAt: inbound.occurredAt,
    words: messages.map((held) => ({
      authorId: person.id,
      text: held.text,
      enclosures: held.enclosures,
      occurredAt: new Date(held.occurredAt),
      original: originalOf(held, inbound.at),
    })),
    // Where threads exist the message itself becomes the root of the ticket's thread.
    at:
      first && traits[inbound.at.platform].threads
        ? { ...inbound.at, thread: first.thread ?? first.message }
        : inbound.at,
  })
  return 'opened'
}

async function waitWith(hearing: Hearing<Said>, draft: Draft): Promise<string> {
  const messages = [...draft.body.messages, heldOf(hearing.inbound)]
  await hearing.unit.drafts.save({ ...draft, body: { ...draft.body, messages } })
  return 'waits-for-a-choice'
}

/** Which ticket is it about? Nothing is lost meanwhile: the words are in the draft. */
async function pick(hearing: Hearing<Said>, tickets: readonly Ticket[]): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const draftId = world.ids.uuid()
  const asked = world.ids.uuid()
  await unit.drafts.save({
    id: draftId,
    personId: person.id,
    deskId: null,
    purpose: 'picker',
    platform: inbound.at.platform,
    account: inbound.at.account,
    chat: inbound.at.chat,
    body: { answers: {}, path: [], messages: [heldOf(hearing.inbound)], asked },
    state: 'open',
    ticketId: null,
  })
  const existing = tickets.map((ticket) => ({
    button: buttonFor(world.ids, { act: 'pick-ticket', draftId, argument: ticket.id }),
    label: say('which-ticket-button', { key: ticket.key, subject: firstLine(plainText(ticket.subject), 40) }),
  }))
  const fresh = world.desks.map((desk) => ({
    button: buttonFor(world.ids, { act: 'choose-desk', draftId, argument: desk.desk }),
    label: world.desks.length === 1 ? say('button-new-question', {}) : { words: deskName(desk, person.language) },
  }))
  const all = [...existing, ...fresh]
  await unit.buttons.keep(all.map(({ button }) => button))
  const choices = all.map(({ button, label }): ChoiceContent[] => [{ kind: 'button', id: button.id, label }])
  const question = tickets.length > 0 ? say('which-ticket', {}) : say('field-desk', {})
  const content = { language: languageOf(hearing), body: [question], choices }
  await unit.deliveries.owe([{ ...postTo(hearing, content), id: asked }])
  return 'which-ticket'
}

function deskName(desk: Desk, language: string | undefined): string {
  return label(desk.name, languageFor(desk, language), desk)
}
