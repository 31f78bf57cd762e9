import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../domain/person.ts'
import type { Sight } from '../ports/search.ts'
import type { Db } from './orm.ts'

/** So many of each range are looked through. A word that is in one message of fifty is found 200 times within them. */
export const MOST_LOOKED = 1000

/** Tickets that lie together in an index, and by what it has the newest last. */
interface Range {
  where: RawBuilder<unknown>
  by: RawBuilder<unknown>
}

const newest = sql`coalesce(last_message_at, opened_at)`

/**
 * The newest tickets somebody may look in, after so many and so many of each range, by an index of its own: id, words, and
 * how new (`newest`).
 */
export function candidates(sight: Sight, after: number, looked: number): RawBuilder<unknown> {
  const each = rangesOf(sight).map(
    ({ where, by }) =>
      sql`(select id, words, ${newest} as newest from ticket where ${where} order by ${by} desc offset ${after} limit ${looked})`,
  )
  return sql.join(each, sql` union all `)
}

/** Whether there are more than these. */
export async function leavesSomeOut(db: Db, sight: Sight, looked: number): Promise<boolean> {
  const each = rangesOf(sight).map(({ where }) => sql`exists (select from ticket where ${where} offset ${looked})`)
  const { rows } = await sql<{ more: boolean }>`select ${sql.join(each, sql` or `)} as more`.execute(db)
  return rows[0]?.more ?? false
}

function rangesOf(sight: Sight): Range[] {
  // By the day first, of which there is an index: of a day as many as were heard on it are put in order.
  if ('agentOf' in sight) {
    return sight.agentOf.map((desk) => ({ where: sql`desk_id = ${desk}`, by: sql`heard_on desc, ${newest}` }))
  }
  if ('watcher' in sight) return [{ where: readsAlong(sight.watcher), by: newest }]
  const whose =
    'requester' in sight
      ? sql`requester_id = ${sight.requester}`
      : sql`organisation_id = ${sight.organisation} and private_to is null`
  return [
    { where: sql`${whose} and stage <> 'closed'`, by: sql`opened_at` },
    { where: sql`${whose} and stage = 'closed'`, by: sql`closed_at` },
  ]
}

/**
 * In the tickets with this watcher, by the index of those, whose place for them is open. That is a scalar and not `exists`:
 * places have no index by person (`OF_WATCHER`).
 */
export function readsAlong(person: PersonId): RawBuilder<boolean> {
  return sql<boolean>`(watchers <> '[]' and watchers @> jsonb_build_array(${person}::uuid)
    and (select true from place where place.ticket_id = ticket.id and place.side = 'requester'
      and place.person_id = ${person} and place.open limit 1))`
}
