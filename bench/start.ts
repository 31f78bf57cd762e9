import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { freePort } from '../test/support/free-port.ts'
import { openClosings } from './closings.ts'
import { median, seconds } from './latency.ts'
import { ownCluster, ownFolder } from './own-cluster.ts'
import { openPlatforms } from './platforms/open.ts'
import { makeDatabases } from './scale/databases.ts'
import { FEW } from './scale/filler.ts'
import { openGround } from './scale/ground.ts'
import { atMost, type Line, machine, publish, times } from './table.ts'

const child = fileURLToPath(new URL('start/desk.child.ts', import.meta.url))
const LOOK_MS = 5
/** reliability.md: a killed process is ready again within this (ms). */
const READY_MS = 5_000
const MOST = 1.5
const count = z.coerce.number().int().positive()

/**
 * `npm run bench -- start [--rows N] [--runs N] [--kept FOLDER] [--try]`: from the start of the process to `/health/ready`, on nothing at
 * all, on an empty database and on one with many tickets; see README.md beside this file. `--try` keeps no table.
 */
export async function benchStart(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: '5' },
      kept: { type: 'string' },
      try: { type: 'boolean', default: false },
    },
  })
  const rows = count.parse(values.rows)
  const runs = count.parse(values.runs)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const cold = await timesOf(runs, () => coldStart())
  say(`cold: ${cold.map(seconds).join(', ')}`)
  const ground = await openGround(values.kept)
  try {
    await makeDatabases(ground, [FEW, rows], 20261128, say)
    await ground.database('nothing')
    const home = ground.cluster.home
    const { empty, full } = await warmStarts(home, `with_${rows}`, runs, () => ground.cluster.restart('fast'))
    say(`empty: ${empty.map(seconds).join(', ')}; with ${rows}: ${full.map(seconds).join(', ')}`)
    const [coldMs, emptyMs, fullMs] = [median(cold), median(empty), median(full)]
    const lines: Line[] = [
      { what: 'cold: the cluster is made, all migrations run', found: seconds(coldMs) },
      { ...atMost('warm, on an empty database', emptyMs, READY_MS, seconds) },
      { ...atMost(`warm, with ${rows.toLocaleString('en')} tickets`, fullMs, READY_MS, seconds) },
      atMost(`with ${rows.toLocaleString('en')} tickets, of empty`, fullMs / emptyMs, MOST, times),
      { what: 'runs, of each the median', found: String(runs) },
      machine(),
    ]
    return await publish('start', lines, { kept: !values.try })
  } finally {
    await ground.close()
  }
}

/** In a folder nobody has been in. */
async function coldStart(): Promise<number> {
  const closings = openClosings()
  const folder = ownFolder(closings)
  try {
    return await startOnce(join(folder, '.deskhand'), 'nothing')
  } finally {
    // Whoever opens it last stops it.
    await ownCluster(closings, folder).finally(closings.close)
  }
}

/** In turns, after a restart of the database: what it has in memory is its own affair each time. */
async function warmStarts(home: string, full: string, runs: number, restart: () => Promise<void>) {
  const found = { empty: [] as number[], full: [] as number[] }
  for (let run = 0; run < runs; run++) {
    await restart()
    found.empty.push(await startOnce(home, 'nothing'))
    await restart()
    found.full.push(await startOnce(home, full))
  }
  return found
}

/** From the fork to the first 200 of `/health/ready` (ms). The process is killed then. */
async function startOnce(home: string, database: string): Promise<number> {
  const platforms = await openPlatforms()
  const port = await freePort()
  const began = performance.now()
  const desk = fork(child, [], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      DESK_HOME: home,
      DESK_DATABASE: database,
      DESK_PORT: String(port),
      DESK_SLACK: platforms.slackApiUrl,
      DESK_TELEGRAM: platforms.telegramApiRoot,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    await readyAt(port, desk)
    return performance.now() - began
  } finally {
    if (desk.exitCode === null) {
      const gone = once(desk, 'exit')
      desk.kill('SIGKILL')
      await gone
    }
    await platforms.close()
  }
}

async function readyAt(port: number, desk: ChildProcess): Promise<void> {
  for (;;) {
    if (desk.exitCode !== null) throw new Error('the desk ended before it was ready')
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.status === 200) return
    await sleep(LOOK_MS)
  }
}

async function timesOf(runs: number, once: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let run = 0; run < runs; run++) all.push(await once())
  return all
}
