import { createTimeout } from 'retry'
import type { Delivered } from '../adapter.ts'
import type { Claimed } from '../ports/lanes.ts'
import { oweReceipt } from './receipt.ts'
import type { Settling } from './settle.ts'

/** A delivery under way, with what its claim knows of it. */
export type Sending = Settling & Pick<Claimed, 'troubled'> & { side: Claimed['side'] | undefined }

/** About seven seconds altogether: as long as a stop may take. */
const MARK_AGAIN = 7

/**
 * The platform has it. While the database is away only this process knows that: it says so as soon as it can, for what
 * nobody wrote down is sent again, and Telegram cannot be asked about it. Resolves with whether more may be owed now.
 */
export async function markSent(settling: Sending, delivered: Delivered, plain = false): Promise<boolean> {
  const { row, platform, log, counting } = settling
  for (let tries = 0; ; tries++) {
    try {
      const { at, more } = plain
        ? await settling.store.lanes.sentPlainly(row, delivered)
        : { at: await mark(settling, delivered), more: true }
      counting?.delivered({ platform, act: row.act, end: 'sent' }, at.getTime() - row.owedAt.getTime())
      return more
    } catch (error) {
      if (tries >= MARK_AGAIN) throw error
      log.warn({ delivery: row.id, platform, tries: tries + 1 }, 'not-marked-yet')
      const waitMs = createTimeout(tries, { minTimeout: 100, maxTimeout: 2_000, factor: 2 })
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

async function mark({ store, row, uuid, side }: Sending, delivered: Delivered): Promise<Date> {
  return store.transaction(async (unit) => {
    // The try before may have got through without our hearing of it, and the lane may be another's now.
    const stored = await unit.deliveries.byId(row.id)
    if (stored?.state === 'sending') {
      await unit.deliveries.sent(row, delivered)
      // What agents read of each other bears no receipt: nobody need be asked about it.
      if (side !== 'triage') await oweReceipt(unit, uuid, row)
    }
    return unit.now
  })
}
