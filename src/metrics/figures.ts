import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Counting, Standings } from '../ports/counting.ts'
import { acts, dueWords, ends } from './labels.ts'
import { processFigures } from './process.ts'
import { standingGauges } from './standings.ts'

/** The desk in numbers, as Prometheus reads them. Names begin with `deskhand_`; labels are words of ours, never ids. */
export interface Figures extends Counting {
  /** Prometheus' text format, version 0.0.4. Never rejects: while the database is away `deskhand_database_up` is 0. */
  page(): Promise<string>
  readonly contentType: string
}

/** What a word of ours looks like; anything else is counted as `other`, so that labels stay few. */
const WORD = /^[a-z]+(-[a-z]+)*(:[a-z]+(-[a-z]+)*)?$/

/** From a tenth of a second to ten minutes. */
const LATENCY_SECONDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600]

/** What figures are told apart by in this process, beside what is the same in all. */
interface Named {
  platforms: readonly string[]
  timers: readonly string[]
}

export function figuresOf(standings: Standings, { platforms, timers }: Named): Figures {
  const registry = new Registry()
  const registers = [registry]
  const heard = new Counter({
    name: 'deskhand_intake_total',
    help: 'Inbox rows by what became of them; again and parked are rows that failed.',
    labelNames: ['platform', 'outcome'],
    registers,
  })
  const handed = new Counter({
    name: 'deskhand_deliveries_total',
    help: 'Deliveries handed to a platform, by how that ended; again is not an end.',
    labelNames: ['platform', 'act', 'end'],
    registers,
  })
  const latency = new Histogram({
    name: 'deskhand_delivery_seconds',
    help: 'From owed to accepted by the platform.',
    labelNames: ['platform', 'act'],
    buckets: LATENCY_SECONDS,
    registers,
  })
  const jobs = new Gauge({
    name: 'deskhand_job_store_up',
    help: 'Whether Agenda’s store answers; without it timers run by a plain interval.',
    registers,
  })
  const sweeps = new Counter({
    name: 'deskhand_timer_runs_total',
    help: 'Runs of each timer in this process, by how they ended.',
    labelNames: ['timer', 'end'],
    registers,
  })
  const effects = new Counter({
    name: 'deskhand_timer_effects_total',
    help: 'What the timers of this process did: tickets warned of, reminded, closed …',
    labelNames: ['timer'],
    registers,
  })
  const late = new Counter({
    name: 'deskhand_due_put_off_total',
    help: 'Tickets that were due, could not be handled, and are looked at again a minute later.',
    labelNames: ['by'],
    registers,
  })
  const sweeping = new Histogram({
    name: 'deskhand_timer_seconds',
    help: 'How long one run of a timer took.',
    labelNames: ['timer'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30],
    registers,
  })
  // A series that begins with its first increment hides it: Prometheus knows of no growth before.
  for (const platform of platforms)
    for (const act of acts) for (const end of ends) handed.inc({ platform, act, end }, 0)
  for (const timer of timers) for (const end of ['done', 'failed']) sweeps.inc({ timer, end }, 0)
  for (const by of Object.values(dueWords)) late.inc({ by }, 0)
  const gauges = standingGauges(registry, platforms)
  const all = Registry.merge([registry, processFigures()])
  return {
    heard: (platform, outcome) => {
      for (const word of outcome.split(' ')) heard.inc({ platform, outcome: WORD.test(word) ? word : 'other' })
    },
    delivered: ({ platform, act, end }, afterMs) => {
      handed.inc({ platform, act, end })
      if (afterMs !== undefined) latency.observe({ platform, act }, Math.max(0, afterMs) / 1000)
    },
    jobStore: (up) => jobs.set(up ? 1 : 0),
    timed: (timer, ms, done) => {
      sweeps.inc({ timer, end: done === 'failed' ? 'failed' : 'done' })
      if (done !== 'failed') effects.inc({ timer }, done)
      sweeping.observe({ timer }, Math.max(0, ms) / 1000)
    },
    putOff: (by) => late.inc({ by: dueWords[by] }),
    async page() {
      await gauges.read(standings)
      return all.metrics()
    },
    contentType: all.contentType,
  }
}
