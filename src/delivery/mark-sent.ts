import { createTimeout } from 'retry'
import type { Delivered } from '../adapter.ts'
import type { Claimed } from '../ports/lanes.ts'
import { type Log, nameOfError } from '../ports/log.ts'
import { tellStaysBehind } from './late-files.ts'
import { oweReceipt } from './receipt.ts'
import type { Settling } from './settle.ts'

/** What those that send at one time know of the process. */
export interface Underway {
  /** The database takes nothing now, and there is time to wait until it does. */
  mayWait: () => boolean
  /** Says seldom what stays (`seldom`). */
  warn: Log['warn']
}

/** A delivery under way, with what its claim knows of it. */
export type Sending = Settling & Underway & Pick<Claimed, 'troubled'> & { side: Claimed['side'] | undefined }

/** About seven seconds altogether: as long as a stop may take, and as it takes to know that the database is away. */
const MARK_AGAIN = 7

/**
 * The platform has it. While the database is away only this process knows that: it says so as soon as it can, however long
 * that takes, for what nobody wrote down is sent again, and Telegram cannot be asked about it. A database that is there and
 * does not take this one is another matter. Resolves with whether more may be owed now.
 */
export async function markSent(settling: Sending, delivered: Delivered, plain = false): Promise<boolean> {
  const { row, platform, counting, mayWait, warn } = settling
  let refused = 0
  for (let tries = 0; ; tries++) {
    try {
      const { at, more } = plain
        ? await settling.store.lanes.sentPlainly(row, delivered)
        : { at: await mark(settling, delivered), more: true }
      counting?.delivered({ platform, act: row.act, end: 'sent' }, at.getTime() - row.owedAt.getTime())
      return more
    } catch (error) {
      if (refused >= MARK_AGAIN) throw error
      warn({ delivery: row.id, platform, error: nameOfError(error) }, 'not-marked-yet')
      const waitMs = createTimeout(tries, { minTimeout: 100, maxTimeout: 2_000, factor: 2 })
      if (!mayWait()) refused += 1
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

async function mark(settling: Sending, delivered: Delivered): Promise<Date> {
  const { store, row, uuid, side } = settling
  return store.transaction(async (unit) => {
    // The try before may have got through without our hearing of it, and the lane may be another's now.
    const stored = await unit.deliveries.byId(row.id)
    if (stored?.state === 'sending') {
      await unit.deliveries.sent(row, delivered)
      // What agents read of each other bears no receipt: nobody need be asked about it.
      if (side !== 'triage') {
        await oweReceipt(unit, uuid, row)
        await tellStaysBehind(settling, unit, stored)
      }
    }
    return unit.now
  })
}
