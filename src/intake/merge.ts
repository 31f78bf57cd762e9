import { changeTicket } from '../acts/change.ts'
import type { Commanded } from '../adapter.ts'
import { mergeInto, takeIn, unansweredSince } from '../domain/ticket/merge.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { mergeOf } from '../domain/ticket/unmerge.ts'
import { say } from '../ports/content.ts'
import type { Unit } from '../ports/store.ts'
import { whoReadsAlong } from './by-key.ts'
import { type Hearing, whisper } from './hearing.ts'
import { workedOn } from './worked-on.ts'

/** An agent says that two tickets are one question: `/ticket merge DEMO-18 into DEMO-17`. */
export async function merge(
  hearing: Hearing<Commanded>,
  { key, into }: { key: string; into: string },
): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const source = await workedOn(hearing, key, 'merge')
  const survivor = await workedOn(hearing, into, 'merge')
  // Not those who are out of the organisation that had let them in: nothing of what comes is theirs.
  const watchers = await whoReadsAlong(hearing, source)
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
    (now, desk) => takeIn(now, desk, person.id, { key: source.key, unansweredSince: since, watchers }),
    { occurredAt: inbound.occurredAt },
  )
  const keys = { key: source.key, into: survivor.key }
  // Resolution stays the survivor's, so the oldest ticket is the one to go on in (sla.md S20): nobody loses it unawares.
  const older = source.openedAt < survivor.openedAt ? [say('merged-older', keys)] : []
  await unit.deliveries.owe([whisper(hearing, [say('merged-now', keys), ...older])])
  return 'merged'
}

/** Where the words said in a ticket belong now: the one it was merged into, and so on. Undefined: it was not merged. */
export async function survivorOf(unit: Unit, ticket: Ticket): Promise<Ticket | undefined> {
  if (ticket.stage !== 'closed') return undefined
  const merged = mergeOf(await unit.tickets.history(ticket.id))
  const next = merged && (await unit.tickets.byId(merged.event.into))
  return next && ((await survivorOf(unit, next)) ?? next)
}
