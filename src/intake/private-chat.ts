import { type Said, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { isOverForGood } from '../domain/grace.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { say } from '../ports/content.ts'
import type { Draft } from '../ports/drafts.ts'
import { heardFromRequester } from './conversation.ts'
import { desksFor } from './desk-of.ts'
import { isHere } from './foresee.ts'
import type { Hearing } from './hearing.ts'
import { heldOf } from './held-message.ts'
import { survivorOf } from './merge.ts'
import { answerNoise, saysNothing } from './noise.ts'
import { openWith } from './open-with.ts'
import { speaksIn } from './organisation/colleague.ts'
import { askWhich, waitInPicker } from './picker.ts'
import { followerOf, followUp } from './relate/follow-up.ts'
import { isWish } from './start-form.ts'

/**
 * A plain message to the desk (design.md §8): no open ticket, one is opened at once, and a burst joins it; one, it goes
 * there; one resolved within grace, that is reopened; several, a picker (`picker.ts`), and the words wait in the draft.
 * Where they came for one of several desks, only its tickets count.
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
  const wished = draft && deskWished(hearing, draft)
  // A topic that is no ticket's is one they made themselves: for a question of its own, whatever else is open.
  const meant = inOwnTopic(hearing) ? [] : tickets.filter(({ deskId }) => !wished || deskId === wished.desk)
  if (picker) return waitInPicker(hearing, picker, meant)
  const open = meant.filter(({ stage }) => stage !== 'resolved')
  if (open.length === 0 && saysNothing(hearing)) return nothingSaid(hearing, meant)
  // The wish counts once.
  if (draft && wished) await hearing.unit.drafts.save({ ...draft, state: 'used' })
  const [only, another] = open.length > 0 ? open : meant
  if (only && another) return askWhich(hearing, open.length > 0 ? open : meant)
  if (only) return join(hearing, only)

  const before = draft ? undefined : await endedLately(hearing)
  if (before) return followUp(hearing, before)
  const desk = wished ?? onlyDesk(hearing)
  return desk ? openWith(hearing, desk, [heldOf(hearing.inbound)]) : askWhich(hearing, [])
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

function onlyDesk({ world, standing }: Hearing<Said>): Desk | undefined {
  const [only, another] = desksFor(world, standing)
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
