import { forgetTicket } from '../acts/forget.ts'
import { DAY_MS } from '../domain/open-hours.ts'
import { keptSince } from '../domain/retention.ts'
import type { Forgetting } from '../ports/forgetting.ts'
import type { Timing } from './index.ts'

/** What is no ticket's any more is kept so long: to look into what went wrong (reliability.md P3). */
const KEPT_MS = 30 * DAY_MS
/** So many a transaction, and a transaction of each kind a run: others get their turn between (`wake.ts` runs on). */
const MOST = 200
const TICKETS = 20

/**
 * What has been kept for long enough is forgotten: what platforms sent, what was said in deliveries, drafts, buttons,
 * files of no message, and everything said in tickets that closed before the desk file's `retention.closedTickets`.
 * Figures stay. Returns how much.
 */
export async function retention({ store, world, files }: Timing, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  const once = (work: (forgetting: Forgetting) => Promise<number>) => store.transaction((unit) => work(unit.forgetting))
  let gone = await once((all) => all.inboxBefore(before, MOST))
  gone += await once((all) => all.deliveriesBefore(before, MOST))
  gone += await once((all) => all.draftsBefore(before, MOST))
  gone += await once((all) => all.buttonsBefore(before, MOST))
  // Bytes before rows: killed between the two, the rows say again which bytes.
  for (const name of await store.transaction((unit) => unit.forgetting.looseBytes(before))) await files?.remove(name)
  gone += await once((all) => all.looseFiles(before, MOST))
  gone += (await files?.removeUnfinished(new Date(now.getTime() - DAY_MS))) ?? 0
  for (const desk of world.desks) {
    const since = keptSince(desk, now)
    const ids = await store.transaction((unit) => unit.forgetting.closedBefore(desk.desk, since, TICKETS))
    for (const id of ids) await forgetTicket({ store, files }, id)
    gone += ids.length
  }
  return gone
}
