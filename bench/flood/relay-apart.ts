import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Failpoint } from '../../src/ports/failpoint.ts'
import type { BudgetGround } from '../budget/ground.ts'

/** The relay as another process (`relay-process.ts`), by the clock of the ground. */
export interface RelayApart {
  /** Moves the clock on, and waits until all that may be sent then is sent. Who died is started again, as by a supervisor. */
  goesOn(ms: number): Promise<void>
  /** kill -9 the next time it comes there. */
  dieAt(point: Failpoint): void
  /** How often it has died. */
  readonly deaths: number
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('relay-process.ts', import.meta.url))

export async function startRelayApart(ground: BudgetGround): Promise<RelayApart> {
  let deaths = 0
  let child = begin()
  await idle(child)

  function begin(): ChildProcess {
    return spawn(process.execPath, [program], {
      env: {
        PATH: process.env.PATH ?? '',
        BENCH_LOG: process.env.BENCH_LOG ?? 'silent',
        FLOOD_DATABASE: ground.databaseUrl,
        FLOOD_TELEGRAM: ground.playground.telegramApiRoot,
        FLOOD_FOLDER: ground.folder,
        FLOOD_NOW: String(ground.nowMs()),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  }

  return {
    async goesOn(ms) {
      ground.passes(ms)
      child.send({ nowMs: ground.nowMs() })
      if ((await idle(child)) === 'idle') return
      deaths += 1
      child = begin()
      await idle(child)
    },
    dieAt: (point) => void child.send({ dieAt: point }),
    get deaths() {
      return deaths
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

function idle(child: ChildProcess): Promise<'idle' | 'died'> {
  return new Promise((resolve) => {
    const said = (): void => end('idle')
    const died = (): void => end('died')
    const end = (how: 'idle' | 'died'): void => {
      child.off('message', said)
      child.off('exit', died)
      resolve(how)
    }
    child.once('message', said)
    child.once('exit', died)
  })
}
