import { changeTicket } from '../acts/change.ts'
import { keptButton } from '../acts/kept-button.ts'
import { deskById } from '../acts/world.ts'
import { type Commanded, traits } from '../adapter.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { plainText } from '../domain/text/text.ts'
import { resolveAsAgent, resolveAsRequester } from '../domain/ticket/resolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import { byKey } from './by-key.ts'
import { livingTickets } from './grace.ts'
import { answer, type Hearing, whisper } from './hearing.ts'
import { actorOf } from './standing.ts'

/** The requester says it is done; an agent may too, by key. Without a key: the only open one, else a choice. */
export async function close(hearing: Hearing<Commanded>, key: string | undefined): Promise<string> {
  if (key !== undefined) {
    const { ticket, asAgent, mayWrite } = await byKey(hearing, key)
    if (!mayWrite) throw new Refusal('sees-only', { key: ticket.key })
    return resolveAs(hearing, ticket, asAgent)
  }
  const open = (await livingTickets(hearing, hearing.person)).filter(({ stage }) => stage !== 'resolved')
  const [only, another] = open
  if (!only) return answer(hearing, say('nothing-to-close', {}), 'nothing-to-close')
  if (!another) return resolveAs(hearing, only, false)
  const choices: ChoiceContent[][] = []
  for (const ticket of open) {
    const shown = say('which-ticket-button', { key: ticket.key, subject: firstLine(plainText(ticket.subject), 40) })
    choices.push([await keptButton(hearing, { act: 'resolve', ticketId: ticket.id, argument: 'requester' }, shown)])
  }
  await hearing.unit.deliveries.owe([whisper(hearing, [say('which-ticket-to-close', {})], choices)])
  return 'which-ticket'
}

async function resolveAs(hearing: Hearing<Commanded>, ticket: Ticket, asAgent: boolean): Promise<string> {
  const { unit, world, person, standing, inbound } = hearing
  const desk = deskById(world, ticket.deskId)
  if (asAgent && !mayDo(desk, actorOf(desk, person, standing).roles, 'resolve')) throw new Refusal('not-allowed')
  if (ticket.stage === 'resolved') return answer(hearing, say('closed-already', { key: ticket.key }), 'closed-already')
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, its) =>
      asAgent ? resolveAsAgent(now, its, actorOf(desk, person, standing)) : resolveAsRequester(now, its, person.id),
    { occurredAt: inbound.occurredAt },
  )
  if (!traits[inbound.at.platform].modals) return 'resolved'
  return answer(hearing, say('closed-by-you', { key: ticket.key }), 'resolved')
}
