import type { World } from '../acts/world.ts'
import { nameOfError } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'
import { assignNew } from './assign-new.ts'
import { channelDigests } from './channel-digests.ts'
import { feedbackTimeouts } from './feedback-timeouts.ts'
import { graceEnds } from './grace-ends.ts'
import { judgeStale } from './judge-stale.ts'
import { slaReminders } from './sla-reminders.ts'
import { wakeSnoozed } from './wake-snoozed.ts'

/** What every timer has at hand. */
export interface Timing {
  store: Store
  world: World
  platforms: Platforms
}

/** One kind of timer: claims what is due at `now`, does it once, says how much. Several processes may run it at once. */
export interface Timer {
  name: string
  everyMs: number
  run(timing: Timing, now: Date): Promise<number>
}

/** The table of contents (design.md §4). */
const timers: readonly Timer[] = [
  { name: 'sla-reminders', everyMs: 1000, run: slaReminders },
  { name: 'channel-digests', everyMs: 1000, run: channelDigests },
  { name: 'feedback-timeouts', everyMs: 1000, run: feedbackTimeouts },
  { name: 'grace-ends', everyMs: 1000, run: graceEnds },
  { name: 'judge-stale', everyMs: 1000, run: judgeStale },
  { name: 'wake-snoozed', everyMs: 1000, run: wakeSnoozed },
  { name: 'assign-new', everyMs: 1000, run: assignNew },
]

/**
 * Runs each timer again and again, never one beside itself. `onDone`: something may be owed now. `stop` begins none
 * any more and resolves when those in hand are done.
 */
export function startTimers(timing: Timing, onDone: () => void): { stop(): Promise<void> } {
  const inHand = new Map<string, Promise<void>>()
  const run = async (timer: Timer): Promise<void> => {
    try {
      // The desk's clock, which the playground may have moved (design.md §8).
      const now = await timing.store.transaction(async (unit) => unit.now)
      if ((await timer.run(timing, now)) > 0) onDone()
    } catch (error) {
      timing.world.log.warn({ timer: timer.name, error: nameOfError(error) }, 'timer-failed')
    } finally {
      inHand.delete(timer.name)
    }
  }
  const clocks = timers.map((timer) =>
    setInterval(() => {
      if (!inHand.has(timer.name)) inHand.set(timer.name, run(timer))
    }, timer.everyMs),
  )
  return {
    async stop() {
      for (const clock of clocks) clearInterval(clock)
      await Promise.all(inHand.values())
    },
  }
}
