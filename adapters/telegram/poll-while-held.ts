import { factsOf } from './fault.ts'
import type { Log } from './log.ts'
import { pause } from './pause.ts'

/** Says which of several processes may poll: Telegram allows one (platforms.md §B2, 409). */
export interface Lease {
  /** True while this process may poll; asked every few seconds, which renews it. Rejecting counts as no. */
  hold(name: string): Promise<boolean>
  release(name: string): Promise<void>
}

const RENEW_MS = 2_000

/** Runs `poll` whenever the lease is ours, aborts it when it is not any more, until the signal falls. */
export async function pollWhileHeld(
  lease: Lease,
  name: string,
  poll: (signal: AbortSignal) => Promise<void>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const isOurs = () => heldNow(lease, name, log)
  while (!signal.aborted) {
    if (await isOurs()) {
      log.info({ lease: name }, 'telegram-lease-held')
      const lost = new AbortController()
      const polling = poll(AbortSignal.any([signal, lost.signal]))
      do await pause(RENEW_MS, signal)
      while (!signal.aborted && (await isOurs()))
      lost.abort()
      await polling
      log.info({ lease: name }, 'telegram-lease-left')
    } else {
      await pause(RENEW_MS, signal)
    }
  }
  await lease.release(name).catch((error: unknown) => log.warn(factsOf(error), 'telegram-lease-not-released'))
}

async function heldNow(lease: Lease, name: string, log: Log): Promise<boolean> {
  try {
    return await lease.hold(name)
  } catch (error) {
    log.warn(factsOf(error), 'telegram-lease-unknown')
    return false
  }
}
