import { type Commanded, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import type { Draft } from '../ports/drafts.ts'
import { startGuided } from './guided.ts'
import type { Hearing } from './hearing.ts'
import type { Intent } from './intent.ts'
import { keepDraft } from './keep-draft.ts'

/** The form itself is already on screen, or is asked question by question; the draft is kept either way. */
export async function startForm(hearing: Hearing<Commanded>, intent: Extract<Intent, { do: 'form' }>): Promise<string> {
  const draft = formDraft(hearing, intent.desk, { answers: intent.answers, more: intent.more })
  if (!traits[hearing.inbound.at.platform].modals) return startGuided(hearing, draft)
  await keepDraft(hearing, draft)
  return 'form-shown'
}

/** A form that nothing is answered in yet, but for what was said with the wish for it; of no desk where that is still to be chosen. */
export function formDraft(
  { person, inbound }: Hearing<Commanded>,
  desk: Desk | undefined,
  said: Pick<Partial<Draft['body']>, 'answers' | 'type' | 'more'> = {},
): Draft {
  const { platform, account, chat } = inbound.at
  return {
    id: inbound.draft,
    personId: person.id,
    deskId: desk?.desk ?? null,
    purpose: 'form',
    platform,
    account,
    chat,
    body: { answers: {}, path: [], messages: [], ...said },
    state: 'open',
    ticketId: null,
  }
}

/** A form that has asked nothing yet, where it asks one question at a time: all it knows is the desk they came for. */
export function isWish({ purpose, body }: Pick<Draft, 'purpose' | 'body'>): boolean {
  return purpose === 'form' && body.asked === undefined
}
