import type { Backlog } from './backlog.ts'
import type { DueTime } from './promises.ts'

/** What is counted as it happens, for `/metrics`. Words of ours, never an id of a person or a chat. */
export interface Counting {
  /** One inbox row came to an end, or will be tried again (`again`, `parked`). */
  heard(platform: string, outcome: string): void
  /** `afterMs`: how long after it was owed the platform had it; only of what was sent. */
  delivered(delivery: Handed, afterMs?: number): void
  /** Whether the store that wakes the timers answers. */
  jobStore(up: boolean): void
  /** A timer ran for so long and had so much to do, or failed. */
  timed(timer: string, ms: number, done: number | 'failed'): void
  /** A ticket that was due by this time could not be handled, and is looked at again later. */
  putOff(by: DueTime): void
}

/** `again`: not this time. */
export interface Handed {
  platform: string
  act: string
  end: 'sent' | 'failed' | 'unknown' | 'again'
}

/** What is looked up when somebody asks for the figures. */
export interface Standings {
  /** Rejects while the database is away. */
  backlog(): Promise<Backlog>
  /** Whether sending waits for an operator (`ports/installation.ts`). */
  paused(): boolean
  /** Whether the database takes what this process writes, and did so lately. */
  written(): boolean
  /** Connections to the database: open, and of these in use. */
  pool(): Promise<{ open: number; used: number; most: number; queued: number }>
}
