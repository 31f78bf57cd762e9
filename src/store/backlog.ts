import { sql } from 'kysely'
import type { Backlog } from '../ports/backlog.ts'
import { SLOWED } from './inbox.ts'
import type { Missing } from './missing.ts'
import type { Db } from './orm.ts'

/**
 * The figures of `Backlog`, by a few small queries.
 * @param missing as it was looked up last; `now` the desk's clock, which stamped the rows; `realNow` that of lanes and
 *   ids (design.md §8); `deskIds` desks of the files: nobody keeps what others' tickets are due for
 */
export async function backlogOf(
  db: Db,
  missing: Missing,
  { now, realNow }: { now: Date; realNow: Date },
  { holder, deskIds }: { holder: string; deskIds: readonly string[] },
): Promise<Backlog> {
  const [inbox, lanes, parked, due, copies, breaches, leases] = await Promise.all([
    inboxOf(db, now),
    lanesOf(db, now),
    parkedOf(db, realNow),
    overdueOf(db, now, deskIds),
    missing(db, now, realNow),
    breachesOf(db, now),
    leasesOf(db, holder),
  ])
  return { inbox, lanes, parked, due, missing: copies, breaches, leases }
}

/** What is slowed waits on purpose, and so does what was said after it in the same lane. */
async function inboxOf(db: Db, now: Date): Promise<Backlog['inbox']> {
  const { rows } = await sql<Backlog['inbox'][number]>`
    select platform,
      count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'parked')::int as parked,
      greatest(0, extract(epoch from ${now}::timestamptz - min(since) filter (where state = 'waiting')))::float8
        as "oldestSeconds"
    from (
      select platform, state, greatest(received_at, max(ready_at) filter (
        where state = 'waiting' and outcome = ${SLOWED}) over (partition by lane)) as since
      from inbox where state in ('waiting', 'parked')
    ) as standing group by platform`.execute(db)
  return rows
}

async function lanesOf(db: Db, now: Date): Promise<Backlog['lanes']> {
  const { rows } = await sql<Backlog['lanes'][number]>`
    select platform, count(*)::int as lanes, sum(owed)::int as owed, max(owed)::int as deepest,
      extract(epoch from ${now}::timestamptz - min(oldest))::float8 as "oldestSeconds"
    from (
      select platform, lane, count(*) as owed, min(owed_at) as oldest
      from delivery where state in ('pending', 'sending') group by platform, lane
    ) as lane group by platform`.execute(db)
  return rows
}

/** The name of a lane begins with its platform, as `laneOf` made it; an account's own ends with `:*`. */
async function parkedOf(db: Db, now: Date): Promise<Backlog['parked']> {
  const { rows } = await sql<Backlog['parked'][number]>`
    select split_part(lane, ':', 1) as platform, count(*)::int as lanes,
      extract(epoch from max(parked_until) - ${now}::timestamptz)::float8 as "longestSeconds"
    from lane where parked_until > ${now} group by 1`.execute(db)
  return rows
}

/** Each by its own partial index. */
async function overdueOf(db: Db, now: Date, deskIds: readonly string[]): Promise<Backlog['due']> {
  const ofDesks = sql`desk_id = any (${sql.val([...deskIds])}::text[])`
  const { rows } = await sql<Backlog['due'][number]>`
    select by, count(*)::int as overdue, extract(epoch from ${now}::timestamptz - min(at))::float8 as "oldestSeconds"
    from (
      select 'promise' as by, sla_at as at from ticket where sla_at <= ${now} and ${ofDesks}
      union all select 'silence', silence_at from ticket where silence_at <= ${now} and ${ofDesks}
      union all select 'rating', rating_at from ticket where rating_at <= ${now} and ${ofDesks}
      union all select 'closing', closes_at from ticket where closes_at <= ${now} and ${ofDesks}
      union all select 'snooze', snoozed_until from ticket where snoozed_until <= ${now} and ${ofDesks}
    ) as due group by by`.execute(db)
  return rows
}

const DAY_MS = 86_400_000

/** What was taken back later was none (sla.md S22); it is looked for among the ticket's own events, by their key. */
async function breachesOf(db: Db, now: Date): Promise<Backlog['breaches']> {
  const { rows } = await sql<Backlog['breaches'][number]>`
    select ticket.desk_id as desk, event.body ->> 'metric' as promise, count(*)::int as announced
    from ticket_event event join ticket on ticket.id = event.ticket_id
    where event.type = 'BreachAnnounced' and event.received_at > ${new Date(now.getTime() - DAY_MS)}
      and not exists (
        select from ticket_event later
        where later.ticket_id = event.ticket_id and later.sequence > event.sequence
          and later.type = 'BreachRetracted'
          and later.body ->> 'metric' = event.body ->> 'metric' and later.body -> 'cycle' = event.body -> 'cycle')
    group by 1, 2`.execute(db)
  return rows
}

async function leasesOf(db: Db, holder: string): Promise<Backlog['leases']> {
  const { rows } = await sql<Backlog['leases'][number]>`
    select split_part(name, ':', 1) as kind, count(*)::int as held,
      count(*) filter (where holder = ${holder})::int as ours
    from lease where until > now() group by 1`.execute(db)
  return rows
}
