import { type Hours, nextOpening } from './calendar.ts'
import type { Instant } from './clock.ts'
import type { Desk } from './desk/desk.ts'
import { anchorStatus } from './desk/silence.ts'
import { statusesOfStage } from './desk/status.ts'
import type { Stage } from './ticket/ticket.ts'
import { wallClockAfter } from './wall-clock.ts'

/** What the silence rules look at. Messages are those everybody sees: bots and notes break no silence (sla.md §1). */
export interface SilenceFacts {
  status: string
  stage: Stage
  statusSince: Instant
  lastMessageAt: Instant | null
  lastMessageBy: 'requester' | 'agent' | null
  lastAgentReplyAt: Instant | null
  /** The last step taken, by which rule and counted from which silence. */
  done: { rule: number; anchoredAt: Instant; step: number; at: Instant } | null
}

/** What the desk does next if nobody writes. */
export interface SilenceStep {
  /** Index in the desk file. */
  rule: number
  anchoredAt: Instant
  step: number
  do: SilenceRule['steps'][number]['do']
  at: Instant
}

type SilenceRule = Desk['silence'][number]
type Silent = Pick<Desk, 'silence' | 'statuses' | 'zone'>

/**
 * The earliest step of any rule, possibly in the past; undefined where no silence is counted. Days are those of the
 * desk's zone at the same hour on the wall, hours exact; with `within`, the step waits for the calendar to open.
 */
export function nextSilence(
  desk: Silent,
  facts: SilenceFacts,
  hoursOf: (calendar: string) => Hours,
): SilenceStep | undefined {
  const steps = desk.silence.flatMap((rule, index) => nextOf(rule, index, desk, facts, hoursOf) ?? [])
  return steps.toSorted((one, other) => one.at - other.at || one.rule - other.rule)[0]
}

function nextOf(
  rule: SilenceRule,
  index: number,
  desk: Silent,
  facts: SilenceFacts,
  hoursOf: (calendar: string) => Hours,
): SilenceStep | undefined {
  const anchoredAt = anchorOf(rule, desk, facts)
  if (anchoredAt === undefined) return undefined
  const { done } = facts
  const mine = done?.rule === index && done.anchoredAt === anchoredAt
  // Another rule acted last: of this one, what was due before that is over, or the two would wake each other for ever.
  const over = done && !mine ? dueOfStep(done, desk, hoursOf) : Number.NEGATIVE_INFINITY
  const first = mine ? done.step + 1 : 0
  let at = mine ? done.at : anchoredAt
  for (const [offset, step] of rule.steps.slice(first).entries()) {
    at = firing(rule, step, at, desk.zone, hoursOf)
    if (at > over) return { rule: index, anchoredAt, step: first + offset, do: step.do, at }
  }
  return undefined
}

/** Since when there is the silence a rule counts; undefined while it does not. */
function anchorOf(rule: SilenceRule, desk: Silent, facts: SilenceFacts): Instant | undefined {
  const { status, statusSince, lastMessageAt, lastMessageBy, lastAgentReplyAt } = facts
  const entered = anchorStatus(rule.anchor)
  if (!silentIn(rule, desk).includes(status) || (entered !== undefined && entered !== status)) return undefined
  const since = rule.anchor === 'last-message' ? lastMessageAt : lastAgentReplyAt
  if (entered === undefined && since === null) return undefined
  // Somebody who moves a ticket to such a status begins a silence then, however old the last word is.
  const anchor = entered === undefined ? Math.max(since ?? statusSince, statusSince) : statusSince
  const answered = lastMessageBy === 'requester' && lastMessageAt !== null && lastMessageAt > anchor
  return answered ? undefined : anchor
}

/** The statuses in which a rule counts. */
export function silentIn(rule: SilenceRule, desk: Pick<Desk, 'statuses'>): readonly string[] {
  const entered = anchorStatus(rule.anchor)
  return rule.onlyIn ?? (entered === undefined ? waiting(desk) : [entered])
}

function waiting(desk: Pick<Desk, 'statuses'>): string[] {
  return statusesOfStage(desk, 'waiting-requester').map(({ id }) => id)
}

/** Each step counts from the one before. */
function firing(
  { within }: SilenceRule,
  { after }: SilenceRule['steps'][number],
  from: Instant,
  zone: string,
  hoursOf: (calendar: string) => Hours,
): Instant {
  const at = wallClockAfter(from, after, zone)
  return within === undefined ? at : (nextOpening(hoursOf(within), at) ?? at)
}

/** When a step that was taken had been due: a sweep that slept may have taken it much later. */
function dueOfStep(
  done: NonNullable<SilenceFacts['done']>,
  desk: Silent,
  hoursOf: (calendar: string) => Hours,
): Instant {
  const rule = desk.silence[done.rule]
  if (!rule) return done.at
  let at = done.anchoredAt
  for (const step of rule.steps.slice(0, done.step + 1)) at = firing(rule, step, at, desk.zone, hoursOf)
  return Math.min(at, done.at)
}
