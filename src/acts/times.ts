import type { Clock, ClockEvent, Instant } from '../domain/clock.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { durationMs } from '../domain/duration-ms.ts'
import { graceEnd } from '../domain/grace.ts'
import { ratingDue } from '../domain/rating.ts'
import { placed } from '../domain/recorded-order.ts'
import { nextSilence, type SilenceStep } from '../domain/silence.ts'
import {
  asOf,
  dueOf,
  duesOf,
  nextWake,
  type Rules,
  type Rung,
  step,
  type Timekeeping,
  type Wake,
} from '../domain/sla.ts'
import { apply } from '../domain/ticket/apply.ts'
import { clockEventsOf } from '../domain/ticket/clock-events.ts'
import type { OfClock, RecordedEvent, TicketEvent } from '../domain/ticket/events.ts'
import { silenceFactsOf } from '../domain/ticket/silence-facts.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { turnOf } from '../domain/turn.ts'
import type { Judged, Times } from '../ports/promises.ts'
import { LostRace, type Unit } from '../ports/store.ts'
import { hoursNow, rulesOf } from './promises.ts'
import { deskById, type World } from './world.ts'

/** Before anything is judged, or where nothing is promised. */
export const noTimes: Times = {
  judged: null,
  firstResponseDueAt: null,
  nextResponseDueAt: null,
  resolutionDueAt: null,
  slaAt: null,
  silenceAt: null,
  ratingAt: null,
  closesAt: null,
}

/** Where a ticket's clocks stand, and what that says of breaches people were told of. */
export interface Judgement {
  judged: Judged | null
  /** That announced breaches were none, which a word said in time, come late, has shown (sla.md S22): to be recorded too. */
  retracted: RecordedEvent[]
}

/**
 * What new events make of the clocks: one step each, or, where one of them happened before something already judged,
 * everything from the beginning by the time it happened (sla.md S8, S26). `before`: the ticket without them.
 */
export async function judge(
  unit: Unit,
  world: World,
  before: { ticket: Ticket; times: Times } | undefined,
  recorded: readonly RecordedEvent[],
): Promise<Judgement> {
  const last = before?.times.judged ?? null
  const [first] = recorded
  const openedAt = before?.ticket.openedAt.getTime() ?? 0
  const inOrder = last !== null && recorded.every((one) => Math.max(one.occurredAt.getTime(), openedAt) >= last.at)
  if (!before || !first || inOrder) {
    return { judged: await fold(unit, world, last, before?.ticket, recorded), retracted: [] }
  }
  const history = await unit.tickets.history(before.ticket.id)
  // Somebody else has changed it since it was read: their event bears the number ours would.
  if ((history.at(-1)?.sequence ?? 0) > before.ticket.version) throw new LostRace(`ticket ${before.ticket.id}`)
  const told = [...history, ...recorded]
  const judged = await fold(unit, world, null, undefined, told)
  const retracted = retractedIn(last, judged).map(
    (of, index): RecordedEvent => ({
      ...first,
      sequence: first.sequence + recorded.length + index,
      event: { type: 'BreachRetracted', by: null, ...of },
    }),
  )
  if (retracted.length === 0) return { judged, retracted }
  return { judged: await fold(unit, world, null, undefined, [...told, ...retracted]), retracted }
}

/** Everything from the beginning: what a ticket's clocks are by its history alone (sla.md S26). */
export async function judgeAgain(unit: Unit, world: World, ticketId: string): Promise<Judged | null> {
  return fold(unit, world, null, undefined, await unit.tickets.history(ticketId))
}

interface Happening {
  event: ClockEvent
  deskId: string
  policy: string | null
}

async function fold(
  unit: Unit,
  world: World,
  last: Judged | null,
  before: Ticket | undefined,
  recorded: readonly RecordedEvent[],
): Promise<Judged | null> {
  if (!before && recorded[0]?.event.type !== 'TicketOpened') return last
  const { happenings, policy } = happeningsIn(recorded, before, last?.policy ?? null)
  const rules = new Map<string, Rules>()
  const rulesAt = async ({ deskId, policy: id }: Pick<Happening, 'deskId' | 'policy'>): Promise<Rules> => {
    const key = `${deskId} ${id}`
    const its = rules.get(key) ?? (await rulesOf(unit, world, deskId, id))
    rules.set(key, its)
    return its
  }
  let keeping: Timekeeping | undefined = last?.keeping
  let at = last?.at ?? 0
  let lately = last && before ? await rulesAt({ deskId: before.deskId, policy: last.policy }) : undefined
  // Stable: what happened at one instant stays in the order it was recorded.
  for (const { event, ...of } of placed(happenings).toSorted((one, other) => one.event.at - other.event.at)) {
    const its = await rulesAt(of)
    // Until it came to another desk it was judged by what the one before promised.
    if (keeping && lately && lately !== its) keeping = asOf(keeping, event.at, lately)
    keeping = step(keeping, event, its)
    lately = its
    at = Math.max(at, event.at)
  }
  return keeping ? { at, policy, keeping } : null
}

function happeningsIn(recorded: readonly RecordedEvent[], before: Ticket | undefined, inForce: string | null) {
  const happenings: Happening[] = []
  let ticket = before
  let policy = inForce
  for (const one of recorded) {
    ticket = apply(ticket, one)
    policy = policyAfter(one.event, policy)
    // A ticket made from an older message begins when it is made (sla.md S10).
    const openedAt = ticket.openedAt.getTime()
    for (const event of clockEventsOf(one, ticket)) {
      happenings.push({ event: { ...event, at: Math.max(event.at, openedAt) }, deskId: ticket.deskId, policy })
    }
  }
  return { happenings, policy }
}

/** Which promises a ticket goes by once this has happened: another plan leaves them as they are, unless it says otherwise. */
function policyAfter(event: TicketEvent, policy: string | null): string | null {
  switch (event.type) {
    case 'TicketOpened':
    case 'DeskMoved':
      return event.policy ?? null
    case 'PlanChanged':
    case 'RequesterChanged':
      return event.policy ?? policy
    default:
      return policy
  }
}

function retractedIn(before: Judged | null, after: Judged | null): OfClock[] {
  const announced = (before?.keeping.clocks ?? []).filter(
    ({ announcedAt, breachedAt }) => announcedAt !== null && breachedAt !== null,
  )
  return announced.flatMap(({ metric, cycle }) => {
    const now = after?.keeping.clocks.find((clock) => clock.metric === metric && clock.cycle === cycle)
    return now && now.breachedAt === null ? [{ metric, cycle }] : []
  })
}

/** The due times of a ticket as it stands. */
export async function timesOf(unit: Unit, world: World, ticket: Ticket, judged: Judged | null): Promise<Times> {
  const desk = deskById(world, ticket.deskId)
  const rules = await rulesOf(unit, world, ticket.deskId, judged?.policy ?? null)
  const dues = judged ? duesOf(judged.keeping, rules) : undefined
  const wake = judged ? nextWake(judged.keeping, rules, ladderOf(desk)) : undefined
  return {
    judged,
    firstResponseDueAt: date(dues?.firstResponse),
    nextResponseDueAt: date(dues?.nextResponse),
    resolutionDueAt: date(dues?.resolution),
    slaAt: ticket.stage === 'closed' ? null : date(wake?.at),
    silenceAt: date(silenceOf(desk, ticket)?.at),
    ratingAt: ratingDue(desk, ticket),
    closesAt: ticket.stage === 'resolved' && ticket.resolvedAt ? graceEnd(desk, ticket.resolvedAt) : null,
  }
}

/** What is next to do about a ticket's promises, as they stand at `now`, with the clock it is about and its deadline. */
export async function wakeOf(
  unit: Unit,
  world: World,
  ticket: Ticket,
  { policy, keeping }: Judged,
  now: Date,
): Promise<{ wake: Wake; clock: Clock; dueAt: Instant } | undefined> {
  const rules = await rulesOf(unit, world, ticket.deskId, policy)
  const standing = asOf(keeping, now.getTime(), rules)
  const wake = nextWake(standing, rules, ladderOf(deskById(world, ticket.deskId)))
  const clock = standing.clocks.find(({ metric, cycle }) => metric === wake?.metric && cycle === wake.cycle)
  // One that pauses, or promises nothing any more, has no deadline: what is still to be told of it is its breach.
  const dueAt = clock && (dueOf(clock, rules) ?? clock.breachedAt ?? undefined)
  return wake && clock && dueAt !== undefined ? { wake, clock, dueAt } : undefined
}

/** The next silence step; never while the turn is ours, whatever the file says. */
export function silenceOf(desk: Desk, ticket: Ticket): SilenceStep | undefined {
  const turn = turnOf(ticket.stage)
  if (turn === 'ours' || turn === 'nobody') return undefined
  return nextSilence(desk, silenceFactsOf(ticket), (calendar) => hoursNow(desk, calendar))
}

function ladderOf(desk: Desk): Rung[] {
  return desk.escalation.map(({ after, repeat }) => ({
    afterMs: durationMs(after),
    repeatMs: repeat === undefined ? null : durationMs(repeat),
  }))
}

function date(at: number | null | undefined): Date | null {
  return at === null || at === undefined ? null : new Date(at)
}
