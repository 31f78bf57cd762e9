import { keptButton } from '../acts/kept-button.ts'
import type { Source } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { nameIn, whatIs } from '../domain/ticket/enclosure.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import type { Draft } from '../ports/drafts.ts'
import { plainType } from './desk-of.ts'
import { answer, type Hearing, whisper } from './hearing.ts'
import { fillsIn } from './keep-draft.ts'
import { openFromDraft } from './open-from-draft.ts'
import { ticketOf } from './ticket-of.ts'

/**
 * A ticket of a message that is there, without a form: by the desk's emoji, or by naming us. A message that is a ticket
 * already stays that one. Where the desk must ask something first, or where it is not clear which desk, nothing can be
 * opened on the screen now: a private note has a button that does.
 */
export async function raiseMessage(hearing: Hearing, desk: Desk | undefined, source: Source): Promise<string> {
  const known = await ticketOf(hearing.unit, hearing.inbound.at, source)
  if (known !== undefined) return answer(hearing, say('raised-already', { key: known }), 'raised-already')
  const draft = draftOf(hearing, desk, source, hearing.world.ids.uuid())
  if (desk && plainType(desk) !== undefined) return openFromDraft(hearing, desk, withSubject(draft, desk, source))
  return offerForm(hearing, draft)
}

/** What is kept of a message while its ticket is asked for. */
export function draftOf(hearing: Hearing, desk: Desk | undefined, source: Source, id: string): Draft {
  const { inbound, person } = hearing
  const subject = firstLine(source.text, SUBJECT_MAX)
  const { text, enclosures, chat, message, thread, author, byBot, occurredAt } = source
  return {
    id,
    personId: person.id,
    deskId: desk?.desk ?? null,
    purpose: 'form',
    platform: inbound.at.platform,
    account: inbound.at.account,
    chat,
    body: {
      answers: subject === '' ? {} : { subject },
      path: [],
      messages: [
        {
          text,
          enclosures,
          chat,
          message,
          thread,
          ...(author && !byBot && { author: author.id }),
          occurredAt: occurredAt.toISOString(),
        },
      ],
      raised: true,
      ...(hearing.link !== undefined && { link: hearing.link }),
    },
    state: 'open',
    ticketId: null,
  }
}

/** Nobody is asked for a subject here: a message without words is called by what is in it. */
function withSubject(draft: Draft, desk: Desk, { enclosures: [kind] }: Source): Draft {
  const { body } = draft
  const subject = body.answers.subject ?? (kind && (nameIn(kind) ?? whatIs(kind))) ?? desk.prefix
  return { ...draft, body: { ...body, answers: { ...body.answers, subject } } }
}

async function offerForm(hearing: Hearing, draft: Draft): Promise<string> {
  const { unit } = hearing
  await unit.drafts.save(draft)
  const button = await keptButton(hearing, fillsIn(draft.id), say('button-fill-form', {}))
  const choices: ChoiceContent[][] = [[{ ...button, tone: 'primary', opensForm: true }]]
  await unit.deliveries.owe([whisper(hearing, [say('questions-first', {})], choices)])
  return 'form-offered'
}
