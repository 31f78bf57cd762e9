import type { Commanded } from '../adapter.ts'
import { plainText } from '../domain/text/text.ts'
import { say } from '../ports/content.ts'
import { requesterAt } from './desk-of.ts'
import { answer, type Hearing } from './hearing.ts'
import type { Intent } from './intent.ts'
import { openInWords } from './open-in-words.ts'

/** `/ticket words` where words alone make a ticket. */
export async function openNow(hearing: Hearing<Commanded>, intent: Extract<Intent, { do: 'open' }>): Promise<string> {
  const ticket = await openInWords(hearing, {
    desk: intent.desk,
    number: await hearing.nextNumber(intent.desk.desk),
    requester: hearing.person,
    ticketType: intent.type,
    text: plainText(intent.words),
    at: requesterAt(intent.desk, hearing.inbound.at, hearing.standing.id),
  })
  return answer(hearing, say('ticket-opened', { key: ticket.key, subject: ticket.subject }), 'opened')
}
