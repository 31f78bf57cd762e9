import type { World } from '../acts/world.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { called } from '../domain/desk/questions.ts'
import type { Refusal, RefusalReason } from '../domain/refusal.ts'
import { isKey, words } from '../locales/index.ts'
import type { Sentence } from '../ports/content.ts'
import { type Hearing, languageOf } from './hearing.ts'

/** Why a rule said no, as a sentence; the reader's language makes it words, and of ids what their desk calls them. */
export function refusalSentence(refusal: Refusal, hearing: Pick<Hearing, 'world' | 'person'>): Sentence {
  return refusalIn(refusal, hearing.world, languageOf(hearing))
}

/** The same for a language that is known already. */
export function refusalIn({ reason, facts }: Refusal, world: World, language: string): Sentence {
  const key = `refusal-${reason}`
  if (!isKey(key)) throw new Error(`no sentence for ${key}`)
  const { desk: id, ...said } = facts
  const desk = world.desks.find((one) => one.desk === id)
  const kinds = named[reason]
  if (!desk || !kinds) return { key, facts: said }
  const shown = Object.entries(said).map(([fact, ids]): [string, string] => {
    const kind = kinds[fact]
    return [fact, kind ? namesOf(desk, kind, ids, language) : ids]
  })
  return { key, facts: Object.fromEntries(shown) }
}

type Kind = Parameters<typeof called>[1]

/** Which facts are ids of what a desk calls by a name of its own. */
const named: Partial<Record<RefusalReason, Readonly<Record<string, Kind>>>> = {
  'transition-not-allowed': { status: 'status' },
  'transition-needs': { fields: 'field' },
  'no-such-field': { field: 'field', fields: 'field' },
  'priority-not-offered': { allowed: 'priority' },
}

function namesOf(desk: Desk, kind: Kind, ids: string, language: string): string {
  const names = ids.split(', ').map((id) => nameOf(desk, kind, id, language))
  return names.join(', ')
}

/** Two fields every ticket has bear our name for them. */
function nameOf(desk: Desk, kind: Kind, id: string, language: string): string {
  if (kind === 'field' && id === 'category') return words('field-category', {}, language)
  if (kind === 'field' && id === 'assignee') return words('card-assignee', {}, language)
  return called(desk, kind, id, language)
}
