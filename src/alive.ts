import type { Log } from './ports/log.ts'
import type { Store } from './ports/store.ts'

/** A process that has not renewed its lease for so long is dead, and its half-sent deliveries are looked up. */
export const LEASE_MS = 4_000
/** How often it is renewed in that time. */
const BEATS = 4

/** Who wants to know whether the database is there. */
interface Pulse {
  /** It was not: what comes back may be another one. */
  missed(): void
  renewed(): void
}

/** This process's lease. */
export interface Alive {
  /** Whether the lease runs: the database does not only answer, it takes what is written. */
  runs(): boolean
  /**
   * Whether others' leases that ran out mean anything: where the database was away, theirs have run out like ours, and each
   * has as long as a lease to say that it lives.
   */
  judges(): boolean
  stop(): Promise<void>
}

/** This process is alive as long as it says so. */
export async function keepAlive(store: Pick<Store, 'leases'>, holder: string, log: Log, pulse: Pulse): Promise<Alive> {
  const name = `process:${holder}`
  await store.leases.hold(name, holder, LEASE_MS)
  /** Since it was renewed last: counted, for clocks jump. */
  let beats = 0
  /** How often it has been renewed since it had run out. */
  let steady = BEATS
  const renew = async (): Promise<void> => {
    beats += 1
    // A database that hangs says nothing at all.
    if (beats > BEATS) pulse.missed()
    try {
      await store.leases.hold(name, holder, LEASE_MS)
      steady = beats > BEATS ? 0 : steady + 1
      beats = 0
      pulse.renewed()
    } catch {
      log.warn({}, 'lease-not-renewed')
      pulse.missed()
    }
  }
  const timer = setInterval(() => void renew(), LEASE_MS / BEATS)
  const runs = () => beats <= BEATS
  return {
    runs,
    judges: () => runs() && steady >= BEATS,
    async stop() {
      clearInterval(timer)
      await store.leases.release(name, holder).catch(() => {})
    },
  }
}
