import type { Door } from '../adapter.ts'
import { failpoint } from '../ports/failpoint.ts'
import type { Received } from '../ports/inbox.ts'
import { traced } from '../ports/tracing.ts'
import { type Asked, answerQuestion } from './ask.ts'
import type { ToHear } from './worker.ts'

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
 * The calls an adapter has into the core (design.md §8). `onReceived` tells whoever hears the inbox: of all that is ready
 * at once, of what waits for what was said before it when that wait is over.
 * @param mostHoldMs how long a message waits for what was said before it, at most; default what its platform says
 */
export function doorOf(
  asked: Asked,
  onReceived: (what: ToHear) => void,
  mostHoldMs = Number.POSITIVE_INFINITY,
): HeldDoor {
  const holds = new Set<Promise<void>>()
  // Told when the wait is over, not at the next look, which may be a quarter of a second away.
  const tellAfter = (ms: number, behind: string[]): void => {
    const { promise, resolve } = Promise.withResolvers<void>()
    holds.add(promise)
    const over = (): void => {
      holds.delete(promise)
      resolve()
      onReceived({ heads: [], behind })
    }
    setTimeout(over, ms + AFTER_HOLD_MS).unref()
  }
  const tell = ({ heads, behind, held }: Received, waitMs: number): void => {
    // While all of it waits there is nothing to hear.
    if (heads.length > 0 || behind.length > 0) onReceived({ heads, behind })
    if (held.length > 0) tellAfter(waitMs, held)
  }
  return {
    async receive(raws) {
      if (raws.length === 0) return
      failpoint('after-receive')
      const held = raws.map((raw) =>
        raw.album === undefined ? { ...raw, holdMs: Math.min(raw.holdMs, mostHoldMs) } : raw,
      )
      const facts = { platform: raws[0]?.platform ?? '', events: raws.length }
      const stored = asked.store.inbox.receive(held).then((received) => {
        failpoint('after-inbox-commit')
        tell(received, Math.max(...held.map(({ holdMs }) => holdMs)))
      })
      await traced('receive', facts, () => storedInTime(stored))
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
