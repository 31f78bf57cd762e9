import { hoursNow } from '../acts/promises.ts'
import { gatherReport, reportSentences } from '../acts/report.ts'
import { isShared } from '../acts/shared-channels.ts'
import { addressOf } from '../acts/world.ts'
import { nextOpening } from '../domain/calendar.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { languageFor } from '../domain/desk/questions.ts'
import { DAY_MS } from '../domain/open-hours.ts'
import { weekOf } from '../domain/week.ts'
import { ranks } from '../ports/store.ts'
import type { Timing } from './index.ts'

/** A desk whose process did not run then is not told days later. */
const LATEST_MS = DAY_MS

/** On Monday at 9 by each desk's clock, or when it opens after, its channel is told how the week before was; once. Returns how many were. */
export async function weeklyDigest({ store, world }: Timing, now: Date): Promise<number> {
  let told = 0
  for (const desk of world.desks) {
    const { monday, from, to, due } = weekOf(now, desk.zone)
    const at = openingAfter(desk, due.getTime())
    if (at === undefined || now.getTime() < at || now.getTime() >= at + LATEST_MS) continue
    const done = await store.transaction(async (unit) => {
      const channel = addressOf(world, desk.triage)
      if (!channel || isShared(world, channel) || !(await unit.reports.tellWeek(desk.desk, monday))) return false
      const language = languageFor(desk, undefined)
      const report = await gatherReport(unit, world, [desk], { from: from.getTime(), to: to.getTime() }, language)
      const { opened, resolved, backlog } = report.all
      // A desk nobody asked anything needs no figures, nor does one that has begun since.
      const begunSince = report.firstOpenedAt === null || report.firstOpenedAt >= to
      if (begunSince || opened + resolved + backlog === 0) return false
      await unit.deliveries.owe([
        {
          id: world.ids.uuid(),
          ticketId: null,
          to: channel,
          class: 'must-not-double',
          rank: ranks.digest,
          act: 'post',
          content: { language, body: reportSentences(report, desk.zone), internal: 'said' },
        },
      ])
      return true
    })
    if (done) told += 1
  }
  return told
}

/** When the desk is there, by the calendar of its usual plan. */
function openingAfter(desk: Desk, at: number): number | undefined {
  const calendar = desk.plans[desk.defaultPlan]?.calendar
  return calendar === undefined ? at : nextOpening(hoursNow(desk, calendar), at)
}
