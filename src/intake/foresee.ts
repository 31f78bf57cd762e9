import { type Said, traits } from '../adapter.ts'
import { type Limit, usualLimits } from '../domain/limits.ts'
import type { PersonId } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Messages } from '../ports/messages.ts'
import type { Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import { livingSince, livingTickets, watchedTickets } from './grace.ts'
import type { Hearing } from './hearing.ts'
import { isAgentOf } from './standing.ts'

type Speaking = Pick<Hearing<Said>, 'unit' | 'world' | 'person' | 'standing' | 'inbound'>

/** What is asked of the database about nearly all words, and the answers on their way. */
export interface Foreseen {
  /** Who does not hear them, and when the last but so many of their words were said (`admitWords`). */
  restraint?: ReturnType<typeof askRestraint> | undefined
  /** Where they were said, where that is a ticket's place. */
  there?: There | undefined
  /** Of words in a private chat: the same of the newest ticket they may speak in, which mostly is the one they mean. */
  newest?: ReturnType<Messages['latestInNewest']> | undefined
}

interface There {
  place: Place
  ticket: Promise<Ticket | undefined>
  /** When the words before them were said in it (`Messages.latestBeside`). */
  latest: Promise<Date | undefined>
}

/**
 * Asks as soon as it is known who speaks: each question by itself, when its answer is wanted, was a trip of its own, and a
 * word's way to its ticket a third longer. Nothing of what is read here changes before it is looked at.
 */
export async function foresee(speaking: Speaking): Promise<Foreseen> {
  const { unit, world, person, standing, inbound } = speaking
  const { personMessages } = world.limits ?? usualLimits
  // Agents are neither counted nor kept out.
  const asks = world.desks.every((desk) => !isAgentOf(desk, standing))
  const restraint = asks ? onItsWay(askRestraint(unit, person.id, personMessages)) : undefined
  const place = await unit.tickets.placeAt(inbound.at)
  if (!place) {
    const { at, direct } = inbound
    const newest = direct ? onItsWay(unit.messages.latestInNewest(person.id, livingSince(speaking), at)) : undefined
    return { restraint, newest }
  }
  const { ticketId } = place
  const ticket = onItsWay(unit.tickets.byId(ticketId))
  const latest = onItsWay(unit.messages.latestBeside(ticketId, person.id, inbound.at))
  return { restraint, there: { place, ticket, latest } }
}

/** Of words that are heard in this ticket, what was asked about the one they were said in, where it is the same. */
export function foreseenIn({ foreseen }: Pick<Hearing, 'foreseen'>, ticketId: string): There | undefined {
  const there = foreseen?.there
  return there?.place.ticketId === ticketId ? there : undefined
}

/** When the words before these were said in this ticket (`Messages.latestBeside`). */
export async function latestIn(hearing: Hearing<Said>, ticketId: string): Promise<Date | undefined> {
  const { unit, person, inbound, foreseen } = hearing
  const there = foreseenIn(hearing, ticketId)
  if (there) return there.latest
  const newest = await foreseen?.newest
  return newest?.ticketId === ticketId ? newest.latest : unit.messages.latestBeside(ticketId, person.id, inbound.at)
}

/** Who does not hear somebody, and when the last but so many of their words were said. */
export function askRestraint(unit: Unit, person: PersonId, limit: Limit) {
  return Promise.all([unit.blocks.allOf(person), unit.counts.messagesBy(person, limit)])
}

/**
 * The tickets they can still speak in, and those they were brought into that are told of in this chat, while these are
 * open: nobody reopens them by a word meant for something else.
 */
export function ticketsHere(speaking: Speaking): Promise<readonly Ticket[]> {
  const both = Promise.all([livingTickets(speaking, speaking.person), watchedHere(speaking)])
  return onItsWay(both.then((tickets) => tickets.flat()))
}

/** What they were brought into; where the chat has a thread for each they write there. */
async function watchedHere(speaking: Speaking): Promise<Ticket[]> {
  const { unit, person, inbound } = speaking
  if (traits[inbound.at.platform].threads) return []
  const here: Ticket[] = []
  for (const ticket of await watchedTickets(speaking, person)) {
    if ((await unit.tickets.places(ticket.id)).some((place) => place.open && isHere(place, inbound))) here.push(ticket)
  }
  return here
}

/** The requester's side of a ticket, in this very chat. */
export function isHere(place: Place, { at }: Said): boolean {
  return place.side === 'requester' && place.platform === at.platform && place.chat === at.chat
}

/** Nobody may come to want it; whoever does hears of it if it fails. */
function onItsWay<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {})
  return answer
}
