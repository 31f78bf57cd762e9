import type { Said } from '../adapter.ts'
import { say } from '../ports/content.ts'
import { type Hearing, languageOf } from './hearing.ts'
import { postTo } from './post-to.ts'
import { isAgentOf } from './standing.ts'

/** So much later than it was said people have begun to wonder (ms). A platform's own repetitions are over by then. */
const LATE_MS = 5 * 60_000
/** One apology to a person, however much of theirs came late (ms, real time): an outage is caught up with within this. */
const ONCE_MS = 60 * 60_000

/** What of a requester's words is owed an answer: what became of it says so. */
const asked = new Set(['asked', 'opened', 'followed-up', 'which-ticket', 'waits-for-a-choice'])

/**
 * We were away, and what somebody asked meanwhile has reached us only now: they are told so where they asked, once.
 * @param outcome what became of their words; it stays that
 */
export async function withApology(hearing: Hearing<Said>, receivedAt: Date, outcome: string): Promise<string> {
  const { inbound, standing, person, unit, world } = hearing
  if (receivedAt.getTime() - inbound.occurredAt.getTime() < LATE_MS || !asked.has(outcome)) return outcome
  if (world.desks.some((desk) => isAgentOf(desk, standing))) return outcome
  if (!(await hearing.once(`apology:${person.id}`, ONCE_MS))) return outcome
  await unit.deliveries.owe([postTo(hearing, { language: languageOf(hearing), body: [say('heard-late', {})] })])
  return outcome
}
