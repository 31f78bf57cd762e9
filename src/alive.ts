import type { Log } from './ports/log.ts'
import type { Store } from './ports/store.ts'

/** A process that has not renewed its lease for so long is dead, and its half-sent deliveries are looked up. */
export const LEASE_MS = 4_000

/** This process is alive as long as it says so. */
export async function keepAlive(store: Store, holder: string, log: Log): Promise<() => Promise<void>> {
  const name = `process:${holder}`
  await store.leases.hold(name, holder, LEASE_MS)
  const renew = (): void => {
    store.leases.hold(name, holder, LEASE_MS).catch(() => log.warn({}, 'lease-not-renewed'))
  }
  const timer = setInterval(renew, LEASE_MS / 4)
  return async () => {
    clearInterval(timer)
    await store.leases.release(name, holder).catch(() => {})
  }
}
