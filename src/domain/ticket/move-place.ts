import type { Desk } from '../desk/desk.ts'
import type { Place } from '../desk/platform-id.ts'
import {
  categoryOf,
  defaultPriority,
  firstStatus,
  priorityOf,
  routeOf,
  statusOf,
  triageChannels,
  typeOf,
} from '../desk/questions.ts'
import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import { insiders } from './enter.ts'
import type { TicketEvent, Translated } from './events.ts'
import { inTurn } from './in-turn.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/** To another channel of its desk. */
export function moveChannel(ticket: Readonly<Ticket>, desk: Desk, by: PersonId, to: Place): TicketEvent[] {
  refuseClosed(ticket)
  if (!triageChannels(desk).some((channel) => samePlace(channel, to))) throw new Refusal('no-such-channel')
  return samePlace(ticket.triage, to) ? [] : [{ type: 'ChannelMoved', by, from: ticket.triage, to }]
}

/** Its channel goes on under another id: nobody has moved the ticket. `moves`: old id → new one, on the channel's platform. */
export function followChannel({ triage }: Readonly<Ticket>, moves: ReadonlyMap<string, string>): TicketEvent[] {
  const chat = moves.get(triage.chat)
  return chat === undefined ? [] : [{ type: 'ChannelRenumbered', by: null, from: triage, to: { ...triage, chat } }]
}

/** Where the desk's routing sends it now that it is another kind of thing than before, or bears other tags or answers. */
export function followRouting(
  before: Readonly<Ticket>,
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
): TicketEvent[] {
  const to = routeOf(desk, ticket)
  return ticket.stage === 'closed' || samePlace(routeOf(desk, before), to) ? [] : moveChannel(ticket, desk, by, to)
}

/** An act that may make it another kind of thing, and then where the routing sends it. `at`: when it happens. */
export function routed(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  at: Date,
  act: (now: Readonly<Ticket>) => TicketEvent[],
): TicketEvent[] {
  return inTurn(ticket, at, [act, (now) => followRouting(ticket, now, desk, by)])
}

/**
 * To another desk. The key stays, for people know it; the channel is where the other desk's routing says. Type,
 * priority, category, status and plan keep their ids where the other desk has them (a status: of the same stage). Who
 * had it need not work there, so nobody has it, unless the one who moves it takes it along. `type` and `category`:
 * chosen by the one who moves it; what the other desk does not know does not count. A silence is counted anew: that
 * desk's rules were told to nobody before. `workThere`: who is known to work on the other desk, as far as that matters
 * for a private ticket.
 * @throws Refusal `move-of-private` where nobody there could enter, and those inside could not answer any more
 */
export function moveDesk(
  ticket: Readonly<Ticket>,
  to: Desk,
  by: PersonId,
  how: {
    takesAlong: boolean
    type?: string | undefined
    category?: string | undefined
    workThere?: readonly PersonId[]
  },
): TicketEvent[] {
  refuseClosed(ticket)
  if (to.desk === ticket.deskId) return []
  const { assigneeId, privateTo } = ticket
  const keepsIt = assigneeId === null || (how.takesAlong && assigneeId === by)
  const inside = insiders({ privateTo, assigneeId: keepsIt ? assigneeId : null })
  if (privateTo !== null && !inside.some((person) => how.workThere?.includes(person))) {
    throw new Refusal('move-of-private', { key: ticket.key })
  }
  const there = translated(ticket, to, how)
  const moved: TicketEvent = { type: 'DeskMoved', by, from: ticket.deskId, to: to.desk, ...there, silenceAnew: true }
  if (keepsIt) return [moved]
  return [moved, { type: 'TicketUnassigned', by, from: assigneeId, because: 'desk-moved' }]
}

function translated(
  ticket: Readonly<Ticket>,
  to: Desk,
  how: { type?: string | undefined; category?: string | undefined },
): Translated {
  const wanted = how.category ?? ticket.category
  const same = {
    ticketType: typeOf(to, how.type ?? ticket.type)?.id ?? to.types[0].id,
    priority: priorityOf(to, ticket.priority)?.id ?? defaultPriority(to).id,
    category: (wanted !== null && categoryOf(to, wanted)?.id) || null,
    status: statusOf(to, ticket.status)?.stage === ticket.stage ? ticket.status : firstStatus(to, ticket.stage).id,
    plan: Object.hasOwn(to.plans, ticket.plan) ? ticket.plan : to.defaultPlan,
  }
  const { ticketType: type, priority, category } = same
  return { ...same, triage: routeOf(to, { type, priority, category, tags: ticket.tags, fields: ticket.fields }) }
}

/** The same channel or group, in whatever thread there. */
export function samePlace(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.chat === other.chat
}
