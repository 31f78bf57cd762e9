import type { Inbound } from '../adapter.ts'
import { TOLD_EVERY_MS } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { say } from '../ports/content.ts'
import type { InboxRow } from '../ports/inbox.ts'
import { NotYet, type Unit } from '../ports/store.ts'
import { isToldAlready, type OverLimit } from './admit.ts'
import { whisper } from './hearing.ts'
import { hearingOf } from './hearing-of.ts'
import { howToGetIn, type NoOrganisation } from './organisation/required.ts'
import type { Prepared } from './prepare.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { failStep } from './step.ts'

/** So long words wait until it is known who said them; after that they are a stranger's, and agents see them as such. */
const UNSURE_MS = 3_600_000

/**
 * What somebody does whom their platform cannot name now, or of whom it cannot say what they belong to, may be an agent's
 * doing: words as a stranger's would never reach the requester, and their edit would take back what has.
 */
export function waitForName({ now }: Unit, row: InboxRow, prepared: readonly Prepared[]): void {
  if (now.getTime() - row.receivedAt.getTime() >= UNSURE_MS) return
  for (const { inbound, standing } of prepared) {
    if (standing?.unsure && isAsAgent(inbound)) throw new NotYet('who said it', 2_000)
  }
}

/**
 * Whether an agent does something else by it than anybody, and cannot simply do it again, as a press or a command nobody
 * else has seen. In a chat of their own nobody is heard as an agent.
 */
function isAsAgent(inbound: Inbound): boolean {
  switch (inbound.does) {
    case 'say':
      return !inbound.direct
    case 'edit':
      // A private chat of Telegram's is named as who is in it.
      return inbound.at.chat !== inbound.who.id
    case 'command':
      return inbound.inGroup === true
    case 'submit':
    case 'turn-topic':
      return true
    default:
      return false
  }
}

/** How often somebody who writes and writes is told how to get in. */
const GATE_TOLD_MS = 3_600_000

/**
 * They belong to no organisation of a desk that demands one: nothing of it is lost, and they are told how to get in; of
 * messages once, for more of them come. A workflow cannot wait: its step fails with the reason.
 */
export async function waitForOrganisation(
  unit: Unit,
  row: InboxRow,
  [first]: readonly Prepared[],
  { deskId }: NoOrganisation,
): Promise<string> {
  if (!first?.standing) return 'no-organisation'
  const { inbound } = first
  const hearing = await hearingOf(unit, first, inbound)
  const how = howToGetIn(hearing.world, deskId, hearing.person, inbound)
  if (inbound.does === 'step') {
    await unit.deliveries.owe([failStep({ ...hearing, inbound }, how)])
    return 'refused:no-organisation'
  }
  await unit.inbox.waitForOrganisation(row.id, hearing.person.id, deskId)
  const again = inbound.does === 'say' || inbound.does === 'react'
  const told = row.admittedAt !== null || (again && !(await hearing.once(`gate:${hearing.person.id}`, GATE_TOLD_MS)))
  if (!told) await unit.deliveries.owe([whisper(hearing, [how, say('organisation-kept', {})])])
  return 'waits-for-organisation'
}

/**
 * Too much at once: the row, and with it its conversation, waits until there is room and is heard then. Whoever it is
 * is told so, politely and once.
 */
export async function waitForRoom(
  unit: Unit,
  row: InboxRow,
  [first]: readonly Prepared[],
  { until }: OverLimit,
): Promise<string> {
  await unit.inbox.postpone(row.id, until)
  if (!first?.standing) return 'over-limit'
  const hearing = await hearingOf(unit, first, first.inbound)
  const toldAt = await unit.counts.toldAt(hearing.person.id)
  if (toldAt && unit.now.getTime() - toldAt.getTime() < TOLD_EVERY_MS) return 'over-limit'
  await unit.counts.told(hearing.person.id)
  const minutes = Math.ceil((until.getTime() - unit.now.getTime()) / 60_000)
  await unit.deliveries.owe([whisper(hearing, [say('limit-kept', { minutes })])])
  return 'over-limit'
}

/**
 * It failed so often that it goes no further by itself: whoever asked for something is told, so that they do not wait for
 * an answer to what nobody has read.
 */
export async function tellParked(unit: Unit, prepared: readonly Prepared[]): Promise<void> {
  if (prepared.some(({ inbound }) => asks.has(inbound.does))) {
    await tellRefusal(unit, prepared, new Refusal('not-taken-in'))
  }
}

/** What somebody does to get an answer or to be heard; a sign beside words, or that they left, is neither. */
const asks: ReadonlySet<Inbound['does']> = new Set(['say', 'edit', 'press', 'submit', 'command', 'raise', 'step'])

/** A rule said no: nothing has changed, and whoever asked is told why, in their language. */
export async function tellRefusal(unit: Unit, [first]: readonly Prepared[], refusal: Refusal): Promise<string> {
  if (first?.standing) {
    const hearing = await hearingOf(unit, first, first.inbound)
    const why = refusalSentence(refusal, hearing)
    const { inbound } = first
    const desk = refusal.reason === 'requester-is-blocked' ? refusal.facts.desk : undefined
    if (desk !== undefined && (await isToldAlready(unit, hearing.person, inbound, desk))) return 'kept'
    const told = inbound.does === 'step' ? failStep({ ...hearing, inbound }, why) : whisper(hearing, [why])
    await unit.deliveries.owe([told])
  }
  return `refused:${refusal.reason}`
}
