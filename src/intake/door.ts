import type { Door } from '../adapter.ts'
import { failpoint } from '../ports/failpoint.ts'
import { traced } from '../ports/tracing.ts'
import { type Asked, answerQuestion } from './ask.ts'

/** Slack waits 3 s and comes again: a database that hangs is answered for before that (reliability.md §3.4 R6). */
const STORE_WITHIN_MS = 800

/** The database counts the wait from its own now, a moment after ours. */
const AFTER_HOLD_MS = 10

/**
 * The two calls an adapter has into the core (design.md §8). `onReceived` wakes whoever hears the inbox.
 * @param holdMs how long a message waits for what was said before it; default what its platform says
 */
export function doorOf(asked: Asked, onReceived: () => void, holdMs?: number): Door {
  return {
    async receive(raws) {
      if (raws.length === 0) return
      failpoint('after-receive')
      const held = holdMs === undefined ? raws : raws.map((raw) => (raw.album === undefined ? { ...raw, holdMs } : raw))
      const facts = { platform: raws[0]?.platform ?? '', events: raws.length }
      await traced('receive', facts, () => within(STORE_WITHIN_MS, asked.store.inbox.receive(held)))
      failpoint('after-inbox-commit')
      onReceived()
      // Not at the next look, which may be a quarter of a second away: when its wait is over.
      const wait = Math.max(...held.map((raw) => raw.holdMs))
      if (wait > 0) setTimeout(onReceived, wait + AFTER_HOLD_MS).unref()
    },
    dropped: (gap) => within(STORE_WITHIN_MS, asked.store.listening.setGap(gap)),
    ask: (question) => answerQuestion(asked, question),
  }
}

/** What is stored after all counts when the platform brings it again: its key is in the inbox then. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('not stored in time')), ms)
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}
