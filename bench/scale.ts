import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Orm, openOrm } from '../src/store/orm.ts'
import { latencyOf, median } from './latency.ts'
import { makeDatabases } from './scale/databases.ts'
import { FEW } from './scale/filler.ts'
import { type Ground, openGround } from './scale/ground.ts'
import { type Cost, judge } from './scale/judge.ts'
import type { Statement } from './scale/overhear.ts'
import { go, type PathName, pathNames, type Stand, standOn } from './scale/paths.ts'
import { scansIn } from './scale/plans.ts'
import { sizesOf } from './scale/sizes.ts'
import { publish } from './table.ts'

const SIZES = [FEW, 100_000, 1_000_000]
const count = z.coerce.number().int().positive()

/**
 * `npm run bench -- scale [--most N] [--runs N] [--times N] [--seed N] [--kept FOLDER] [--try]`: what the same few things cost with more
 * and more tickets beside them; see README.md beside this file. `--try` keeps no table.
 */
export async function benchScale(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      most: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: '5' },
      // How often each path is gone in one run: of fewer p99 is the slowest and nothing else.
      times: { type: 'string', default: '150' },
      seed: { type: 'string', default: '20261128' },
      kept: { type: 'string' },
      try: { type: 'boolean', default: false },
    },
  })
  const most = count.parse(values.most)
  const runs = count.parse(values.runs)
  const times = count.parse(values.times)
  const began = performance.now()
  const say = (line: string): void => {
    process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s: ${line}\n`)
  }
  const tickets = [...SIZES.filter((size) => size < most), most]
  const ground = await openGround(values.kept)
  const orms: Orm[] = []
  try {
    const urls = await makeDatabases(ground, tickets, count.parse(values.seed), say)
    const stands: Stand[] = []
    for (const [n, url] of urls.entries()) {
      const orm = await openOrm(url, 6)
      orms.push(orm)
      stands.push(await standOn(orm, await ground.startDesk(url), tickets[n] ?? 0))
    }
    const largest = stands.at(-1)
    if (!largest) return false
    say('the desks are there; one run to warm them')
    await round(ground, stands, Math.ceil(times / 4), say)
    const each = new Map<PathName, Cost[][]>(pathNames.map((path) => [path, []]))
    for (let run = 0; run < runs; run++) {
      say(`run ${run + 1} of ${runs}`)
      const costs = await round(ground, stands, times, say)
      for (const path of pathNames) each.get(path)?.push(costs.get(path) ?? [])
    }
    // What the child answers: see its `on('message')`.
    const statements = (await largest.desk.ask()) as Statement[]
    const { looked, scans } = await scansIn(largest.orm, statements)
    for (const { tables, sql } of scans) say(`reads all of ${tables.join(', ')}: ${sql}`)
    const costs = new Map(pathNames.map((path) => [path, medians(each.get(path) ?? [], tickets.length)]))
    const lines = judge({ tickets, costs, scans, statements: looked, sizes: await sizesOf(largest.orm) })
    const above = [`With ${tickets.map((n) => n.toLocaleString('en')).join(' · ')} tickets:`, '']
    return await publish('scale', lines, { kept: !values.try, above })
  } finally {
    for (const orm of orms) await orm.close(true)
    await ground.close()
  }
}

/** Every path so often on every database, in turns, so that whatever else the machine does weighs on all of them alike. */
async function round(
  ground: Ground,
  stands: readonly Stand[],
  times: number,
  say: (line: string) => void,
): Promise<Map<PathName, Cost[]>> {
  const costs = new Map<PathName, Cost[]>()
  for (const path of pathNames) {
    const took = stands.map((): number[] => [])
    for (let n = 0; n < times; n++) {
      for (const [index, stand] of stands.entries()) took[index]?.push(await go(ground, stand, path))
    }
    costs.set(path, took.map(latencyOf))
    say(
      `${path}: ${took
        .map(latencyOf)
        .map(({ p50, p99 }) => `${p50.toFixed(1)} (p99 ${p99.toFixed(1)}) ms`)
        .join(', ')}`,
    )
  }
  return costs
}

function medians(runs: readonly (readonly Cost[])[], databases: number): Cost[] {
  return Array.from({ length: databases }, (_, n) => {
    const its = runs.flatMap((run) => run[n] ?? [])
    return { p50: median(its.map(({ p50 }) => p50)), p99: median(its.map(({ p99 }) => p99)) }
  })
}
