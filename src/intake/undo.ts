import { changeTicket } from '../acts/change.ts'
import type { Commanded } from '../adapter.ts'
import { Refusal } from '../domain/refusal.ts'
import { takeBackReply } from '../domain/ticket/note.ts'
import { say } from '../ports/content.ts'
import { answer, type Hearing } from './hearing.ts'
import { isAgentOf } from './standing.ts'

/** So long after an answer has gone out it may be undone by a word; deleting it takes it back at any time. */
const UNDO_WITHIN_MS = 10_000

/**
 * What the agent sent last is taken back, also what was held and sent anyway. The requester's copies go, and it stays
 * with the ticket as a note: what was written in the thread with their own hands no bot can remove.
 */
export async function undo(hearing: Hearing<Commanded>): Promise<string> {
  const { unit, world, person, standing, inbound } = hearing
  if (!world.desks.some((desk) => isAgentOf(desk, standing))) throw new Refusal('not-an-agent')
  const since = new Date(inbound.occurredAt.getTime() - UNDO_WITHIN_MS)
  const last = await unit.messages.lastSentBy(person.id, since)
  if (!last) throw new Refusal('nothing-to-undo')
  await unit.messages.setKind(last.id, 'note')
  const history = await unit.tickets.history(last.ticketId)
  const ticket = await changeTicket(
    unit,
    world,
    last.ticketId,
    (now, desk) => takeBackReply(now, desk, person.id, last.id, history),
    { occurredAt: inbound.occurredAt, messages: [{ ...last, kind: 'note' }] },
  )
  return answer(hearing, say('undone', { key: ticket.key }), 'undone')
}
