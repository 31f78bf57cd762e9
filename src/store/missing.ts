import { sql } from 'kysely'
import type { Backlog } from '../ports/backlog.ts'
import { firstIdOf } from './id-time.ts'
import type { Db } from './orm.ts'

const HOUR_MS = 3_600_000
/** Until then what is owed for a message may still be written down. */
const SOON_MS = 60_000
/** Not at every scrape of every monitor. */
const EVERY_MS = 60_000

/** @param now the desk's clock; `realNow` the one ids are made by */
export type Missing = (db: Db, now: Date, realNow: Date) => Promise<Backlog['missing']>

/** What is looked at: rows from this id on, and those before it that were not settled when they were looked at last. */
interface Looked {
  from: string
  unsettled: readonly string[]
}

/** One row that is not settled: something may still come of it, or it is missing what it should have. */
interface Unsettled {
  id: string
  missing: boolean
}

/**
 * What is missing of the last hour, looked up once a minute by the desk's clock: who asks sooner is told what was found
 * then. What is settled stays so; therefore only the first look goes through the hour, and each after it through what
 * came since and what was left. Ids sort by real time, so both are found by the primary key.
 */
export function missingOnceAMinute(): Missing {
  let last: { at: number; realAt: number; found: Backlog['missing'] } | undefined
  let messages: readonly Unsettled[] = []
  let posts: readonly Unsettled[] = []
  return async (db, now, realNow) => {
    if (last && Math.abs(now.getTime() - last.at) < EVERY_MS) return last.found
    const hourAgo = realNow.getTime() - HOUR_MS
    const first = firstIdOf(new Date(hourAgo))
    const from = firstIdOf(new Date(Math.max(hourAgo, last ? last.realAt - 2 * SOON_MS : 0)))
    const left = (all: readonly Unsettled[]): Looked => ({
      from,
      unsettled: all.map(({ id }) => id).filter((id) => id >= first),
    })
    ;[messages, posts] = await Promise.all([
      messagesWithoutCopy(db, left(messages), now),
      postsWithoutTwin(db, left(posts)),
    ])
    const found = { copy: count(messages), twin: count(posts) }
    last = { at: now.getTime(), realAt: realNow.getTime(), found }
    return found
  }
}

/**
 * A message needs a copy where its ticket has an open place on the other side, unless it stands there itself or was kept
 * from everybody (`block.ts`). Message by message, so scalars: of `exists` PostgreSQL makes a join with all places there are.
 */
async function messagesWithoutCopy(db: Db, { from, unsettled }: Looked, now: Date): Promise<Unsettled[]> {
  const { rows } = await sql<Unsettled>`
    select m.id,
      m.received_at < ${new Date(now.getTime() - SOON_MS)}
      and (select true from place p where p.ticket_id = m.ticket_id and p.open and p.side =
          case m.side when 'agent' then 'requester' else 'triage' end
        and not exists (select from twin t where t.message_id = m.id and t.role = 'original'
          and t.platform = p.platform and t.account = p.account and t.chat = p.chat) limit 1) is not null as missing
    from message m
    where (m.id >= ${from} or m.id = any(${unsettled}::uuid[])) and m.kind = 'message' and m.deleted_at is null
      and (select true from delivery d
        where d.message_id = m.id and d.act = 'post' and d.state <> 'superseded' limit 1) is null
      and (select true from ticket_event e
        where e.ticket_id = m.ticket_id and e.type = 'WordsKept' and e.body ->> 'message' = m.id::text limit 1) is null`.execute(
    db,
  )
  return rows
}

/**
 * What was sent for a ticket and is known of nowhere; what is not sent yet is looked at again. Found by id before anything
 * else is asked of it: told that only posts count, PostgreSQL goes through an index of all posts there are as well.
 */
async function postsWithoutTwin(db: Db, { from, unsettled }: Looked): Promise<Unsettled[]> {
  const { rows } = await sql<Unsettled>`
    with looked as materialized (
      select id, act, state, message_id, ticket_id, chat from delivery where id >= ${from} or id = any(${unsettled}::uuid[]))
    select d.id, d.state = 'sent' as missing from looked d
    where d.act = 'post' and d.message_id is not null and d.ticket_id is not null and d.chat <> 'erased'
      and d.state in ('pending', 'sending', 'sent')
      and (select true from twin t where t.delivery_id = d.id limit 1) is null`.execute(db)
  return rows
}

function count(all: readonly Unsettled[]): number {
  return all.filter(({ missing }) => missing).length
}
