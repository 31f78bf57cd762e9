import type { Budget } from '../adapter.ts'

/**
 * How fast one process may call an account, over all its chats: `burst` calls at once, then one every `everyMs`.
 * Replicas do not know of each other here; where they are too many together, the platform says 429 and all are quiet.
 */
export interface Pace {
  /** How many calls may be made now. */
  room(now: Date): number
  /** A call is made. */
  spend(now: Date): void
}

/** All of `burst` may be called at once in the beginning, as if nothing had been called for long. */
export function paceOf({ burst, everyMs }: Budget): Pace {
  let tokens = burst
  let countedAt: Date | undefined
  const count = (now: Date): void => {
    const passedMs = countedAt ? now.getTime() - countedAt.getTime() : 0
    tokens = Math.min(burst, tokens + Math.max(0, passedMs) / everyMs)
    countedAt = now
  }
  return {
    room(now) {
      count(now)
      return Math.floor(tokens)
    },
    spend(now) {
      count(now)
      tokens -= 1
    },
  }
}
