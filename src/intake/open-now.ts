import { openTicket } from '../acts/open.ts'
import type { Commanded } from '../adapter.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { plainText } from '../domain/text/text.ts'
import { say } from '../ports/content.ts'
import { requesterAt } from './desk-of.ts'
import { answer, type Hearing } from './hearing.ts'
import type { Intent } from './intent.ts'

/** `/ticket words` where words alone make a ticket. */
export async function openNow(hearing: Hearing<Commanded>, intent: Extract<Intent, { do: 'open' }>): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const text = plainText(intent.words)
  const at = requesterAt(intent.desk, inbound.at, hearing.standing.id)
  const ticket = await openTicket(unit, world, {
    desk: intent.desk,
    number: await hearing.nextNumber(intent.desk.desk),
    requester: person,
    by: person,
    subject: firstLine(text, SUBJECT_MAX),
    ticketType: intent.type,
    fields: {},
    occurredAt: inbound.occurredAt,
    words: [{ authorId: person.id, text, occurredAt: inbound.occurredAt }],
    at,
  })
  return answer(hearing, say('ticket-opened', { key: ticket.key, subject: ticket.subject }), 'opened')
}
