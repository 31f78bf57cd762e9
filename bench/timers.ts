import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Orm, openOrm } from '../src/store/orm.ts'
import { demoDesks } from '../test/support/demo.ts'
import { randomOf } from '../test/support/random.ts'
import { openGround } from './faults/ground.ts'
import { median, seconds, shown } from './latency.ts'
import { atMost, type Line, machine, none, publish, times } from './table.ts'
import { addBackground } from './timers/background.ts'
import { makeCopies, readModels } from './timers/copies.ts'
import { type Costs, measure, timingOn, type Waves } from './timers/costs.ts'
import { type Happened, happened, waitForAll } from './timers/lateness.ts'
import { AFTER_MODELS, makeModels } from './timers/models.ts'
import { planOf } from './timers/plan.ts'

const MINUTE_MS = 60_000
/** The changes and effects whose cost is measured, on tickets of their own: all over before the minute begins. */
const CHANGED = 20
const CHANGES = 300
const WAVES = 25
const WAVE = 40
/** Where the desks' clock stands while costs are measured: nothing of the waves is due, by its own hour, later. */
const COSTS_AT = '2027-03-11T09:40:00Z'
const MINUTE_FROM = '2027-03-11T09:45:00Z'
const LEAD_MS = 12_000
const STILL_MS = 60_000
/** Of what the same costs beside a thousand. */
const MOST = 1.5
const LATE_MS = 2_000

const count = z.coerce.number().int().positive()

/** `npm run bench -- timers [--rows N] [--due N] [--seed N] [--free] [--try]`; see README.md beside this file. */
export async function benchTimers(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1000000' },
      due: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '20261123' },
      // Notices go out as fast as they can, on the same cores.
      free: { type: 'boolean', default: false },
      try: { type: 'boolean', default: false },
    },
  })
  const rows = count.parse(values.rows)
  const due = count.parse(values.due)
  const random = randomOf(count.parse(values.seed))
  const say = (line: string): void => void process.stdout.write(`${line}\n`)

  const ground = await openGround({ platformBudgets: !values.free })
  const orms: Orm[] = []
  try {
    let first = await openOrm(ground.databaseUrl, 6)
    const models = await makeModels(ground, first)
    const written = await readModels(first, models)
    say('the models are there')
    await ground.clockStandsAt(AFTER_MODELS)
    await ground.stopReplicas()
    const waves: Waves = {
      count: WAVES,
      size: WAVE,
      at: (wave) => new Date(Date.parse('2027-03-11T09:04:00Z') + (wave + 1) * MINUTE_MS),
    }
    const waiting = Array.from({ length: WAVES * WAVE }, (_, index) => ({
      kind: 'warned' as const,
      key: `WAVE-${index + 1}`,
      dueAt: waves.at(Math.floor(index / WAVE)).getTime() - 1000,
    }))
    // Not due before anything here is over, so nothing but a change touches them.
    const changed = Array.from({ length: CHANGED }, (_, index) => ({
      kind: 'warned' as const,
      key: `CHANGE-${index + 1}`,
      dueAt: Date.parse('2027-03-11T10:15:00Z'),
    }))
    await makeCopies(first, written, [...waiting, ...changed])
    await addBackground(first, models, { from: 0, to: 1000, after: '2027-03-12T00:00:00Z' })
    await ground.clockStandsAt(COSTS_AT)
    await first.close(true)
    const manyUrl = await ground.copyDatabase('many')
    first = await openOrm(ground.databaseUrl, 6)
    const second = await openOrm(manyUrl, 6)
    orms.push(first, second)
    const began = performance.now()
    await addBackground(second, models, { from: 1000, to: rows, after: '2027-03-12T00:00:00Z' })
    say(`${rows} rows are there after ${((performance.now() - began) / 1000).toFixed(0)} s`)

    const desks = await demoDesks()
    const measured = await Promise.all(
      [first, second].map(async (orm, index) => ({
        name: index === 0 ? 'few' : 'many',
        timing: timingOn(orm, desks),
        tickets: await orm.em
          .fork()
          .execute<{ id: string; by: string }[]>(
            `select id, requester_id as by from ticket where key like 'CHANGE-%' order by key`,
          ),
      })),
    )
    await measure(measured, 20, { ...waves, count: 0 }) // warm: plans, caches, compiled code
    const costs = await measure(measured, CHANGES, waves)
    const ratios = linesOfCosts(costs.get('few') ?? nothing, costs.get('many') ?? nothing, rows)
    for (const { what, found } of ratios) say(`${what}: ${found}`)

    const from = Date.parse(MINUTE_FROM)
    const copies = planOf({ random, effects: due, from, overMs: MINUTE_MS, prefix: 'DUE' })
    await makeCopies(second, written, copies)
    await second.em.fork().execute('vacuum (analyze) ticket')
    await ground.startReplicas(manyUrl)
    await ground.clockStandsAt(new Date(from - LEAD_MS).toISOString())
    say(`${copies.length} tickets, ${due} effects due within one minute; two replicas`)
    await waitForAll(second, STILL_MS)
    const what = await happened(second)
    const lines = [...ratios, ...linesOfLateness(what), { what: 'seed', found: values.seed }, machine()]
    return await publish('timers', lines, { kept: !values.try })
  } finally {
    for (const orm of orms) await orm.close(true)
    await ground.close()
  }
}

const nothing: Costs = { change: [], idleSweep: [], effect: [] }

const named = {
  change: 'one change of a ticket',
  idleSweep: 'one look of the sweeps that finds nothing',
  effect: 'one effect',
} as const

/** How much more each costs beside many other due times. */
function linesOfCosts(few: Costs, many: Costs, rows: number): Line[] {
  return (['change', 'idleSweep', 'effect'] as const).map((what) => {
    const [least, most] = [median(few[what]), median(many[what])]
    const line = atMost(`${named[what]}, beside ${rows.toLocaleString('en')}`, most / least, MOST, times)
    return {
      ...line,
      found: `${line.found}: ${least.toFixed(2)} ms · ${most.toFixed(2)} ms, median of ${few[what].length}`,
    }
  })
}

function linesOfLateness({ missing, doubled, early, strange, planned, late, lateByType }: Happened): Line[] {
  return [
    none('effects missed', missing),
    none('effects doubled', doubled),
    none('effects before their time', early),
    none('effects nobody planned', strange),
    {
      ...atMost('effects in one minute, two replicas: late, p99', late.p99, LATE_MS, seconds),
      found: `${planned}: ${shown(late)}`,
    },
    ...[...lateByType].map(([type, its]) => ({ what: `of these ${type}`, found: shown(its) })),
  ]
}
