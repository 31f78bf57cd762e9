import type { Desk } from '../domain/desk/desk.ts'
import { label } from '../domain/desk/questions.ts'
import type { PersonId } from '../domain/person.ts'
import { latinDigits } from '../domain/text/digits.ts'
import { categorise, changePlan, retype } from '../domain/ticket/classify.ts'
import type { TicketEvent } from '../domain/ticket/events.ts'
import { rename } from '../domain/ticket/rename.ts'
import { snooze, wake } from '../domain/ticket/snooze.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { words } from '../locales/index.ts'
import { type Sentence, say } from '../ports/content.ts'
import { snoozeUntil } from './edit/snooze-until.ts'
import { optionNamed } from './options.ts'

/** What every ticket has and one line can change, called as in the Edit form: where there are no forms it is the way. */
const particulars = {
  subject: 'field-subject',
  type: 'field-edit-type',
  category: 'field-category',
  plan: 'field-plan',
  snooze: 'field-snooze-date',
} as const

type Particular = keyof typeof particulars

/** Their ids, and what they are called in this language. */
export function particularsIn(language: string): { id: Particular; label: string }[] {
  // The names of the record above.
  const ids = Object.keys(particulars) as Particular[]
  return ids.map((id) => ({ id, label: words(particulars[id], {}, language) }))
}

interface Setting {
  desk: Desk
  by: PersonId
  language: string
  now: Date
}

/** What is typed of it, as an act on the ticket; or what is wrong with it. Empty: taken away, where there may be none. */
export function setParticular(
  id: Particular,
  typed: string,
  { desk, by, language, now }: Setting,
): ((ticket: Readonly<Ticket>, desk: Desk) => TicketEvent[]) | { wrong: Sentence } {
  if (id === 'snooze') return sleeping(typed, { desk, by, language, now })
  if (id === 'category' && typed === '') return (ticket, its) => categorise(ticket, its, by, null)
  if (typed === '') return { wrong: say('error-required', {}) }
  if (id === 'subject') return (ticket) => rename(ticket, by, typed)
  const offered = offeredIn(id, desk, language)
  const chosen = optionNamed(offered, typed)
  if (chosen === undefined) {
    return { wrong: say('error-not-an-option', { allowed: offered.map(({ shown }) => shown).join(', ') }) }
  }
  const set = { type: retype, category: categorise, plan: changePlan }[id]
  return (ticket, its) => set(ticket, its, by, chosen)
}

function offeredIn(id: 'type' | 'category' | 'plan', desk: Desk, language: string): { id: string; shown: string }[] {
  if (id === 'plan') return Object.keys(desk.plans).map((plan) => ({ id: plan, shown: plan }))
  const named = id === 'type' ? desk.types : desk.categories
  return named.map((one) => ({ id: one.id, shown: label(one.label, language, desk) }))
}

/** A day, and an hour where it is not the morning, by the desk's own clock. */
function sleeping(typed: string, { desk, by, now }: Setting): ReturnType<typeof setParticular> {
  if (typed === '') return (ticket) => wake(ticket, by, 'agent')
  const [date = '', time = ''] = latinDigits(typed).split(/\s+/)
  const at = (hour: string) => snoozeUntil({ 'snooze-date': date, 'snooze-time': hour }, desk.zone)
  const until = at(time)
  if (until instanceof Date) return (ticket) => snooze(ticket, by, until, now)
  return { wrong: say(at('') instanceof Date ? 'error-not-a-time' : 'error-not-a-date', {}) }
}
