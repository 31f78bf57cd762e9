import type { Asking } from '../acts/asking.ts'
import { openTicket } from '../acts/open.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { firstLine } from '../domain/text/first-line.ts'
import type { Text } from '../domain/text/text.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Hearing } from './hearing.ts'

/** Who asks for what, in one text and without a form. */
type InWords = Pick<Asking, 'desk' | 'number' | 'requester' | 'ticketType' | 'at' | 'onBehalf'> & { text: Text }

/** A ticket from words that stand in no chat yet, by whoever says them: their first line is its subject. */
export function openInWords({ unit, world, inbound, person }: Hearing, { text, ...asked }: InWords): Promise<Ticket> {
  const { occurredAt } = inbound
  return openTicket(unit, world, {
    ...asked,
    by: person,
    subject: firstLine(text, SUBJECT_MAX),
    fields: {},
    occurredAt,
    words: [{ authorId: person.id, text, occurredAt }],
  })
}
