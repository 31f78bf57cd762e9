import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../src/domain/error-code.ts'
import { openOrm } from '../../src/store/orm.ts'
import type { Ground } from './ground.ts'
import { ready, restartDatabase } from './nemesis.ts'

/** How long both replicas took to be ready, from when the database was well again (ms). */
type Trouble = (ground: Ground, ms: number) => Promise<number>

/** Everything that happens to the database (reliability.md R6), by name; each lasts so long. */
export const databaseTroubles: Readonly<
  Record<'restarted' | 'paused' | 'swallowed' | 'failed-over' | 'locked' | 'read-only', Trouble>
> = {
  restarted: async (ground) => (await restartDatabase(ground)).readyMs,

  /** The server and its children stand still, their connections open: nothing is refused, nothing is answered. */
  async paused(ground, ms) {
    const all = family(Number(readFileSync(join(ground.databaseFolder, 'postmaster.pid'), 'utf8').split('\n')[0]))
    try {
      for (const pid of all) tell(pid, 'SIGSTOP')
      await sleep(ms)
    } finally {
      for (const pid of all) tell(pid, 'SIGCONT')
    }
    return untilReady(ground)
  },

  /** A router between us and it is dead. */
  async swallowed(ground, ms) {
    if (!ground.wire) throw new Error('the ground has no wire')
    ground.wire.swallow()
    await sleep(ms)
    ground.wire.pass()
    return untilReady(ground)
  },

  /** A fail-over: what is connected is connected to nothing any more, and nobody says so. */
  async 'failed-over'(ground, ms) {
    if (!ground.wire) throw new Error('the ground has no wire')
    ground.wire.lose()
    await sleep(ms)
    return untilReady(ground)
  },

  /** Somebody holds the tables: every connection of every pool waits for them, and there is none left. */
  async locked(ground, ms) {
    const orm = await openOrm(ground.databaseUrl, 1)
    try {
      const seconds = ms / 1000
      await orm.em
        .fork()
        .execute(`do $$ begin lock table inbox, delivery, ticket; perform pg_sleep(${seconds}); end $$`)
    } finally {
      await orm.close(true)
    }
    return untilReady(ground)
  },

  /** A fail-over has left us with a replica that takes no writes. */
  async 'read-only'(ground, ms) {
    const name = new URL(ground.databaseUrl).pathname.slice(1)
    const orm = await openOrm(ground.databaseUrl, 1)
    const leave = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`
    try {
      await orm.em.fork().execute(`alter database "${name}" set default_transaction_read_only = on`)
      await orm.em.fork().execute(leave)
      await sleep(ms)
      // This connection may have been made meanwhile, and take no writes either unless it says so.
      await orm.em
        .fork()
        .execute(`begin read write; alter database "${name}" reset default_transaction_read_only; commit`)
      await orm.em.fork().execute(leave)
    } finally {
      await orm.close(true)
    }
    return untilReady(ground)
  },
}

async function untilReady({ replicas }: Ground): Promise<number> {
  const from = performance.now()
  await Promise.all(replicas.map(({ port }) => ready(port)))
  return performance.now() - from
}

/** A connection's process may have ended since it was looked up. */
function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

/** A process and all it has begun. */
function family(parent: number): number[] {
  const children = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === parent ? [Number(name)] : []
    } catch {
      return [] // it has ended meanwhile
    }
  })
  return [parent, ...children]
}
