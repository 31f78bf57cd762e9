import type { PersonId } from '../person.ts'
import type { RecordedEvent, TicketEvent } from './events.ts'
import type { Fields } from './ticket.ts'

/** What stands where words stood that are forgotten. */
export const FORGOTTEN = '–'

/**
 * A ticket's history without what anybody wrote in it: subject and answers are gone, what happened when, and who did it,
 * stays. Replayed it is a ticket again, with the same times, ratings and version.
 */
export function forgetWords(history: readonly RecordedEvent[]): RecordedEvent[] {
  return history.map((recorded) => ({ ...recorded, event: withoutWords(recorded.event) }))
}

function withoutWords(event: TicketEvent): TicketEvent {
  if (event.type === 'TicketOpened') return { ...event, subject: FORGOTTEN, fields: {} }
  if (event.type === 'SubjectChanged') return { ...event, from: FORGOTTEN, to: FORGOTTEN }
  if (event.type === 'FieldChanged') return { ...event, from: null, to: null }
  return event
}

/** The same history without the words of one person: where they changed a subject or an answer, it stays as it was. */
export function forgetWordsBy(history: readonly RecordedEvent[], person: PersonId): RecordedEvent[] {
  let subject = FORGOTTEN
  let fields: Fields = {}
  return history.map((recorded): RecordedEvent => {
    const { event } = recorded
    const theirs = event.by === person
    if (event.type === 'TicketOpened') {
      subject = theirs ? FORGOTTEN : event.subject
      fields = theirs ? {} : event.fields
      return { ...recorded, event: { ...event, subject, fields } }
    }
    if (event.type === 'SubjectChanged') {
      const from = subject
      subject = theirs ? subject : event.to
      return { ...recorded, event: { ...event, from, to: subject } }
    }
    if (event.type === 'FieldChanged') {
      const from = fields[event.field] ?? null
      const to = theirs ? from : event.to
      const { [event.field]: _before, ...others } = fields
      fields = to === null ? others : { ...others, [event.field]: to }
      return { ...recorded, event: { ...event, from, to } }
    }
    return recorded
  })
}
