import type { CalendarVersion, Hours } from '../domain/calendar.ts'
import type { Calendar } from '../domain/desk/calendars.ts'
import type { Policy } from '../domain/policy.ts'
import type { Rulebook } from '../ports/promises.ts'
import { sameJson } from '../ports/same-json.ts'
import type { Db } from './orm.ts'

/** Policies never change once kept: each is read once by a process. */
const policies = new Map<string, Policy>()

/** One object for the same hours, however often they are read: what is worked out of them is kept with it. */
const calendars = new Map<string, Calendar>()

function oneOf(body: Calendar): Calendar {
  const said = JSON.stringify(body)
  const calendar = calendars.get(said) ?? body
  calendars.set(said, calendar)
  return calendar
}

/** What a store has read of calendars, by desk, and how many versions there were in all when it did. */
export type CalendarsRead = Map<string, { versions: number; hours: ReadonlyMap<string, Hours> }>

/**
 * Versions are only ever added: while there are as many as before, what was read of them holds, whichever process added
 * the last. `versions`: how many there were when the transaction began.
 * @see Rulebook
 */
export function rulebookOf(db: Db, now: Date, read: CalendarsRead, versions: number): Rulebook {
  // What this transaction keeps is seen by nobody else before it is over.
  let keeps = false
  return {
    async policy(id) {
      const kept = policies.get(id)
      if (kept) return kept
      const row = await db.selectFrom('policy').select('body').where('id', '=', id).executeTakeFirst()
      if (row) policies.set(id, row.body)
      return row?.body
    },
    async hours(deskId) {
      const known = read.get(deskId)
      if (known?.versions === versions && !keeps) return known.hours
      const rows = await versionsOf(db, deskId)
      const hours = new Map<string, CalendarVersion[]>()
      for (const { calendar, from, body } of rows) {
        const before = hours.get(calendar) ?? []
        hours.set(calendar, [...before, { from: from?.getTime() ?? null, calendar: oneOf(body) }])
      }
      if (!keeps) read.set(deskId, { versions, hours })
      return hours
    },
    async keep(desk, at) {
      keeps = true
      // Of two replicas that start together the second waits here, and finds it kept.
      await db.selectFrom('clock').select('id').where('id', '=', 1).forUpdate().execute()
      await db
        .insertInto('policy')
        .values({ id: desk.policyId, deskId: desk.id, body: desk.policy, keptAt: now })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      let changed = await keepTiming(db, desk, at)
      const kept = await versionsOf(db, desk.id)
      for (const [calendar, body] of Object.entries(desk.calendars)) {
        const last = kept.findLast((version) => version.calendar === calendar)
        if (last && sameJson(last.body, body)) continue
        changed ||= last !== undefined
        await db
          .insertInto('calendar_version')
          .values({ deskId: desk.id, calendar, version: (last?.version ?? 0) + 1, from: last ? at : null, body })
          .execute()
      }
      return changed
    },
    async keepZoneRules(version) {
      const clock = await db.selectFrom('clock').select('zoneRules').where('id', '=', 1).forUpdate().executeTakeFirst()
      if (clock?.zoneRules === version) return false
      await db.updateTable('clock').set({ zoneRules: version }).where('id', '=', 1).execute()
      return clock?.zoneRules !== null
    },
    async markStale(deskId) {
      await db
        .updateTable('ticket')
        .set({ stale: true })
        .where('deskId', '=', deskId)
        .where('stage', '!=', 'closed')
        .execute()
    },
  }
}

/** So long after an edit other processes may still have gone by the file as it was: whoever starts within it starts the last of them anew. */
const REPLACED_WITHIN_MS = 3_600_000

/** True: those lines say something else than tickets there are may have been judged by. */
async function keepTiming(
  db: Db,
  { id: deskId, timingId: linesId }: { id: string; timingId: string },
  at: Date,
): Promise<boolean> {
  const kept = await db.selectFrom('timing').selectAll().where('deskId', '=', deskId).executeTakeFirst()
  if (!kept) {
    await db.insertInto('timing').values({ deskId, linesId, changedAt: null }).execute()
    return false
  }
  if (kept.linesId === linesId) {
    return kept.changedAt !== null && at.getTime() - kept.changedAt.getTime() < REPLACED_WITHIN_MS
  }
  await db.updateTable('timing').set({ linesId, changedAt: at }).where('deskId', '=', deskId).execute()
  return true
}

const versionsOf = (db: Db, deskId: string) =>
  db
    .selectFrom('calendar_version')
    .selectAll()
    .where('deskId', '=', deskId)
    .orderBy('calendar')
    .orderBy('version')
    .execute()
