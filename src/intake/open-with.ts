import { openTicket } from '../acts/open.ts'
import { originalOf } from '../acts/speak.ts'
import { traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { nameIn, whatIs } from '../domain/ticket/enclosure.ts'
import type { HeldMessage } from '../ports/drafts.ts'
import type { Hearing } from './hearing.ts'

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
