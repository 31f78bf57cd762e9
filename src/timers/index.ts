import type { World } from '../acts/world.ts'
import type { Counting } from '../ports/counting.ts'
import type { Due } from '../ports/dues.ts'
import type { Files } from '../ports/files.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Store } from '../ports/store.ts'
import { assignNew } from './assign-new.ts'
import { auditClocks } from './audit-clocks.ts'
import { channelDigests } from './channel-digests.ts'
import { feedbackTimeouts } from './feedback-timeouts.ts'
import { goneAgents } from './gone-agents.ts'
import { graceEnds } from './grace-ends.ts'
import { judgeStale } from './judge-stale.ts'
import { followChats } from './moved-chats.ts'
import { ratingRequests } from './rating-requests.ts'
import { fallenReceipts, heldUp, waitingReceipts } from './receipts.ts'
import { refusedPlaces } from './refused-places.ts'
import { retention } from './retention.ts'
import { slaReminders } from './sla-reminders.ts'
import { findStrangers } from './strangers.ts'
import { findUndelivered } from './undelivered.ts'
import { wakeSnoozed } from './wake-snoozed.ts'
import { weeklyDigest } from './weekly-digest.ts'

/** What every timer has at hand. */
export interface Timing {
  store: Store
  world: World
  platforms: Platforms
  /** Absent: bytes are not touched. */
  files?: Pick<Files, 'remove' | 'removeUnfinished'> | undefined
  counting?: Pick<Counting, 'timed' | 'putOff'> | undefined
}

/** One kind of timer: claims what is due at `now`, does it once, says how much. Several processes may run it at once. */
export interface Timer {
  name: string
  everyMs: number
  /** It has something to do only where this may be due; without it, it runs at every beat. */
  waitsFor?: Due
  run(timing: Timing, now: Date): Promise<number>
}

/** The table of contents (design.md §4): name, rhythm, what it waits for, what it does. */
export const timers: readonly Timer[] = [
  { name: 'sla-reminders', everyMs: 1000, waitsFor: 'slaAt', run: slaReminders },
  { name: 'channel-digests', everyMs: 1000, waitsFor: 'digest', run: channelDigests },
  { name: 'feedback-timeouts', everyMs: 1000, waitsFor: 'silenceAt', run: feedbackTimeouts },
  { name: 'rating-requests', everyMs: 1000, waitsFor: 'ratingAt', run: ratingRequests },
  { name: 'grace-ends', everyMs: 1000, waitsFor: 'closesAt', run: graceEnds },
  { name: 'audit-clocks', everyMs: 3_600_000, run: auditClocks },
  { name: 'judge-stale', everyMs: 1000, waitsFor: 'stale', run: judgeStale },
  { name: 'undelivered', everyMs: 60_000, run: findUndelivered },
  { name: 'refused-places', everyMs: 60_000, run: refusedPlaces },
  { name: 'weekly-digest', everyMs: 60_000, run: weeklyDigest },
  { name: 'wake-snoozed', everyMs: 1000, waitsFor: 'snoozedUntil', run: wakeSnoozed },
  { name: 'assign-new', everyMs: 1000, run: assignNew },
  { name: 'gone-agents', everyMs: 180_000, run: goneAgents },
  { name: 'waiting-receipts', everyMs: 1000, waitsFor: 'owed-long', run: waitingReceipts },
  { name: 'fallen-receipts', everyMs: 10_000, run: fallenReceipts },
  { name: 'strangers', everyMs: 60_000, run: findStrangers },
  { name: 'moved-chats', everyMs: 5_000, run: followChats },
  { name: 'held-up', everyMs: 1000, waitsFor: 'owed-long', run: heldUp },
  { name: 'retention', everyMs: 3_600_000, run: retention },
]
