import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import { createTimeout } from 'retry'
import { factsOf, isTokenRefused } from './fault.ts'
import type { Log } from './log.ts'

/** Waits, or returns at once when the signal falls. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** How long to keep still after the n-th failure in a row (0 the first), ms: Telegram's own word, else doubled with jitter up to 30 s. */
export function backoffMs(error: unknown, failures: number): number {
  if (error instanceof GrammyError && error.parameters.retry_after !== undefined) {
    return error.parameters.retry_after * 1000
  }
  return createTimeout(failures, { minTimeout: 300, factor: 2, maxTimeout: 30_000, randomize: true })
}

/** Asks until there is an answer. Rejects where Telegram refuses the token, and when the signal falls. */
export async function untilAnswered<T>(ask: () => Promise<T>, log: Log, signal: AbortSignal): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    signal.throwIfAborted()
    try {
      return await ask()
    } catch (error) {
      if (isTokenRefused(error)) throw error
      log.warn({ ...factsOf(error), failures: failures + 1 }, 'telegram-not-reached')
      await pause(backoffMs(error, failures), signal)
    }
  }
}
