import { openTicket } from '../../acts/open.ts'
import { deskById } from '../../acts/world.ts'
import { type Said, traits } from '../../adapter.ts'
import { SUBJECT_MAX } from '../../domain/desk/form.ts'
import { typeOf } from '../../domain/desk/questions.ts'
import { firstLine } from '../../domain/text/first-line.ts'
import { nameIn, whatIs } from '../../domain/ticket/enclosure.ts'
import { insiders } from '../../domain/ticket/enter.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Unit } from '../../ports/store.ts'
import type { Place } from '../../ports/tickets.ts'
import type { Hearing } from '../hearing.ts'
import { linkBoth } from './link.ts'

/**
 * A word of the requester after a ticket was closed for good (design.md §2): a new ticket that follows it. Where there
 * are threads it takes over the one it was said in.
 */
export async function followUp(hearing: Hearing<Said>, closed: Ticket, place?: Place): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const desk = deskById(world, closed.deskId)
  const subject = firstLine(inbound.text, SUBJECT_MAX)
  const [kind] = inbound.enclosures
  const threaded = traits[inbound.at.platform].threads
  if (place && threaded) await unit.tickets.setOpen(place.id, false)
  const made = await openTicket(unit, world, {
    desk,
    number: await hearing.nextNumber(desk.desk, 'follows'),
    requester: person,
    by: person,
    subject: subject === '' ? ((kind && (nameIn(kind) ?? whatIs(kind))) ?? closed.subject) : subject,
    ticketType: typeOf(desk, closed.type)?.id ?? desk.types[0].id,
    fields: {},
    occurredAt: inbound.occurredAt,
    words: [
      {
        authorId: person.id,
        text: inbound.text,
        enclosures: inbound.enclosures,
        occurredAt: inbound.occurredAt,
        original: inbound,
      },
    ],
    at: threaded ? { ...inbound.at, thread: inbound.at.thread ?? inbound.message } : inbound.at,
    from: { key: closed.key, as: 'follow-up' },
    // What was kept from the other agents is no more theirs for having been closed meanwhile.
    ...(closed.privateTo !== null && { privateTo: insiders(closed) }),
  })
  await linkBoth(hearing, made, 'follow-up-of', closed)
  return 'followed-up'
}

/** The ticket that follows a closed one and still lives, where its requester has written after the end already. */
export async function followerOf(unit: Unit, closed: Ticket): Promise<Ticket | undefined> {
  for (const { kind, id } of closed.links.toReversed()) {
    const next = kind === 'has-follow-up' ? await unit.tickets.byId(id) : undefined
    if (next?.requesterId === closed.requesterId && next.stage !== 'closed') return next
  }
  return undefined
}
