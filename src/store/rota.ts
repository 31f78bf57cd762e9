import { sql } from 'kysely'
import type { Rota } from '../ports/rota.ts'
import type { Db } from './orm.ts'

/** Any number of our own: it keeps these locks apart from others. */
const ROTA_LOCK = 7_260_002

/** @see Rota */
export function rotaOf(db: Db, now: Date): Rota {
  return {
    async hold(deskId) {
      await sql`select pg_advisory_xact_lock(${ROTA_LOCK}, hashtext(${deskId}))`.execute(db)
    },
    async of(deskId, people) {
      if (people.length === 0) return new Map()
      const turns = await db
        .selectFrom('rota')
        .select(['personId', 'lastAt'])
        .where('deskId', '=', deskId)
        .where('personId', 'in', [...people])
        .execute()
      const loads = await db
        .selectFrom('ticket')
        .select((select) => ['assigneeId', select.fn.countAll().as('tickets')])
        .where('deskId', '=', deskId)
        .where('assigneeId', 'in', [...people])
        .where('stage', 'not in', ['resolved', 'closed'])
        .groupBy('assigneeId')
        .execute()
      const lastAt = new Map(turns.map((turn) => [turn.personId, turn.lastAt]))
      const load = new Map(loads.map(({ assigneeId, tickets }) => [assigneeId, Number(tickets)]))
      return new Map(people.map((person) => [person, { load: load.get(person) ?? 0, lastAt: lastAt.get(person) }]))
    },
    async given(deskId, personId) {
      await db
        .insertInto('rota')
        .values({ deskId, personId, lastAt: now })
        .onConflict((conflict) => conflict.columns(['deskId', 'personId']).doUpdateSet({ lastAt: now }))
        .execute()
    },
  }
}
