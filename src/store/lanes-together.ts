import { ZodError } from 'zod'
import type { Delivered } from '../adapter.ts'
import type { LaneAsked, Marked, Taken, TakenTogether } from '../ports/lanes.ts'
import { type OwedRow, ranks } from '../ports/store.ts'
import { BESIDE, type DeliveryRow, owedOf } from './delivery-row.ts'
import { parked, WHOLE } from './lanes-waiting.ts'
import type { Db } from './orm.ts'
import { run, type Statement, select } from './statement.ts'

/**
 * A row that is found by its id is in this state yet. Said so that no index of the rows in that state is taken for a
 * shorter way to it: PostgreSQL mostly counts them when there are none, and a thousand were gone through for each lane
 * in earnest, for seconds.
 */
const still = (state: string) => `coalesce(delivery.state, '') = '${state}'`

/**
 * Of the lanes in `asked (lane, burst, every_ms)` those that may be sent in: held by nobody else, not quiet, with nothing
 * half sent, of a platform that answers. They are locked, and have so many tokens now.
 */
export const free = (holder: string, now: string, longest: string) => `
      select lane.lane,
             least(asked.burst, lane.tokens +
               greatest(0, extract(epoch from ${now}::timestamptz - lane.counted_at) * 1000) / asked.every_ms) as tokens
        from lane join asked on asked.lane = lane.lane
       where (lane.held_by is null or lane.held_by = ${holder})
         and not ${parked('lane', now, longest)}
         and (select true from lane as over
               where over.lane in (${WHOLE}, regexp_replace(lane.lane, '${BESIDE}', ''))
                 and over.lane <> lane.lane
                 and coalesce(over.parked_until, '-infinity') > ${now}::timestamptz
                 and coalesce(over.parked_until, '-infinity') <= ${now}::timestamptz + ${longest}::float8 * interval '1 ms'
               limit 1) is null
         and coalesce((select faults from lane as whole where whole.lane = ${WHOLE}), 0) = 0
         and (select true from delivery
               where delivery.lane = lane.lane and delivery.state = 'sending' limit 1) is null
       order by lane.lane
         for update of lane skip locked`

/** Of the deliveries in `taken`, all that whoever sends them must know besides. */
export const KNOWN_BESIDES = `
    select taken.*,
           of.sent_message_id as of_message, of.sent_also as of_also, of.sent_chat as of_chat, of.sent_thread as of_thread,
           coalesce(jsonb_array_length(case when of.id is not null then of.content->'files' end), 0) > 0 as of_bears_files,
           place.id is not null as has_place, place.chat as place_chat, place.thread as place_thread,
           place.side, place.root_delivery_id = taken.id as is_root, place.topic_delivery_id is not null as in_topic,
           message.side = 'agent' as by_agent,
           taken.content->>'internal' is not null and exists (
             select from shared_channel as strangers
              where strangers.platform = taken.platform and strangers.chat = coalesce(place.chat, taken.chat)
                and strangers.shared) as strangers_read
      from taken
      left join delivery as of on of.id = taken.of_id
      left join place on place.id = taken.place_id
      left join message on message.id = taken.message_id`

/**
 * `claim` of `lanes.ts` for many lanes at once. What is asked of each lane is asked by its key, in a question of its own:
 * as joins they are planned by numbers of another hour (`still`). Whatever another process did since this statement began
 * is looked at again as each row is locked or written: a lane it holds by now, a row that is not pending any more, fall out.
 * $1 lanes, $2 bursts, $3 milliseconds a message, $4 the holder, $5 the lanes' clock, $6 the longest pause (ms)
 */
export const TAKE: Statement = {
  name: 'lanes-take',
  text: `
    with asked as (select * from unnest($1::text[], $2::float8[], $3::float8[]) as asked (lane, burst, every_ms)),
    free as (${free('$4', '$5', '$6')}
    ),
    first as materialized (
      select free.lane, free.tokens, ready.id
        from free, lateral (
          select delivery.id
            from delivery left join delivery as before on before.id = delivery.after_id
           where delivery.lane = free.lane and delivery.state = 'pending'
             and (delivery.after_id is null or before.state = 'sent')
           order by delivery.rank, delivery.seq limit 1
        ) as ready
       where free.tokens >= 1
    ),
    taken as (
      update delivery set state = 'sending', tries = delivery.tries + 1, held_by = $4, tried_at = $5::timestamptz
        from first where delivery.id = first.id and ${still('pending')}
      returning delivery.*, first.tokens
    ),
    held as (
      update lane set held_by = $4, tokens = taken.tokens - 1, counted_at = $5::timestamptz
        from taken where lane.lane = taken.lane
    )
    ${KNOWN_BESIDES}`,
}

/** The delivery itself, and what is known of it besides. */
export interface TakenRow extends DeliveryRow {
  of_message: string | null
  of_also: readonly string[] | null
  of_chat: string | null
  of_thread: string | null
  of_bears_files: boolean
  has_place: boolean
  place_chat: string | null
  place_thread: string | null
  is_root: boolean | null
  in_topic: boolean | null
  by_agent: boolean | null
  side: 'requester' | 'triage' | null
  strangers_read: boolean
}

/** How long a lane waits for a release that can read what is owed there (ms). */
export const UNREADABLE_MS = 60_000

/** What the door does not let in, after a release was taken back; all else is our own fault. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof ZodError
}

/** $1 what was taken, $2 its lanes, $3 until when they are quiet */
const GIVE_BACK: Statement = {
  name: 'lanes-give-back',
  text: `
    with given as (
      update delivery set state = 'pending', held_by = null, tries = tries - 1, fault = 'unreadable'
        where id = any ($1::uuid[]) and ${still('sending')}
    )
    update lane set held_by = null, parked_until = $3::timestamptz where lane = any ($2::text[])`,
}

/** Claims for `holder` the first delivery of each lane that may send one at `now`; other lanes are left out. */
export async function takeLanes(
  db: Db,
  asked: readonly LaneAsked[],
  holder: string,
  now: Date,
  longestParkMs: number,
): Promise<TakenTogether> {
  const rows = await select<TakenRow>(db, TAKE, [
    asked.map(({ lane }) => lane),
    asked.map(({ burst }) => burst),
    asked.map(({ everyMs }) => everyMs),
    holder,
    now,
    longestParkMs,
  ])
  const taken: Taken[] = []
  const unread: TakenRow[] = []
  for (const row of rows) {
    try {
      taken.push(takenOf(row))
    } catch (error) {
      if (!isUnreadable(error)) throw error
      unread.push(row)
    }
  }
  const unreadable = unread.map(({ lane }) => lane)
  if (unread.length > 0) {
    await run(db, GIVE_BACK, [unread.map(({ id }) => id), unreadable, new Date(now.getTime() + UNREADABLE_MS)])
  }
  return { taken, unreadable }
}

/** As the relay knows it. */
export function takenOf(raw: TakenRow): Taken {
  const row = owedOf(raw)
  const named = row.target ? { message: row.target, also: [], bearsFiles: false } : null
  const target =
    raw.of_message === null
      ? named
      : { message: raw.of_message, also: raw.of_also ?? [], bearsFiles: raw.of_bears_files }
  // What agents read of each other bears no receipt, nor does a sign.
  const receipted = raw.by_agent === true && raw.side !== 'triage' && row.act !== 'react'
  const plain = row.act !== 'topic' && !receipted
  const root = raw.is_root === true
  const side = raw.side === null ? {} : { side: raw.side }
  const strangersRead = raw.strangers_read
  return { lane: row.lane, row, target, plain, root, troubled: false, strangersRead, ...side, ...whereTo(raw, row) }
}

/** A place may have moved since the row was owed (its root was accepted, or it fell back to a DM). */
function whereTo(raw: TakenRow, row: OwedRow): Pick<Taken, 'chat' | 'thread' | 'topicLost'> {
  if (raw.of_chat !== null) return { chat: raw.of_chat, thread: raw.of_thread }
  if (!raw.has_place || raw.place_chat === null) return { chat: row.to.chat, thread: row.to.thread ?? null }
  // A root makes its thread where there is none yet.
  const thread = row.act === 'topic' ? null : raw.place_thread
  return { chat: raw.place_chat, thread, topicLost: row.act === 'post' && raw.in_topic === true && thread === null }
}

/**
 * A root is told of here as long as its chat is the one it was owed to; where that has changed, what is still owed there
 * moves to another lane (`Deliveries.sent`).
 * $1 what was accepted, by id, $2 in which chat, $3 as which message, $4 in which thread, $5 as which others.
 * Gives the hour and the lanes of these in which more is owed.
 */
const SENT: Statement = {
  name: 'lanes-sent',
  text: `
    with told as (
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
        as told (id, chat, message, thread, also)
    ),
    hour as (
      select date_trunc('milliseconds', now() + offset_ms * interval '1 ms') as now from clock where id = 1
    ),
    done as (
      update delivery set state = 'sent', sent_chat = told.chat, sent_message_id = told.message,
                          sent_thread = told.thread, sent_also = told.also::jsonb, fault = null, settled_at = hour.now
        from told, hour where delivery.id = told.id and ${still('sending')}
      returning delivery.*
    ),
    rooted as (
      update place set chat = done.sent_chat, thread = done.sent_thread
        from done where place.id = done.place_id and place.root_delivery_id = done.id and done.act = 'post'
    ),
    freed as (update lane set held_by = null, faults = 0 from done where lane.lane = done.lane),
    shown as (
      insert into twin (platform, account, chat, platform_message_id, ticket_id, message_id, role, delivery_id)
      select done.platform, done.account, done.sent_chat, one.message, done.ticket_id, done.message_id,
             case when done.message_id is not null then 'copy' when done.rank = ${ranks.card} then 'card' else 'sentence' end, done.id
        from done, lateral (
          select done.sent_message_id union all
          select jsonb_array_elements_text(case when jsonb_typeof(done.sent_also) = 'array' then done.sent_also end)
        ) as one (message)
       where done.act = 'post' and done.ticket_id is not null
      on conflict do nothing
    )
    select hour.now, array(
             select distinct done.lane from done
              where (select true from delivery as next where next.lane = done.lane and next.state = 'pending' limit 1)
           ) as owing
      from hour`,
}

/** What `Deliveries.sent` writes of what is `plain`, for many at once. */
export async function sentTogether(
  db: Db,
  all: readonly { row: OwedRow; delivered: Delivered }[],
): Promise<readonly Marked[]> {
  const [found] = await run<{ now: string; owing: readonly string[] }>(db, SENT, [
    all.map(({ row }) => row.id),
    all.map(({ delivered }) => delivered.chat),
    all.map(({ delivered }) => delivered.message),
    all.map(({ delivered }) => delivered.thread ?? null),
    all.map(({ delivered: { also = [] } }) => (also.length > 0 ? JSON.stringify(also) : null)),
  ])
  if (!found) throw new Error('the clock has no row')
  return all.map(({ row }) => ({ at: new Date(found.now), more: found.owing.includes(row.lane) }))
}
