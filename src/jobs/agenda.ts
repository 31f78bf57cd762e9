import { setTimeout as sleep } from 'node:timers/promises'
import { Agenda, type AgendaBackend } from 'agenda'
import type { Counting } from '../ports/counting.ts'
import type { Job, JobStore } from '../ports/jobs.ts'
import { type Log, nameOfError } from '../ports/log.ts'

/** Where Agenda keeps its jobs, connected. */
export interface Shelf {
  backend: AgendaBackend
  /** Names of the jobs that are there and will run. Rejects where the store does not answer. */
  names(): Promise<string[]>
  /** What this process holds is free for the others. */
  release(holder: string): Promise<void>
  close(): Promise<void>
}

/**
 * How often Agenda looks for jobs that are due in the stretch until its next look: a statement a job. Every process runs
 * its timers by plain intervals too, so nothing is late for it; looking each second was two thirds of what an idle desk
 * asked its database.
 */
const PROCESS_EVERY_MS = 5_000
/** A process that was killed while it ran a job keeps it from the others for so long (stack.md §4). */
const LOCK_LIFETIME_MS = 10_000
/** How often the store is asked whether it is there, with all its jobs. */
const LOOK_EVERY_MS = 5_000
const DRAIN_MS = 8_000
/** All of it, also where the store says nothing any more (ms). */
const STOPS_WITHIN_MS = DRAIN_MS + 1_000

/**
 * Agenda, one recurring job for each of these. It comes and goes with its store and never ends the process: every
 * error is heard here, the store is connected before Agenda is made (its constructor rejects where nobody listens,
 * stack.md §4 P8), jobs that are gone are declared again.
 */
export function startAgenda(options: {
  /** Connects; rejects where the store is not there. */
  open: () => Promise<Shelf>
  jobs: readonly Job[]
  holder: string
  log: Log
  counting?: Pick<Counting, 'jobStore'> | undefined
  /** Default `PROCESS_EVERY_MS` and `LOOK_EVERY_MS`; tests wait less. */
  processEveryMs?: number | undefined
  lookEveryMs?: number | undefined
}): JobStore {
  const { open, jobs, holder, log, counting } = options
  const { processEveryMs = PROCESS_EVERY_MS, lookEveryMs = LOOK_EVERY_MS } = options
  const stopping = new AbortController()
  let up: boolean | undefined
  let running: { agenda: Agenda; shelf: Shelf } | undefined

  const told = (now: boolean, error?: unknown): void => {
    if (up === now) return
    if (now) log.info({}, 'job-store-up')
    else log.warn({ error: nameOfError(error) }, 'job-store-down')
    up = now
    counting?.jobStore(now)
  }

  const look = async (): Promise<void> => {
    try {
      running ??= await begin(await open(), processEveryMs, options)
      await declare(running, jobs)
      told(true)
    } catch (error) {
      told(false, error)
    }
  }
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      await look()
      await sleep(lookEveryMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  })()

  const letGo = async (): Promise<void> => {
    await looking
    if (!running) return
    const { agenda, shelf } = running
    await Promise.race([agenda.drain(DRAIN_MS).catch(() => {}), sleep(DRAIN_MS, undefined, { ref: false })])
    await shelf.release(holder).catch(() => {})
    await shelf.close().catch(() => {})
  }

  return {
    get up() {
      return up
    },
    async stop() {
      stopping.abort()
      // A store that is away, or hangs, must not keep the process.
      await Promise.race([letGo(), sleep(STOPS_WITHIN_MS, undefined, { ref: false })])
    },
  }
}

/** Jobs that are not there are declared, unless another process does so at the same moment. */
async function declare({ agenda, shelf }: { agenda: Agenda; shelf: Shelf }, jobs: readonly Job[]): Promise<void> {
  const there = new Set(await shelf.names())
  for (const { name, everyMs } of jobs.filter((job) => !there.has(job.name))) {
    try {
      await agenda.every(everyMs, name)
    } catch (error) {
      if (!(await shelf.names()).includes(name)) throw error
    }
  }
}

/**
 * Agenda gives a job back that it does not begin, and listens to nothing that comes of it (`JobProcessor`, twice): where
 * the store hangs at that moment an unheard rejection ends the process. The lock runs out by itself.
 */
function hearUnlocking({ backend: { repository } }: Shelf, log: Log): void {
  const unlock = repository.unlockJob.bind(repository)
  repository.unlockJob = (job) =>
    unlock(job).catch((error: unknown) => log.warn({ error: nameOfError(error) }, 'agenda-job-not-unlocked'))
}

async function begin(
  shelf: Shelf,
  processEvery: number,
  { jobs, holder, log }: { jobs: readonly Job[]; holder: string; log: Log },
) {
  hearUnlocking(shelf, log)
  const agenda = new Agenda({
    backend: shelf.backend,
    name: holder,
    processEvery,
    defaultConcurrency: 1,
    defaultLockLifetime: LOCK_LIFETIME_MS,
    // More would be taken from the others and only wait here (stack.md §4).
    defaultLockLimit: 1,
  })
  agenda.on('error', (error) => log.warn({ error: nameOfError(error) }, 'agenda-error'))
  for (const job of jobs) agenda.define(job.name, () => job.run())
  try {
    await agenda.ready
    await agenda.start()
  } catch (error) {
    await shelf.close().catch(() => {})
    throw error
  }
  return { agenda, shelf }
}
