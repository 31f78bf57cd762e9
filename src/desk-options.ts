import type { Adapter, Budget } from './adapter.ts'
import type { Config } from './config.ts'
import type { Desk } from './domain/desk/desk.ts'
import type { Limits } from './domain/limits.ts'
import type { Log } from './ports/log.ts'
import type { Store } from './ports/store.ts'

/** Everything one desk process is made of. */
export interface DeskOptions {
  config: Pick<Config, 'port' | 'slack' | 'telegram'> &
    Partial<Pick<Config, 'metricsToken' | 'files' | 'agendaMongodbUrl' | 'publicUrl'>>
  databaseUrl: string
  desks: readonly Desk[]
  secret: string
  log: Log
  /** Only this interface is listened on; default all. */
  host?: string | undefined
  /** Real time (design.md §8); injected in tests. */
  realNow?: (() => Date) | undefined
  /** What a chat takes; default what its platform says. Tests that count no seconds give more. */
  budgetOf?: ((adapter: Adapter, chat: string) => Budget) | undefined
  /** The same for an account over all its chats. */
  accountBudgetOf?: ((adapter: Adapter) => Budget) | undefined
  /** How long a platform may take for an answer (ms), in real time; default 12 s. Tests of outages wait less. */
  callTimeoutMs?: number | undefined
  /** How long a desk that stops waits for what it hears, and then for what it sends (ms), in real time; default 6 s and 3 s. */
  graceMs?: number | undefined
  /** The secret by which the playground moves the clock; absent on every real desk. */
  playgroundSecret?: string | undefined
  /** What is taken in at once; default `usualLimits`. Tests whose people type faster than people give more. */
  limits?: Limits | undefined
  /** How long what was received waits for what was said before it (ms); default what its platform says. */
  holdMs?: number | undefined
}

/** A desk that runs. */
export interface RunningDesk {
  port: number
  store: Store
  /** Resolves when everything received is handled and everything that may be sent now is sent; for tests. */
  idle(): Promise<void>
  /** Everything that is due by the desk's clock, at once. */
  runTimers(): Promise<void>
  /** Stops taking, finishes what is in hand, lets its leases go; in the reverse order of the start. */
  stop(): Promise<void>
}
