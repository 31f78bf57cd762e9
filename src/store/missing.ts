import { sql } from 'kysely'
import type { Backlog } from '../ports/backlog.ts'
import { firstIdOf } from './id-time.ts'
import type { Db } from './orm.ts'

const HOUR_MS = 3_600_000
/** Until then what is owed for a message may still be written down. */
const SOON_MS = 60_000
/** Every message of an hour is looked at, so not at every scrape of every monitor. */
const EVERY_MS = 60_000

/** @param now the desk's clock; `realNow` the one ids are made by */
export type Missing = (db: Db, now: Date, realNow: Date) => Promise<Backlog['missing']>

/** What is missing, looked up once a minute by the desk's clock: who asks sooner is told what was found then. */
export function missingOnceAMinute(): Missing {
  let last: { at: number; found: Backlog['missing'] } | undefined
  return async (db, now, realNow) => {
    if (last && Math.abs(now.getTime() - last.at) < EVERY_MS) return last.found
    const found = await missingOf(db, now, realNow)
    last = { at: now.getTime(), found }
    return found
  }
}

/**
 * By the primary keys alone, which sort by real time: nothing older than an hour is read, however much there is. A message
 * needs a copy where its ticket has an open place on the other side, unless it stands there itself or was kept from
 * everybody (`block.ts`). Message by message, so scalars: of `exists` PostgreSQL makes a join with all places there are.
 */
const missingOf: Missing = async (db, now, realNow) => {
  const first = firstIdOf(new Date(realNow.getTime() - HOUR_MS))
  const { rows } = await sql<Backlog['missing']>`
    select
      (select count(*)::int from message m
        where m.id >= ${first} and m.kind = 'message' and m.deleted_at is null
          and m.received_at < ${new Date(now.getTime() - SOON_MS)}
          and (select true from delivery d
            where d.message_id = m.id and d.act = 'post' and d.state <> 'superseded' limit 1) is null
          and (select true from ticket_event e
            where e.ticket_id = m.ticket_id and e.type = 'WordsKept' and e.body ->> 'message' = m.id::text limit 1) is null
          and (select true from place p where p.ticket_id = m.ticket_id and p.open and p.side =
              case m.side when 'agent' then 'requester' else 'triage' end
            and not exists (select from twin t where t.message_id = m.id and t.role = 'original'
              and t.platform = p.platform and t.account = p.account and t.chat = p.chat) limit 1)) as copy,
      (select count(*)::int from delivery d
        where d.id >= ${first} and d.act = 'post' and d.state = 'sent' and d.message_id is not null
          and d.ticket_id is not null
          and (select true from twin t where t.delivery_id = d.id limit 1) is null) as twin`.execute(db)
  return rows[0] ?? { copy: 0, twin: 0 }
}
