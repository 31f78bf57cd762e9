import { changeTicket } from '../acts/change.ts'
import { deskById } from '../acts/world.ts'
import type { Commanded } from '../adapter.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { mergeInto, takeIn, unansweredSince } from '../domain/ticket/merge.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { say } from '../ports/content.ts'
import type { Unit } from '../ports/store.ts'
import { byKey } from './by-key.ts'
import { answer, type Hearing } from './hearing.ts'
import { actorOf, isAgentOf } from './standing.ts'

/** An agent says that two tickets are one question: `/ticket merge DEMO-18 into DEMO-17`. */
export async function merge(
  hearing: Hearing<Commanded>,
  { key, into }: { key: string; into: string },
): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const source = await mergeable(hearing, key)
  const survivor = await mergeable(hearing, into)
  let since: Date | null = null
  await changeTicket(
    unit,
    world,
    source.id,
    (now, desk, { judged }) => {
      since = unansweredSince(judged?.keeping)
      return mergeInto(now, desk, person.id, survivor)
    },
    { occurredAt: inbound.occurredAt },
  )
  await changeTicket(
    unit,
    world,
    survivor.id,
    (now, desk) => takeIn(now, desk, person.id, { key: source.key, unansweredSince: since, watchers: source.watchers }),
    { occurredAt: inbound.occurredAt },
  )
  return answer(hearing, say('merged-now', { key: source.key, into: survivor.key }), 'merged')
}

async function mergeable(hearing: Hearing<Commanded>, key: string): Promise<Ticket> {
  const { world, person, standing } = hearing
  const { ticket } = await byKey(hearing, key)
  const desk = deskById(world, ticket.deskId)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  if (!mayDo(desk, actorOf(desk, person, standing).roles, 'merge')) throw new Refusal('not-allowed')
  return ticket
}

/** Where the words said in a ticket belong now: the one it was merged into, and so on. Undefined: it was not merged. */
export async function survivorOf(unit: Unit, ticket: Ticket): Promise<Ticket | undefined> {
  if (ticket.stage !== 'closed') return undefined
  const merged = (await unit.tickets.history(ticket.id)).findLast(({ event }) => event.type === 'TicketMerged')?.event
  const next = merged?.type === 'TicketMerged' ? await unit.tickets.byId(merged.into) : undefined
  return next && ((await survivorOf(unit, next)) ?? next)
}
