import { deskById } from '../acts/world.ts'
import type { PersonId } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayEnter, refuseOutsiders } from '../domain/ticket/enter.ts'
import { keyOf } from '../domain/ticket/key.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { mayTellHere } from './among-agents.ts'
import type { Hearing } from './hearing.ts'
import { asColleague } from './organisation/colleague.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** A ticket somebody named, and as what it is theirs to see. */
export interface Found {
  ticket: Ticket
  /** False of their own, also where they are an agent of its desk: `refuseOthers` asks that. */
  asAgent: boolean
  /** They may speak for its requester: say that it is solved, let others in. */
  mayWrite: boolean
}

/**
 * A ticket by its key: the requester's own, any of the desk for its agents, and one of a colleague's where the desk has
 * them share. Others are told there is none.
 * @param also `watchers`: it is theirs, too, who were brought into it
 */
export async function byKey(hearing: Hearing, key: string, also: { watchers?: boolean } = {}): Promise<Found> {
  const found = await theirs(hearing, key, also)
  if (!mayTellHere(hearing, found.ticket)) throw new Refusal('private-not-here', { key: found.ticket.key })
  return found
}

async function theirs(hearing: Hearing, key: string, also: { watchers?: boolean }): Promise<Found> {
  const { unit, world, person, standing } = hearing
  const ticket = await unit.tickets.byKey(key)
  if (!ticket) throw new Refusal('ticket-not-found', { key: keyOf(key) })
  if (ticket.requesterId === person.id) return { ticket, asAgent: false, mayWrite: true }
  const desk = deskById(world, ticket.deskId)
  const watches = also.watchers === true && (await readsAlong(hearing, ticket))
  if (isAgentOf(desk, standing) && !(watches && !mayEnter(ticket, desk, actorOf(desk, person, standing)))) {
    refuseOutsiders(ticket, desk, actorOf(desk, person, standing))
    return { ticket, asAgent: true, mayWrite: true }
  }
  const may = await asColleague(hearing, ticket)
  if (may === 'nothing' && !watches) throw new Refusal('ticket-not-found', { key: keyOf(key) })
  return { ticket, asAgent: false, mayWrite: may === 'write' }
}

/** Were they brought into it, and are they still? Who is out of the organisation that let them in is out of it, too. */
export async function readsAlong({ unit, person }: Pick<Hearing, 'unit' | 'person'>, ticket: Ticket): Promise<boolean> {
  return ticket.watchers.includes(person.id) && (await whoReadsAlong({ unit }, ticket)).includes(person.id)
}

/** Everybody who was brought into it and still is there, in the order they came. */
export async function whoReadsAlong({ unit }: Pick<Hearing, 'unit'>, { id, watchers }: Ticket): Promise<PersonId[]> {
  if (watchers.length === 0) return []
  const places = await unit.tickets.places(id)
  return watchers.filter((watcher) =>
    places.some(({ side, open, personId }) => side === 'requester' && open && personId === watcher),
  )
}
