import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A process that takes the platforms' requests, and what it costs. */
export interface Contestant {
  port: number
  /** Tells it something; what that is, its child knows. */
  tell(what: object): void
  /** Asks it how it goes, or something else its child knows of, where that answers. */
  ask(what?: string): Promise<unknown>
  /** CPU it has taken since its start (ms), and the memory it holds (bytes); 0 where /proc does not tell. */
  cpuMs(): number
  rssBytes(): number
  stop(): Promise<void>
}

/**
 * Starts a file of the bench as a process of its own. It says `{ port }` once it takes requests. Rejects where it ends
 * before that.
 * @param execArgv more for Node itself, e.g. `--cpu-prof`
 */
export async function startContestant(
  file: URL,
  env: Record<string, string>,
  execArgv: readonly string[] = [],
): Promise<Contestant> {
  const running = fork(fileURLToPath(file), [], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    execArgv: [...execArgv],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const said = await Promise.race([once(running, 'message'), once(running, 'exit').then(() => undefined)])
  if (!said) throw new Error(`${fileURLToPath(file)} ended before it was ready`)
  // The first word of each child: see `ready` in them.
  const [{ port }] = said as [{ port: number }]
  const pid = running.pid ?? 0
  return {
    port,
    tell: (what) => void running.send(what),
    async ask(what) {
      const answered = once(running, 'message')
      running.send(what ?? {})
      return (await answered)[0]
    },
    cpuMs: () => cpuOf(pid),
    rssBytes: () => rssOf(pid),
    stop: () => ended(running),
  }
}

async function ended(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return
  const gone = once(running, 'exit')
  running.disconnect()
  await gone
}

/** Ticks of the kernel's accounting are hundredths of a second on every Linux. */
const TICK_MS = 10

function cpuOf(pid: number): number {
  const fields = statOf(pid)
  return fields ? (fields.user + fields.system) * TICK_MS : 0
}

/** CPU of a PostgreSQL server (ms): of its postmaster, of all that live, and of those it has seen end. */
export function cpuOfPostgres(postmaster: number): number {
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = statOf(Number(name))
    if (!fields) continue
    if (Number(name) === postmaster) ticks += fields.user + fields.system + fields.ofEnded
    else if (fields.parent === postmaster) ticks += fields.user + fields.system
  }
  return ticks * TICK_MS
}

function statOf(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything; what is counted stands behind it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]]
    return { parent, user, system, ofEnded: (fields[13] ?? 0) + (fields[14] ?? 0) }
  } catch {
    return undefined
  }
}

function rssOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0
  }
}
