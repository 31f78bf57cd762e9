import type { Desk } from '../desk/desk.ts'
import { checkOne, detailsOf } from '../desk/questions.ts'
import type { PersonId } from '../person.ts'
import { Refusal } from '../refusal.ts'
import type { TicketEvent } from './events.ts'
import { refuseClosed } from './refuse-closed.ts'
import type { Fields, Ticket } from './ticket.ts'

/**
 * An agent puts right what was answered in the form, or says what only agents say (`agentFields` of the desk file).
 * `values`: by field id, none for an answer taken away; what is not among them stays. Refuses what the form would.
 */
export function fillIn(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: PersonId,
  values: Readonly<Record<string, readonly string[]>>,
): TicketEvent[] {
  refuseClosed(ticket)
  const shown = detailsOf(desk, ticket.type, { ...ticket.fields, ...asAnswers(values) })
  return Object.entries(values).flatMap(([id, given]): TicketEvent[] => {
    const field = shown.find((one) => one.id === id)
    if (!field) {
      const fields = shown.map((one) => one.id).join(', ')
      throw new Refusal('no-such-field', { desk: desk.desk, field: id, fields })
    }
    const checked = checkOne(desk, field, given, desk.languages[0] ?? 'en')
    if ('error' in checked) throw new Refusal('answers-incomplete')
    const [from, to] = [ticket.fields[id] ?? null, checked.value ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ type: 'FieldChanged', by, field: id, from, to }]
  })
}

function asAnswers(values: Readonly<Record<string, readonly string[]>>): Fields {
  return Object.fromEntries(Object.entries(values).map(([id, given]) => [id, [...given]]))
}
