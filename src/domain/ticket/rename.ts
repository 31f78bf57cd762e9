import { SUBJECT_MAX } from '../desk/form.ts'
import type { PersonId } from '../person.ts'
import { calmWords } from '../text/calm.ts'
import { firstLine } from '../text/first-line.ts'
import { plainText } from '../text/text.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Ticket } from './ticket.ts'

/** What it is about, in words that fit better than the first ones: `typed`'s first line. An empty one changes nothing. */
export function rename(ticket: Readonly<Ticket>, by: PersonId, typed: string): TicketEvent[] {
  refuseClosed(ticket)
  const subject = firstLine(plainText(calmWords(typed)), SUBJECT_MAX)
  if (subject === '' || subject === ticket.subject) return []
  return [{ type: 'SubjectChanged', by, from: ticket.subject, to: subject }]
}
