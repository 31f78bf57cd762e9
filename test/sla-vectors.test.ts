import { afterAll, describe, expect, it } from 'vitest'
import { dueAfter, type Hours } from '../src/domain/calendar.ts'
import { type Clock, type ClockEvent, type Instant, isPaused, newClock, type Pause } from '../src/domain/clock.ts'
import type { Calendar } from '../src/domain/desk/calendars.ts'
import { DeskFault } from '../src/domain/desk/fault.ts'
import { parseDesk } from '../src/domain/desk/parse.ts'
import { durationMs } from '../src/domain/duration-ms.ts'
import { nextSilence, type SilenceFacts } from '../src/domain/silence.ts'
import {
  asOf,
  dueOf,
  foldClocks,
  nextWake,
  outcomeOf,
  pausedMs,
  type Rules,
  step,
  type Timekeeping,
  usedMs,
} from '../src/domain/sla.ts'
import { exampleSource, withValue } from './domain/desk/example.ts'
import {
  readVectors,
  type Vector,
  type VectorCalendar,
  type VectorEvent,
  type VectorOf,
} from './support/sla-vectors.ts'

const { calendars, policies, vectors } = readVectors()
const kinds = ['due', 'elapsed', 'error', 'ticket', 'idle'] as const
const passed = new Map<string, number>()

describe('what shared/sla.md promises people, vector by vector', () => {
  afterAll(() => {
    const lines = kinds.map((kind) => {
      const all = vectors.filter((vector) => vector.kind === kind).length
      return `${kind} ${passed.get(kind) ?? 0}/${all}`
    })
    const sum = [...passed.values()].reduce((one, other) => one + other, 0)
    process.stdout.write(`sla vectors: ${sum}/${vectors.length} passed (${lines.join(', ')})\n`)
  })

  it.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))('%s %s', (_id, _title, vector) => {
    check(vector)
    passed.set(vector.kind, (passed.get(vector.kind) ?? 0) + 1)
  })
})

function check(vector: Vector): void {
  switch (vector.kind) {
    case 'due':
      expect(iso(dueAfter(hoursOf(vector.calendar), vector.start, durationMs(vector.target), pausesOf(vector)))).toBe(
        iso(vector.expected.dueAt),
      )
      break
    case 'elapsed':
      expect(usedMs(clockOver(vector), vector.to, rulesOf(undefined)) / 1000).toBe(vector.expected.seconds)
      break
    case 'error':
      expect(errorsOf(vector.calendarDef)).toEqual([vector.expected.error])
      break
    case 'ticket':
      checkTicket(vector)
      break
    case 'idle':
      checkIdle(vector)
      break
    default:
      vector satisfies never
  }
}

function hoursOf(id: string): Hours {
  const its = calendars[id]
  if (!its) throw new Error(`the vectors have no calendar ${id}`)
  if ('versions' in its) return its.versions.map(({ from, ...version }) => ({ from, calendar: calendarOf(version) }))
  return [{ from: null, calendar: calendarOf(its) }]
}

function calendarOf({ zone, alwaysOpen, weekly = {}, holidays = [], overrides = {} }: VectorCalendar): Calendar {
  if (alwaysOpen) return { alwaysOpen: true }
  return { alwaysOpen: false, zone, weekly: written(weekly), holidays, overrides: written(overrides) }
}

/** Intervals as the desk file has them. */
function written(days: Record<string, [string, string][]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(days).map(([day, pairs]) => [day, pairs.map((pair) => pair.join('-'))]))
}

function pausesOf({ pauses }: { pauses: [Instant, Instant][] }): Pause[] {
  return pauses.map(([from, to]) => ({ from, to, because: 'waiting_customer' }))
}

function clockOver(vector: VectorOf<'elapsed'>): Clock {
  const { from: startedAt, calendar } = vector
  const clock = newClock({ metric: 'resolution', cycle: 1, startedAt, targetMs: null, calendar })
  return { ...clock, pauses: pausesOf(vector) }
}

function rulesOf(id: string | undefined): Rules {
  const its = id === undefined ? undefined : policies[id]
  const plans = Object.entries(its?.plans ?? {}).map(([plan, { calendar, targets }]) => {
    const priorities = new Set(Object.values(targets).flatMap((of) => Object.keys(of)))
    const perPriority = [...priorities].map((priority) => {
      const ms = (target: string | undefined) => (target === undefined ? undefined : durationMs(target))
      const first = ms(targets.first_response?.[priority])
      const next = ms(targets.next_response?.[priority])
      const resolution = ms(targets.resolution?.[priority])
      return [
        priority,
        {
          ...(first !== undefined && { firstResponse: first }),
          ...(next !== undefined && { nextResponse: next }),
          ...(resolution !== undefined && { resolution }),
          warn: [`${(its?.warnAt ?? 0) * 100}%`],
        },
      ] as const
    })
    return [plan, { calendar, targets: Object.fromEntries(perPriority) }] as const
  })
  return { policy: { plans: Object.fromEntries(plans), pausing: its?.pauseOn.resolution ?? [] }, hoursOf }
}

const codes: Record<string, string> = {
  'calendar-never-open': 'E_CALENDAR_EMPTY',
  interval: 'E_TIME_FORMAT',
  zone: 'E_ZONE',
  'empty-interval': 'E_EMPTY_INTERVAL',
}

/** What a desk file with this calendar is refused for. */
function errorsOf({ weekly = {}, overrides, ...others }: VectorOf<'error'>['calendarDef']): string[] {
  const lines = { ...others, weekly: written(weekly), ...(overrides && { overrides: written(overrides) }) }
  try {
    parseDesk(withValue(exampleSource(), 'calendars.office', lines), 'desk.yaml')
    return []
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error
    return error.faults.map(({ rule }) => codes[rule] ?? rule)
  }
}

/** The events as clocks see them, with the moves a desk makes by itself: the vectors leave those out. */
function clockEvents(events: readonly VectorEvent[]): {
  events: ClockEvent[]
  statuses: { at: Instant; to: string }[]
} {
  const seen: ClockEvent[] = []
  const statuses: { at: Instant; to: string }[] = []
  const move = (at: Instant, to: string) => {
    statuses.push({ at, to })
    seen.push({ at, type: 'status', status: to, resolved: to === 'resolved' })
  }
  for (const { at, type: what, by, to = '', ...event } of events) {
    const status = statuses.at(-1)?.to ?? 'new'
    switch (what) {
      case 'ticket.created':
        statuses.push({ at, to: event.status ?? 'new' })
        seen.push({
          at,
          type: 'opened',
          by: by === 'agent' ? 'agent' : 'requester',
          plan: event.plan ?? '',
          priority: event.priority ?? '',
          status: event.status ?? 'new',
        })
        break
      case 'msg.customer':
        seen.push({ at, type: 'requester-message' })
        if (status === 'waiting_customer' || status === 'resolved') move(at, 'open')
        break
      case 'msg.agent':
        seen.push({ at, type: 'agent-message' })
        if (status === 'new') move(at, 'open')
        if (event.thenStatus !== undefined) move(at, event.thenStatus)
        break
      case 'status':
        move(at, to)
        break
      case 'priority':
        seen.push({ at, type: what, to })
        break
      case 'plan':
        if (event.applyToOpen) seen.push({ at, type: what, to })
        break
      case 'no_reply_needed':
        seen.push({ at, type: 'no-reply-needed' })
        break
      case 'merged_in':
        seen.push({ at, type: 'merged-in', unansweredSince: event.sourceFirstResponseStart ?? null })
        if (status === 'waiting_customer' || status === 'resolved') move(at, 'open')
        break
      case 'msg.bot':
      case 'note':
        break
      default: {
        what satisfies never
      }
    }
  }
  return { events: seen, statuses }
}

type VectorClock = VectorOf<'ticket'>['expected']['checkpoints'][number]['clocks'][number]
type Emit = VectorOf<'ticket'>['expected']['emits'][number]

const metricNames = {
  'first-response': 'first_response',
  'next-response': 'next_response',
  resolution: 'resolution',
} as const

function checkTicket({ policy, events: said, expected }: VectorOf<'ticket'>): void {
  const rules = rulesOf(policy)
  const { events, statuses } = clockEvents(said)
  const checkpoints = expected.checkpoints.map(({ asOf: at }) => {
    const folded = foldClocks(
      events.filter((event) => event.at <= at),
      rules,
    )
    const clocks = folded ? asOf(folded, at, rules).clocks.map((clock) => shown(clock, at, rules)) : []
    return { asOf: at, status: statuses.findLast((status) => status.at <= at)?.to, clocks }
  })
  expect(checkpoints).toEqual(expected.checkpoints)
  const last = Math.max(...expected.checkpoints.map(({ asOf: at }) => at))
  expect(emitsOf(events, last, rules)).toEqual(expected.emits)
}

function shown(clock: Clock, at: Instant, rules: Rules): VectorClock {
  const { cycle, startedAt, targetMs, stoppedAt, breachedAt } = clock
  const metric = metricNames[clock.metric]
  // The vectors show a clock that sleeps, or slept when it was stopped, as cancelled.
  if (clock.cancelled !== null || targetMs === null) {
    const none = { targetSeconds: null, dueAt: null, stoppedAt: null, breachedAt: null }
    const nothing = { ...none, outcome: 'none', consumedSeconds: null, pausedSeconds: null } as const
    return { metric, cycle, state: 'cancelled', startedAt, ...nothing }
  }
  return {
    metric,
    cycle,
    state: stoppedAt !== null ? 'stopped' : isPaused(clock) ? 'paused' : 'running',
    startedAt,
    targetSeconds: targetMs / 1000,
    dueAt: dueOf(clock, rules) ?? null,
    stoppedAt,
    breachedAt,
    outcome: outcomeOf(clock),
    consumedSeconds: usedMs(clock, at, rules) / 1000,
    pausedSeconds: pausedMs(clock, at, rules) / 1000,
  }
}

/** What people hear, with a sweep that is never late; what is due at the very instant of an event comes after it. */
function emitsOf(events: readonly ClockEvent[], last: Instant, rules: Rules): Emit[] {
  const emits: Emit[] = []
  let keeping: Timekeeping | undefined
  for (const event of events) {
    keeping = step(keeping && sweep(keeping, event.at - 1), event, rules)
  }
  if (keeping) tellBreaches(sweep(keeping, last))
  return emits.toSorted((one, other) => one.at - other.at || order(one) - order(other))

  function sweep(from: Timekeeping, until: Instant): Timekeeping {
    let swept = from
    for (;;) {
      const wake = nextWake(swept, rules, [])
      if (!wake || wake.at > until) return asOf(swept, until, rules)
      const { at, metric, cycle } = wake
      if (wake.what === 'warn') {
        emits.push({ at, event: 'warn', metric: metricNames[metric], cycle })
        swept = step(swept, { at, type: 'warned', metric, cycle, threshold: wake.threshold }, rules)
      } else {
        swept = step(swept, { at, type: 'announced', metric, cycle }, rules)
        const breach = swept.clocks.find((clock) => clock.metric === metric && clock.cycle === cycle)?.breachedAt
        emits.push({ at: breach ?? Number.NaN, event: 'breach', metric: metricNames[metric], cycle })
      }
    }
  }

  /** Announced only after a while; the vectors date a breach, not its announcement. */
  function tellBreaches(end: Timekeeping): void {
    for (const { metric, cycle, breachedAt, announcedAt, cancelled } of end.clocks) {
      if (breachedAt === null || announcedAt !== null || cancelled !== null) continue
      emits.push({ at: breachedAt, event: 'breach', metric: metricNames[metric], cycle })
    }
  }
}

function order({ metric }: Emit): number {
  return Object.values(metricNames).indexOf(metric)
}

const stages = [
  ['new', 'new'],
  ['open', 'open'],
  ['waiting_customer', 'waiting-requester'],
  ['on_hold', 'waiting-other'],
  ['resolved', 'resolved'],
] as const

function checkIdle({ rule, events: said, asOf: at, expected }: VectorOf<'idle'>): void {
  const { zone, steps } = rule
  const anchor = rule.anchor === 'enter_status' ? `enter-status:${rule.status}` : rule.anchor.replaceAll('_', '-')
  // A rule of the vectors that names no statuses counts in all of them; one of a desk file only while it waits.
  const everywhere = rule.anchor === 'enter_status' ? undefined : stages.map(([id]) => id)
  const onlyIn = rule.onlyIn ?? everywhere
  const desk = {
    zone,
    statuses: stages.map(([id, stage]) => ({ id, stage, label: { en: id } })),
    silence: [
      {
        anchor,
        ...(onlyIn && { onlyIn }),
        // Asking for a rating is not silence to a desk file, but counted alike; the vector's own word is compared.
        steps: steps.map(({ after }) => ({ after, do: 'remind' as const })),
        ...(rule.deliverWithin !== undefined && { within: rule.deliverWithin }),
      },
    ],
  }
  const fires: { at: Instant; action: string }[] = []
  let facts = noSilence
  for (const event of said) {
    fire(event.at - 1)
    facts = heard(facts, event)
  }
  fire(at)
  expect({ fires, nextFireAt: nextSilence(desk, facts, hoursOf)?.at ?? null }).toEqual(expected)

  function fire(until: Instant): void {
    for (let next = nextSilence(desk, facts, hoursOf); next && next.at <= until; ) {
      fires.push({ at: next.at, action: steps[next.step]?.action ?? '' })
      facts = { ...facts, done: { rule: next.rule, anchoredAt: next.anchoredAt, step: next.step, at: next.at } }
      next = nextSilence(desk, facts, hoursOf)
    }
  }
}

const noSilence: SilenceFacts = {
  status: 'new',
  stage: 'new',
  statusSince: 0,
  lastMessageAt: null,
  lastMessageBy: null,
  lastAgentReplyAt: null,
  done: null,
}

/** What a silence rule sees of an event. */
function heard(facts: SilenceFacts, { at, type, to = '', thenStatus }: VectorEvent): SilenceFacts {
  const moved = (status: string | undefined, of: SilenceFacts): SilenceFacts => {
    const stage = stages.find(([id]) => id === status)?.[1]
    return status === undefined || !stage || status === of.status ? of : { ...of, status, stage, statusSince: at }
  }
  if (type === 'status') return moved(to, facts)
  if (type === 'msg.customer') {
    const asked: SilenceFacts = { ...facts, lastMessageAt: at, lastMessageBy: 'requester' }
    return facts.stage === 'waiting-requester' || facts.stage === 'resolved' ? moved('open', asked) : asked
  }
  if (type !== 'msg.agent') return facts
  const answered: SilenceFacts = { ...facts, lastMessageAt: at, lastMessageBy: 'agent', lastAgentReplyAt: at }
  return moved(thenStatus, facts.stage === 'new' ? moved('open', answered) : answered)
}

function iso(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString()
}
