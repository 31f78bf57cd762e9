/** A thing to be done again and again by one process of those that share a store. `run` never rejects. */
export interface Job {
  name: string
  everyMs: number
  run(): Promise<void>
}

/**
 * What wakes the timers (design.md §4). It owns no truth: emptied, lost or never reached, every timer still runs in
 * every process by a plain interval.
 */
export interface JobStore {
  /** Does it answer? Undefined: not asked yet. */
  readonly up: boolean | undefined
  /** Begins no more, waits for what runs, and lets its jobs go to the other processes. */
  stop(): Promise<void>
}
