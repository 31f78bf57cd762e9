import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const child = fileURLToPath(new URL('desk-child.ts', import.meta.url))

/** A desk that can be killed at any moment and comes back at once, as under a supervisor. */
export interface KillableDesk {
  port: number
  /** kill -9, and a new process in its place. Resolves when the new one is ready, with how long that took (ms). */
  kill(): Promise<number>
  stop(): Promise<void>
  /** Exits nobody asked for. */
  readonly unasked: number
}

export async function startKillable(env: Record<string, string>): Promise<KillableDesk> {
  const port = await freePort()
  let asked = false
  let unasked = 0
  let now: ChildProcess
  const start = async (): Promise<void> => {
    const began = spawn(process.execPath, [child], {
      env: {
        PATH: process.env.PATH ?? '',
        TEST_LOG: process.env.TEST_LOG ?? 'silent',
        ...env,
        DESK_PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    began.on('exit', () => {
      if (!asked) unasked += 1
    })
    now = began
    if (began.stdout) await once(began.stdout, 'data')
  }
  const kill = async (): Promise<void> => {
    asked = true
    const gone = once(now, 'exit')
    now.kill('SIGKILL')
    await gone
    asked = false
  }
  await start()
  return {
    port,
    async kill() {
      await kill()
      const from = performance.now()
      await start()
      return performance.now() - from
    },
    stop: kill,
    get unasked() {
      return unasked
    },
  }
}
