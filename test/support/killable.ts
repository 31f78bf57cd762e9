import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Failpoint } from '../../src/ports/failpoint.ts'
import { ASK_MEMORY, ASK_PROTOTYPE, type Memory } from './asked-of-child.ts'
import { freePort } from './free-port.ts'

/** As `start.mjs` keeps it for a real desk. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/deskhand', import.meta.url))
const child = fileURLToPath(new URL('desk-child.ts', import.meta.url))

/** A desk that can be killed at any moment and comes back at once, as under a supervisor. */
export interface KillableDesk {
  port: number
  /** How much memory the process holds on to, after a collection. */
  memory(): Promise<Memory>
  /** The names on its `Object.prototype`. */
  prototype(): Promise<string[]>
  /** kill -9, and a new process in its place. Resolves when the new one is ready, with how long that took (ms). */
  kill(): Promise<number>
  /** The same at a fail point. `reached` is false where it did not come there in time and was killed where it was. */
  killAt(point: Failpoint, withinMs: number): Promise<{ reached: boolean; readyMs: number }>
  /** SIGTERM, and a new process once the old one has finished what it had in hand. Resolves with how long both took (ms). */
  replace(): Promise<{ stoppedMs: number; readyMs: number }>
  stop(): Promise<void>
  /** Of the process that runs now. */
  readonly pid: number
  /** Exits nobody asked for. Each is followed by a new start, as a supervisor would. */
  readonly unasked: number
}

const memoryShape: z.ZodType<Memory> = z.object({ resident: z.number(), held: z.number(), compiled: z.number() })

/** How long a supervisor waits before it starts again what ended by itself. */
const PAUSE_MS = 500

export async function startKillable(env: Record<string, string>): Promise<KillableDesk> {
  const port = await freePort()
  let asked = false
  let unasked = 0
  let now: ChildProcess
  const begin = (): ChildProcess => {
    const began = spawn(process.execPath, [child], {
      env: {
        PATH: process.env.PATH ?? '',
        TEST_LOG: process.env.TEST_LOG ?? 'silent',
        NODE_COMPILE_CACHE: compiled,
        ...env,
        DESK_PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    began.on('exit', () => {
      if (asked) return
      unasked += 1
      void sleep(PAUSE_MS).then(start)
    })
    return began
  }
  const start = async (): Promise<void> => {
    now = begin()
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    now.once('exit', () => end())
    if (now.stdout) await Promise.race([once(now.stdout, 'data'), ended])
  }
  const kill = async (): Promise<void> => {
    asked = true
    const gone = once(now, 'exit')
    now.kill('SIGKILL')
    await gone
    asked = false
  }
  const startTimed = async (): Promise<number> => {
    const from = performance.now()
    await start()
    return performance.now() - from
  }
  const asks = async (what: string): Promise<unknown> => {
    const answer = once(now, 'message')
    now.send(what)
    return (await answer)[0]
  }
  await start()
  return {
    port,
    memory: async () => memoryShape.parse(await asks(ASK_MEMORY)),
    prototype: async () => z.array(z.string()).parse(await asks(ASK_PROTOTYPE)),
    async kill() {
      await kill()
      return startTimed()
    },
    async killAt(point, withinMs) {
      asked = true
      const over = new AbortController()
      const gone = once(now, 'exit')
      now.send(point)
      const reached = await Promise.race([
        gone.then(() => true),
        sleep(withinMs, false, { signal: over.signal }).catch(() => true),
      ])
      over.abort()
      if (!reached) now.kill('SIGKILL')
      await gone
      asked = false
      return { reached, readyMs: await startTimed() }
    },
    async replace() {
      asked = true
      const from = performance.now()
      const gone = once(now, 'exit')
      now.kill('SIGTERM')
      await gone
      asked = false
      const stoppedMs = performance.now() - from
      return { stoppedMs, readyMs: await startTimed() }
    },
    stop: kill,
    get pid() {
      return now.pid ?? 0
    },
    get unasked() {
      return unasked
    },
  }
}
