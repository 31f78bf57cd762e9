/**
 * Moments at which a process may die and nothing may be lost (reliability.md §3.5). In production nobody watches them
 * and `failpoint` does nothing; the fault harness in `bench/` has the process killed there.
 */
export const failpoints = [
  /** An event is here, and not in the inbox. */
  'after-receive',
  /** In the inbox, and not acknowledged. */
  'after-inbox-commit',
  /** All an event changes is written, and not committed. */
  'in-handle-before-commit',
  /** Claimed as half sent, and not handed to the platform. */
  'before-api-call',
  /** The platform has it, and no row says so. */
  'after-api-call',
  /** The platform would not have it, and no row says so. */
  'before-fault-mark',
  /** Written down as sent, and the lane not looked at again. */
  'after-sent-mark',
  /** Looked up after another process's end, and not written down. */
  'in-recovery',
] as const

export type Failpoint = (typeof failpoints)[number]

let watcher: ((name: Failpoint) => void) | undefined

/** Here a process may die. */
export function failpoint(name: Failpoint): void {
  watcher?.(name)
}

/** Only the fault harness's own processes call this. */
export function watchFailpoints(watch: (name: Failpoint) => void): void {
  watcher = watch
}
