import type { Door } from '../adapter.ts'
import { failpoint } from '../ports/failpoint.ts'
import { traced } from '../ports/tracing.ts'
import { type Asked, answerQuestion } from './ask.ts'

/**
 * Slack waits 3 s and comes again: a database that hangs is answered for within one (reliability.md §3.4 R6), also while
 * the answers of all that waited are given at once.
 */
const STORE_WITHIN_MS = 700

/** The database counts the wait from its own now, a moment after ours. */
const AFTER_HOLD_MS = 10

/** The door, and whether anything that came in by it still waits for what was said before it. */
export interface HeldDoor extends Door {
  /** Resolves when nothing does; for tests. */
  idle(): Promise<void>
}

/**
 * The calls an adapter has into the core (design.md §8). `onReceived` wakes whoever hears the inbox.
 * @param mostHoldMs how long a message waits for what was said before it, at most; default what its platform says
 */
export function doorOf(asked: Asked, onReceived: () => void, mostHoldMs = Number.POSITIVE_INFINITY): HeldDoor {
  const holds = new Set<Promise<void>>()
  // Woken when the wait is over, not at the next look, which may be a quarter of a second away.
  const wakeAfter = (ms: number): void => {
    const { promise, resolve } = Promise.withResolvers<void>()
    holds.add(promise)
    const over = (): void => {
      holds.delete(promise)
      resolve()
      onReceived()
    }
    setTimeout(over, ms + AFTER_HOLD_MS).unref()
  }
  return {
    async receive(raws) {
      if (raws.length === 0) return
      failpoint('after-receive')
      const held = raws.map((raw) =>
        raw.album === undefined ? { ...raw, holdMs: Math.min(raw.holdMs, mostHoldMs) } : raw,
      )
      const facts = { platform: raws[0]?.platform ?? '', events: raws.length }
      await traced('receive', facts, () => storedInTime(asked.store.inbox.receive(held)))
      failpoint('after-inbox-commit')
      const waits = held.map(({ holdMs }) => holdMs)
      // While all of it waits there is nothing to hear.
      if (waits.includes(0)) onReceived()
      const wait = Math.max(...waits)
      if (wait > 0) wakeAfter(wait)
    },
    dropped: (gap) => storedInTime(asked.store.listening.setGap(gap)),
    ask: (question) => answerQuestion(asked, question),
    async idle() {
      while (holds.size > 0) await Promise.all(holds)
    },
  }
}

/** What is stored after all counts when the platform brings it again: its key is in the inbox then. */
async function storedInTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('not stored in time')), STORE_WITHIN_MS)
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}
