import { v7 } from 'uuid'
import type { RawEvent } from '../adapter.ts'
import type { InboxRow, Received } from '../ports/inbox.ts'
import { cleanJson } from './clean.ts'
import type { Db } from './orm.ts'
import { type Statement, select, write } from './statement.ts'

/**
 * The hour is the database's, asked for in the same breath: a request waits for one commit and nothing else. Of what is
 * ready it is told in that breath, too, whether anything of its lane waited before it; what comes with it is not seen yet.
 * $1 the rows, $2 the process they are left to
 */
const RECEIVE: Statement = {
  name: 'inbox-receive',
  text: `
    with fresh as (
      insert into inbox (id, platform, account, key, natural_key, lane, body, occurred_at, micros,
                         received_at, received_by, state, ready_at, album)
      select one.id, one.platform, one.account, one.key, one.natural_key, one.lane, one.body, one.occurred_at, one.micros,
             hour.now, $2, 'waiting', hour.now + one.hold_ms * interval '1 ms', one.album
        from rows from (jsonb_to_recordset($1::jsonb) as (
               id uuid, platform text, account text, key text, natural_key text, lane text, body jsonb,
               occurred_at timestamptz, micros int, hold_ms float8, album text
             )) with ordinality as one (id, platform, account, key, natural_key, lane, body, occurred_at, micros, hold_ms, album, nth),
             (select date_trunc('milliseconds', now() + offset_ms * interval '1 ms') as now from clock where id = 1) as hour
       order by one.nth
      on conflict do nothing
      returning id, lane, occurred_at, micros, seq, received_at, ready_at
    )
    select id, received_at,
           case when ready_at <= received_at then not exists (
             select from inbox as earlier
              where earlier.lane = fresh.lane and earlier.state = 'waiting'
                and (earlier.occurred_at, earlier.micros, earlier.seq) < (fresh.occurred_at, fresh.micros, fresh.seq))
           else false end as first
      from fresh`,
}

/**
 * With each part of an album those before it wait anew: Telegram gives the next only when the one before was answered, so
 * ten of them take as long as ten answers do. A part that is heard by now is not waited for, and comes by itself.
 */
const AWAIT_PARTS: Statement = {
  name: 'inbox-await-parts',
  text: `
    update inbox set ready_at = hour.now + one.hold_ms * interval '1 ms'
      from unnest($1::text[], $2::text[], $3::float8[]) as one (lane, album, hold_ms),
           (select now() + offset_ms * interval '1 ms' as now from clock where id = 1) as hour
     where inbox.lane = one.lane and inbox.album = one.album and inbox.state = 'waiting'
       and inbox.ready_at < hour.now + one.hold_ms * interval '1 ms'`,
}

/** The conversation, among those of all platforms and accounts. */
function laneOf({ platform, account, lane }: RawEvent): string {
  return `${platform}:${account}:${lane}`
}

/** A row on its way, by its columns, beside what it was told as. */
interface Coming {
  raw: RawEvent
  row: ReturnType<typeof rowOf>
}

/** What of it is in the inbox; `first`: ready, and nothing of its lane waited there before it. */
interface Kept {
  id: string
  receivedAt: Date
  first: boolean
}

/** What became of each call. `by`: the process it is left to while that lives; null: anybody's. */
export async function receive(db: Db, calls: readonly (readonly RawEvent[])[], by: string | null): Promise<Received[]> {
  const coming = calls.map((raws) => raws.map((raw) => ({ raw, row: rowOf(raw) })))
  const all = coming.flat()
  const { json, cleaned } = cleanJson(all.map(({ row }) => row))
  const kept = new Map((await select<Kept>(db, RECEIVE, [json, by])).map((one) => [one.id, one]))
  const fresh = all.filter(({ row }) => kept.has(row.id))
  await awaitParts(db, fresh)
  const heads = cleaned ? new Set<string>() : headsOf(fresh, kept)
  return coming.map((own) => receivedOf(own, kept, heads))
}

function rowOf(raw: RawEvent) {
  return {
    id: v7(),
    platform: raw.platform,
    account: raw.account,
    key: raw.key,
    natural_key: raw.naturalKey ?? null,
    lane: laneOf(raw),
    body: raw.body,
    occurred_at: raw.occurredAt,
    micros: raw.micros ?? 0,
    hold_ms: raw.holdMs,
    album: raw.album ?? null,
  }
}

async function awaitParts(db: Db, fresh: readonly Coming[]): Promise<void> {
  const parts = fresh.flatMap(({ row }) => (row.album === null ? [] : [row]))
  if (parts.length === 0) return
  const column = <Name extends 'lane' | 'album' | 'hold_ms'>(name: Name) => parts.map((part) => part[name])
  await write(db, AWAIT_PARTS, [column('lane'), column('album'), column('hold_ms')])
}

/** The first of each lane that came, where the database knows of none before it and nothing is to be waited for. */
function headsOf(fresh: readonly Coming[], kept: ReadonlyMap<string, Kept>): Set<string> {
  const first = new Map<string, Coming>()
  for (const one of fresh) {
    const known = first.get(one.row.lane)
    if (!known || isBefore(one.raw, known.raw)) first.set(one.row.lane, one)
  }
  const heads = [...first.values()].filter(({ row }) => row.album === null && kept.get(row.id)?.first === true)
  return new Set(heads.map(({ row }) => row.id))
}

/** In the order of a lane; of the same moment is the first what came first. */
function isBefore(one: RawEvent, other: RawEvent): boolean {
  const later = one.occurredAt.getTime() - other.occurredAt.getTime() || (one.micros ?? 0) - (other.micros ?? 0)
  return later < 0
}

function receivedOf(own: readonly Coming[], kept: ReadonlyMap<string, Kept>, heads: ReadonlySet<string>): Received {
  const received: Received = { fresh: 0, heads: [], behind: [], held: [] }
  for (const { raw, row } of own) {
    const known = kept.get(row.id)
    if (known) received.fresh += 1
    if (known && heads.has(row.id)) received.heads.push(headOf(raw, row, known))
    else (raw.holdMs > 0 ? received.held : received.behind).push(row.lane)
  }
  return received
}

/** As `heads` would find it: nothing of it was cleaned. */
function headOf(
  { platform, account, occurredAt, body }: RawEvent,
  { lane }: Coming['row'],
  { id, receivedAt }: Kept,
): InboxRow {
  return { id, platform, account, lane, body, occurredAt, receivedAt, admittedAt: null, tries: 0 }
}
