import { parseArgs } from 'node:util'
import { hoursNow } from '../acts/promises.ts'
import { type Env, readDesks } from '../desks.ts'
import { type Clock, type Instant, metrics } from '../domain/clock.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { DeskFault } from '../domain/desk/fault.ts'
import type { Platform } from '../domain/desk/platform-id.ts'
import { firstStatus, statusesOfStage, statusOf } from '../domain/desk/questions.ts'
import { durationMs, hoursAndMinutes } from '../domain/duration-ms.ts'
import { ledgerOf } from '../domain/ledger.ts'
import { instantOf, localTime } from '../domain/local-time.ts'
import { calendarOf, type Policy, policyOf } from '../domain/policy.ts'
import { nextSilence, type SilenceFacts } from '../domain/silence.ts'
import { dueOf, nextWake, type Rules, step, type Timekeeping } from '../domain/sla.ts'
import { type FactsOf, type Key, words } from '../locales/index.ts'

/** A ticket that nobody asked for yet. */
export interface Simulated {
  desk: Desk
  plan: string
  priority: string
  /** Null: it has none. */
  category: string | null
  /** UTC */
  at: Date
}

/**
 * `npm run desk -- simulate FILE --plan P --priority P --category C --at "2026-11-20 16:55"`: the due times and silence steps that
 * would follow, with the stretches that make them. The hour is one of the desk's zone.
 */
export async function simulate(
  args: readonly string[],
  env: Env,
  absent?: ReadonlySet<Platform>,
): Promise<{ lines: string[]; ok: boolean }> {
  const wrong = (line: string) => ({ lines: [line], ok: false })
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      plan: { type: 'string' },
      priority: { type: 'string' },
      category: { type: 'string' },
      at: { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
  })
  const [file] = positionals
  if (file === undefined || typeof values.at !== 'string') return wrong(say('simulate-how', {}))
  let desk: Desk | undefined
  try {
    desk = (await readDesks([file], env, absent)).desks[0]
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error
    return { lines: error.message.split('\n'), ok: false }
  }
  if (!desk) return wrong(say('simulate-how', {}))
  const plans = Object.keys(desk.plans)
  const priorities = desk.priorities.map(({ id }) => id)
  const plan = String(values.plan ?? desk.defaultPlan)
  const priority = String(values.priority ?? desk.priorities.find((one) => one.default)?.id ?? priorities[0])
  if (!plans.includes(plan))
    return wrong(say('simulate-no-such', { what: 'plan', value: plan, allowed: plans.join(', ') }))
  if (!priorities.includes(priority)) {
    return wrong(say('simulate-no-such', { what: 'priority', value: priority, allowed: priorities.join(', ') }))
  }
  const categories = desk.categories.map(({ id }) => id)
  const category = typeof values.category === 'string' ? values.category : null
  if (category !== null && !categories.includes(category)) {
    return wrong(say('simulate-no-such', { what: 'category', value: category, allowed: categories.join(', ') }))
  }
  const [date = '', time = ''] = values.at.trim().split(/[ T]/)
  const at = instantOf(date, time, desk.zone)
  if (!at) return wrong(say('simulate-no-hour', { value: values.at }))
  return { lines: story({ desk, plan, priority, category, at }), ok: true }
}

function say<K extends Key>(key: K, facts: FactsOf<K>): string {
  return words(key, facts, 'en')
}

/** What would happen to it if nobody did anything; and, if an agent answered at once, what its requester's silence would do. */
function story({ desk, plan, priority, category, at }: Simulated): string[] {
  const hour = (instant: Instant): string => localTime(new Date(instant), desk.zone)
  const rules: Rules = { policy: policyOf(desk), hoursOf: (calendar) => hoursNow(desk, calendar) }
  const status = firstStatus(desk, 'new').id
  const asked = { type: 'opened', at: at.getTime(), by: 'requester', plan, priority, category, status } as const
  const opened = step(undefined, asked, rules)
  // Answered and asked again: what the next answer is promised.
  const again = [
    { type: 'agent-message' as const, at: at.getTime() },
    { type: 'requester-message' as const, at: at.getTime() },
  ].reduce<Timekeeping>((keeping, event) => step(keeping, event, rules), opened)
  const clocks = metrics.flatMap(
    (metric) => [...opened.clocks, ...again.clocks].find((clock) => clock.metric === metric) ?? [],
  )
  const promised = clocks.filter(({ targetMs }) => targetMs !== null)
  return [
    say('simulate-head', { desk: desk.desk, plan, priority, at: hour(at.getTime()), zone: desk.zone }),
    ...byCategory(rules.policy, plan, category),
    ...(promised.length === 0 ? [`  ${say('why-asleep', { plan, priority })}`] : []),
    ...promised.flatMap((clock) => promise(clock, rules, hour)),
    ...wakes(opened, desk, rules, hour),
    ...silence(desk, at, hour),
  ]
}

/** Where the plan counts other hours for it than for the rest. */
function byCategory(policy: Policy, plan: string, category: string | null): string[] {
  const calendar = calendarOf(policy, { plan, category })
  if (category === null || calendar === undefined || calendar === policy.plans[plan]?.calendar) return []
  return [say('why-category', { category, calendar, plan })]
}

function promise(clock: Clock, rules: Rules, hour: (at: Instant) => string): string[] {
  const { metric, targetMs, calendar } = clock
  const due = dueOf(clock, rules)
  if (targetMs === null || due === undefined) return []
  const stretches = ledgerOf(clock, rules, due)
  return [
    say('simulate-due', { promise: metric, target: hoursAndMinutes(targetMs), calendar, due: hour(due) }),
    ...stretches.map(({ from, to, state, because }) => {
      const facts = {
        from: hour(from),
        to: hour(to),
        length: hoursAndMinutes(to - from),
        state,
        because: because ?? '',
      }
      return `    ${say('why-segment', facts)}`
    }),
  ]
}

/** Warnings, the word of the breach and the ladder, in order, until it only repeats. */
function wakes(opened: Timekeeping, desk: Desk, rules: Rules, hour: (at: Instant) => string): string[] {
  const ladder = desk.escalation.map(({ after }) => ({ afterMs: durationMs(after), repeatMs: null }))
  const lines: string[] = []
  let keeping = opened
  for (let wake = nextWake(keeping, rules, ladder); wake; wake = nextWake(keeping, rules, ladder)) {
    const { metric, cycle, at } = wake
    const told = { promise: metric, at: hour(at) }
    switch (wake.what) {
      case 'warn':
        lines.push(say('simulate-warned', { ...told, threshold: wake.threshold }))
        keeping = step(keeping, { type: 'warned', at, metric, cycle, threshold: wake.threshold }, rules)
        break
      case 'announce':
        lines.push(say('simulate-breached', told))
        keeping = step(keeping, { type: 'announced', at, metric, cycle }, rules)
        break
      case 'climb':
        lines.push(say('simulate-escalated', { ...told, whom: desk.escalation[wake.step]?.tell ?? '' }))
        keeping = step(keeping, { type: 'climbed', at, metric, cycle, step: wake.step, round: wake.round }, rules)
        break
      default:
        wake satisfies never
    }
  }
  return lines
}

function silence(desk: Desk, at: Date, hour: (at: Instant) => string): string[] {
  const answered = desk.moves.onAgentReply
  const waits = answered === undefined ? undefined : statusOf(desk, answered)
  // Where an answer does not ask for one, an agent moves it to the first status that does.
  const status = waits?.stage === 'waiting-requester' ? waits : statusesOfStage(desk, 'waiting-requester')[0]
  if (!status) return []
  const since = at.getTime()
  let facts: SilenceFacts = {
    status: status.id,
    stage: status.stage,
    statusSince: since,
    lastMessageAt: since,
    lastMessageBy: 'agent',
    lastAgentReplyAt: since,
    done: null,
  }
  const lines: string[] = []
  for (;;) {
    const next = nextSilence(desk, facts, (calendar) => hoursNow(desk, calendar))
    if (!next) break
    lines.push(`    ${say('simulate-silence', { at: hour(next.at), does: next.do })}`)
    if (next.do !== 'remind') break
    facts = { ...facts, done: { rule: next.rule, anchoredAt: next.anchoredAt, step: next.step, at: next.at } }
  }
  return lines.length === 0 ? [] : [say('simulate-silence-head', { status: status.id }), ...lines]
}
