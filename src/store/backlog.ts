import { sql } from 'kysely'
import type { Backlog } from '../ports/backlog.ts'
import { firstIdOf } from './id-time.ts'
import type { Db } from './orm.ts'

/**
 * The figures of `Backlog`, by a few small queries.
 * @param now the desk's clock, which stamped the rows; `realNow` that of lanes and leases (design.md §8)
 */
export async function backlogOf(db: Db, now: Date, realNow: Date, holder: string): Promise<Backlog> {
  const [inbox, lanes, parked, due, missing, breaches, leases] = await Promise.all([
    inboxOf(db, now),
    lanesOf(db, now),
    parkedOf(db, realNow),
    overdueOf(db, now),
    missingOf(db, now, realNow),
    breachesOf(db, now),
    leasesOf(db, realNow, holder),
  ])
  return { inbox, lanes, parked, due, missing, breaches, leases }
}

async function inboxOf(db: Db, now: Date): Promise<Backlog['inbox']> {
  const { rows } = await sql<Backlog['inbox'][number]>`
    select platform,
      count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'parked')::int as parked,
      coalesce(extract(epoch from ${now}::timestamptz - min(received_at) filter (where state = 'waiting')), 0)::float8
        as "oldestSeconds"
    from inbox where state in ('waiting', 'parked') group by platform`.execute(db)
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
async function overdueOf(db: Db, now: Date): Promise<Backlog['due']> {
  const { rows } = await sql<Backlog['due'][number]>`
    select by, count(*)::int as overdue, extract(epoch from ${now}::timestamptz - min(at))::float8 as "oldestSeconds"
    from (
      select 'promise' as by, sla_at as at from ticket where sla_at <= ${now}
      union all select 'silence', silence_at from ticket where silence_at <= ${now}
      union all select 'rating', rating_at from ticket where rating_at <= ${now}
      union all select 'closing', closes_at from ticket where closes_at <= ${now}
      union all select 'snooze', snoozed_until from ticket where snoozed_until <= ${now}
    ) as due group by by`.execute(db)
  return rows
}

const DAY_MS = 86_400_000
/** Until then what is owed for a message may still be written down. */
const SOON_MS = 60_000

/**
 * By the primary keys alone, which sort by real time: nothing older than a day is read. A message needs a copy where its
 * ticket has an open place on the other side, unless it stands there itself or was kept from everybody (`block.ts`).
 */
async function missingOf(db: Db, now: Date, realNow: Date): Promise<Backlog['missing']> {
  const first = firstIdOf(new Date(realNow.getTime() - DAY_MS))
  const { rows } = await sql<Backlog['missing']>`
    select
      (select count(*)::int from message m
        where m.id >= ${first} and m.kind = 'message' and m.deleted_at is null
          and m.received_at < ${new Date(now.getTime() - SOON_MS)}
          and not exists (select from delivery d where d.message_id = m.id and d.act = 'post' and d.state <> 'superseded')
          and not exists (select from ticket_event e where e.ticket_id = m.ticket_id and e.type = 'WordsKept'
            and e.body ->> 'message' = m.id::text)
          and exists (select from place p where p.ticket_id = m.ticket_id and p.open and p.side =
              case m.side when 'agent' then 'requester' else 'triage' end
            and not exists (select from twin t where t.message_id = m.id and t.role = 'original'
              and t.platform = p.platform and t.account = p.account and t.chat = p.chat))) as copy,
      (select count(*)::int from delivery d
        where d.id >= ${first} and d.act = 'post' and d.state = 'sent' and d.message_id is not null
          and d.ticket_id is not null and not exists (select from twin t where t.delivery_id = d.id)) as twin`.execute(
    db,
  )
  return rows[0] ?? { copy: 0, twin: 0 }
}

async function breachesOf(db: Db, now: Date): Promise<Backlog['breaches']> {
  const { rows } = await sql<Backlog['breaches'][number]>`
    select ticket.desk_id as desk, event.body ->> 'metric' as promise, count(*)::int as announced
    from ticket_event event join ticket on ticket.id = event.ticket_id
    where event.type = 'BreachAnnounced' and event.received_at > ${new Date(now.getTime() - DAY_MS)}
    group by 1, 2`.execute(db)
  return rows
}

async function leasesOf(db: Db, now: Date, holder: string): Promise<Backlog['leases']> {
  const { rows } = await sql<Backlog['leases'][number]>`
    select split_part(name, ':', 1) as kind, count(*)::int as held,
      count(*) filter (where holder = ${holder})::int as ours
    from lease where until > ${now} group by 1`.execute(db)
  return rows
}
