import type { Log } from './ports/log.ts'
import type { Store } from './ports/store.ts'

/** A process that has not renewed its lease for so long is dead, and its half-sent deliveries are looked up. */
export const LEASE_MS = 4_000

/** This process's lease. */
export interface Alive {
  /**
   * Whether others' leases that ran out mean anything: where the database was away, theirs have run out like ours, and each
   * has as long as a lease to say that it lives.
   */
  judges(): boolean
  stop(): Promise<void>
}

/** This process is alive as long as it says so. */
export async function keepAlive(store: Pick<Store, 'leases'>, holder: string, log: Log): Promise<Alive> {
  const name = `process:${holder}`
  await store.leases.hold(name, holder, LEASE_MS)
  let heldAt = performance.now()
  let judgesFrom = heldAt
  const renew = async (): Promise<void> => {
    try {
      await store.leases.hold(name, holder, LEASE_MS)
    } catch {
      log.warn({}, 'lease-not-renewed')
      return
    }
    const now = performance.now()
    if (now - heldAt > LEASE_MS) judgesFrom = now + LEASE_MS
    heldAt = now
  }
  const timer = setInterval(() => void renew(), LEASE_MS / 4)
  return {
    judges() {
      const now = performance.now()
      return now - heldAt <= LEASE_MS && now >= judgesFrom
    },
    async stop() {
      clearInterval(timer)
      await store.leases.release(name, holder).catch(() => {})
    },
  }
}
