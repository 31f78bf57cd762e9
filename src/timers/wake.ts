import type { Dues } from '../ports/dues.ts'
import type { Job } from '../ports/jobs.ts'
import { nameOfError } from '../ports/log.ts'
import type { Timer, Timing } from './index.ts'

/** The timers of one process, woken. */
export interface Timers {
  /** For the job store that wakes one process of all. */
  jobs: readonly Job[]
  /** Everything that is due now, at once: the playground has moved the clock. */
  runAll(): Promise<void>
  /** Begins none any more, and resolves when those in hand are done. */
  stop(): Promise<void>
}

/** Two wakers may call at the same beat: the second finds it done. */
const SAME_BEAT = 0.9

/**
 * Runs each timer in its rhythm by a plain interval, and whenever the job store says so; never one beside itself in one
 * process, and not twice in one beat.
 */
export function startTimers(
  timing: Timing,
  { timers, realNow }: { timers: readonly Timer[]; realNow: () => Date },
): Timers {
  const inHand = new Map<string, Promise<number>>()
  const begunAt = new Map<string, number>()
  const deskIds = timing.world.desks.map(({ desk }) => desk)
  let stopped = false
  let looking: Promise<Dues> | undefined
  /** Timers that beat together look together. */
  const look = (): Promise<Dues> => {
    looking ??= timing.store.dues(deskIds).finally(() => {
      looking = undefined
    })
    return looking
  }

  /** Resolves with how much it did. */
  const run = async (timer: Timer): Promise<number> => {
    let since = realNow().getTime()
    let all = 0
    try {
      // While it was at it more may have come due: under load the next beat would come to it late.
      for (let done = 1; done > 0 && !stopped; ) {
        since = realNow().getTime()
        const { now, due } = await look()
        const isDue = timer.waitsFor === undefined || due.has(timer.waitsFor)
        done = isDue ? await timer.run(timing, now) : 0
        timing.counting?.timed(timer.name, realNow().getTime() - since, done)
        all += done
      }
    } catch (error) {
      timing.counting?.timed(timer.name, realNow().getTime() - since, 'failed')
      timing.world.log.warn({ timer: timer.name, error: nameOfError(error) }, 'timer-failed')
    } finally {
      inHand.delete(timer.name)
    }
    return all
  }
  const begin = (timer: Timer): Promise<number> => {
    const running = inHand.get(timer.name)
    if (running || stopped) return running ?? Promise.resolve(0)
    begunAt.set(timer.name, realNow().getTime())
    const begun = run(timer)
    inHand.set(timer.name, begun)
    return begun
  }
  const beat = async (timer: Timer): Promise<void> => {
    const since = realNow().getTime() - (begunAt.get(timer.name) ?? Number.NEGATIVE_INFINITY)
    // A clock that stepped back must not silence it.
    if (since < 0 || since >= timer.everyMs * SAME_BEAT) await begin(timer)
  }
  const clocks = timers.map((timer) => setInterval(() => void beat(timer), timer.everyMs))
  return {
    jobs: timers.map((timer) => ({ name: timer.name, everyMs: timer.everyMs, run: () => beat(timer) })),
    async runAll() {
      // One that is in hand may have read the hour before it was moved.
      await Promise.all(inHand.values())
      // A ticket that is due twice over is had by one timer first: the other finds it at the next pass.
      while (!stopped && (await Promise.all(timers.map(begin))).some((done) => done > 0));
    },
    async stop() {
      stopped = true
      for (const clock of clocks) clearInterval(clock)
      await Promise.all(inHand.values())
    },
  }
}
