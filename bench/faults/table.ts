import { failpoints } from '../../src/ports/failpoint.ts'
import { seconds, shown } from '../latency.ts'
import { allHold, atMost, type Line, machine, none, tableOf } from '../table.ts'
import type { Findings } from './checker.ts'
import type { Load } from './load.ts'
import type { Wrought } from './nemesis.ts'
import type { Settled } from './settle.ts'

interface Told {
  seed: number
  rate: number
  kills: number
  load: Pick<Load, 'done'>
  trouble: ReadonlyMap<string, number>
  wrought: Wrought
  settled: Settled
  findings: Findings
}

/** design.md §8, reliability.md §3.4 R3 and R5. */
const READY_MS = 5_000
const READY_AFTER_DATABASE_MS = 10_000
const DRAINED_MS = 60_000
const REFUSED_WITHIN_MS = 1_000
const DOUBLES_A_KILL = 2

/** One table in Markdown, and whether all of it is as it should be. */
export function report(told: Told): { lines: string[]; passed: boolean } {
  const lines = [...judged(told), ...informed(told)]
  return { lines: ['', ...tableOf(lines)], passed: allHold(lines) }
}

function judged({ findings, wrought, settled, trouble }: Told): Line[] {
  const { verdict, stored, tickets } = findings
  // What Telegram took and never answered cannot be told from what it never got (platforms.md §B2).
  const unanswered = trouble.get('telegram call drop-after-accepting') ?? 0
  const doubles = wrought.kills.length * DOUBLES_A_KILL + unanswered
  const { left } = settled
  return [
    none('messages acknowledged and not shown', verdict.lost),
    none('acknowledged without an inbox row', findings.unstored),
    none('tickets acknowledged and not there', tickets.missing),
    none('tickets doubled', tickets.doubled),
    none('tickets nobody began', tickets.strange),
    none('Take acknowledged without effect', findings.untaken),
    none('conversations out of order, not marked late', verdict.disordered),
    none('messages doubled in Slack', verdict.doubledInSlack),
    atMost('messages doubled in Telegram', verdict.doubledInTelegram.length, doubles),
    none('tickets whose replay differs from their row', stored.replayDiffers),
    none('events parked', stored.parked),
    none('deliveries failed or unknown', stored.ended),
    {
      what: 'left over after quiescence: unacknowledged, unheard, unsent',
      found: `${left.unacknowledged}, ${left.waiting}, ${left.owed}`,
      target: '0, 0, 0',
      holds: left.unacknowledged + left.waiting + left.owed === 0,
    },
    atMost('process exits but the kills', findings.unaskedExits, 0),
    atMost(
      'ready after a kill, slowest',
      Math.max(0, ...wrought.kills.map(({ readyMs }) => readyMs)),
      READY_MS,
      seconds,
    ),
    atMost(
      'ready after the database is back, slowest',
      Math.max(0, ...wrought.restarts.map(({ readyMs }) => readyMs)),
      READY_AFTER_DATABASE_MS,
      seconds,
    ),
    atMost('slowest 503 to Slack', findings.slowestRefusalMs, REFUSED_WITHIN_MS, seconds),
    atMost('backlog drained after the load', settled.tookMs, DRAINED_MS, seconds),
  ]
}

function informed({ seed, rate, kills, load, trouble, wrought, settled, findings }: Told): Line[] {
  const { messages, actions, seconds: took } = load.done
  const points = wrought.kills.filter(({ point, reached }) => point !== undefined && reached)
  const reached = failpoints.map((name) => `${name} ${points.filter(({ point }) => point === name).length}`)
  const statuses = [...findings.statuses].sort(([one], [other]) => one - other)
  const tell = (what: string, found: string, target = ''): Line => ({ what, found, target })
  return [
    tell('seed', String(seed)),
    machine(),
    tell('load', `${messages} messages, ${actions} agent actions in ${seconds(took * 1000)}`),
    tell('rate', `${(messages / took).toFixed(1)} + ${(actions / took).toFixed(1)} /s`, `asked for ${rate}`),
    tell('tickets', String(findings.stored.tickets.length)),
    tell('copies judged', `${findings.verdict.words}, of these marked late ${findings.verdict.late}`),
    tell('kills', `${wrought.kills.length}, at fail points ${points.length}: ${reached.join(', ')}`, String(kills)),
    tell('ready after a kill, mean', seconds(mean(wrought.kills.map(({ readyMs }) => readyMs)))),
    tell('database restarts', wrought.restarts.map(({ downMs }) => `${seconds(downMs)} down`).join(', ')),
    tell('faults armed', [...trouble].map(([name, times]) => `${name} ${times}`).join(', ')),
    tell('answers to Slack', statuses.map(([status, times]) => `${status || 'none'}: ${times}`).join(', ')),
    tell('Slack acknowledged, faults included', shown(findings.slack.acknowledged), 'R17 without faults: p99 0.5 s'),
    tell('shown to the agent, faults included', shown(findings.slack.seenByAgent), 'R18 without faults: p99 4 s'),
    tell('behind at the end of the load', `${settled.behind.waiting} unheard, ${settled.behind.owed} unsent`),
  ]
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0)
}

function mean(all: readonly number[]): number {
  return all.length === 0 ? 0 : sum(all) / all.length
}
