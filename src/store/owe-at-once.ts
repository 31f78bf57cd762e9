import type { LaneKept, Sender } from '../ports/lanes.ts'
import type { Owed } from '../ports/store.ts'
import { laneFor, type rowToInsert } from './delivery-row.ts'
import { columnOf, insertInto } from './insert.ts'
import type { Known } from './known.ts'
import { free, KNOWN_BESIDES, type TakenRow, takenOf } from './lanes-together.ts'
import { LONGEST_PARK_MS } from './lanes-waiting.ts'
import type { Db } from './orm.ts'
import { type Statement, write } from './statement.ts'

/** What is written of something owed; all else has its default until it has been tried. */
const OWED = [
  'id',
  'ticketId',
  'messageId',
  'placeId',
  'platform',
  'account',
  'chat',
  'thread',
  'lane',
  'class',
  'rank',
  'act',
  'content',
  'person',
  'via',
  'ofId',
  'afterId',
  'replyTo',
  'part',
  'target',
  'sign',
  'state',
  'owedAt',
] satisfies (keyof ReturnType<typeof rowToInsert>)[]

/**
 * A lane nobody has used has room for as much as its chat takes. Those that are there are left alone: an insert that comes
 * to nothing waits all the same for whoever has changed that row and is not committed, and two of these for each other.
 * $2 lanes, $3 the lanes' clock
 */
const LANES = `
    lanes as (
      insert into lane (lane, tokens, counted_at)
      select lane, ${Number.MAX_SAFE_INTEGER}, $3::timestamptz from unnest($2::text[]) as new (lane)
       where (select true from lane as there where there.lane = new.lane) is null
      on conflict do nothing
    )`

/**
 * In one statement: what an effect costs is mostly how often it asks the database.
 * $1 the rows, $2 their lanes, $3 the lanes' clock
 */
export const OWE: Statement = {
  name: 'deliveries-owe',
  text: `with ${LANES} ${insertInto('delivery', OWED).text}`,
}

const columns = OWED.filter((name) => name !== 'state').map((name) => `"${columnOf(name)}"`)

/**
 * The same, and of these rows those are taken for which the way is free: nothing else waits in their lane, and what
 * they wait for has been sent. Where another transaction owes something in that lane at this very moment, neither has
 * seen the other, and they may go in either order, as whoever is committed first does.
 * $4 the rows that may be taken, by id, $5 their lanes, $6 bursts, $7 milliseconds a message, $8 the holder,
 * $9 the longest pause (ms), $10 what each of them waits for. Gives what is taken.
 */
const OWE_AT_ONCE: Statement = {
  name: 'deliveries-owe-at-once',
  text: `
    with ${LANES},
    asked as (
      select *
        from unnest($4::uuid[], $5::text[], $6::float8[], $7::float8[], $10::uuid[])
               as asked (id, lane, burst, every_ms, after_id)
       where (select true from delivery
               where delivery.lane = asked.lane and delivery.state in ('pending', 'sending') limit 1) is null
         and (select before.state from delivery as before where before.id = asked.after_id) = 'sent'
    ),
    free as (${free('$8', '$3', '$9')}
    ),
    ready as materialized (
      select asked.id, free.lane, free.tokens from asked join free on free.lane = asked.lane where free.tokens >= 1
    ),
    held as (
      update lane set held_by = $8, tokens = ready.tokens - 1, counted_at = $3::timestamptz
        from ready where lane.lane = ready.lane
    ),
    owed as (
      insert into delivery (${columns.join(', ')}, state, tries, held_by, tried_at)
      select ${columns.map((column) => `owing.${column}`).join(', ')},
             case when first then 'sending' else 'pending' end, case when first then 1 else 0 end,
             case when first then $8 end, case when first then $3::timestamptz end
        from rows from (jsonb_populate_recordset(null::delivery, $1::jsonb)) with ordinality as owing,
             lateral (select owing.id = any (array(select id from ready)) as first) as taken
       order by owing.ordinality
      returning *
    ),
    taken as (select * from owed where state = 'sending')
    ${KNOWN_BESIDES}`,
}

/** Something owed that is sent as soon as it is committed, where its lane is free. */
interface Candidate {
  id: string
  after: string
  lane: string
  kept: LaneKept
}

/**
 * Of each lane the first that is owed there, where that is people's words: all else may wait for a look. What makes a
 * place is looked at when the place is there.
 */
export function keptLanes(owed: readonly Owed[], known: Known, sender: Sender | undefined): Candidate[] {
  if (!sender) return []
  const first = new Map<string, Owed>()
  for (const one of owed) {
    const lane = laneFor(one)
    const before = first.get(lane)
    if (!before || one.rank < before.rank) first.set(lane, one)
  }
  return [...first].flatMap(([lane, one]) => {
    const { id, after } = one
    if (!isWords(one) || typeof after !== 'string' || known.kept.has(lane)) return []
    const kept = sender.keep(lane)
    if (!kept) return []
    known.kept.set(lane, { lane: kept })
    return [{ id, lane, after, kept }]
  })
}

function isWords({ act, messageId, placeId }: Owed): boolean {
  return act === 'post' && typeof messageId === 'string' && typeof placeId === 'string'
}

interface OweAtOnce {
  /** As JSON (`asJson`), and how many. */
  rows: string
  owed: number
  lanes: readonly string[]
  laneNow: Date
  candidates: readonly Candidate[]
  holder: string
}

/** Owes them, and keeps what it has taken until the transaction ends (`sendingAtOnce`). */
export async function oweAtOnce(
  db: Db,
  { rows, owed, lanes, laneNow, candidates, holder }: OweAtOnce,
  known: Known,
): Promise<void> {
  const asked = [
    rows,
    lanes,
    laneNow,
    candidates.map(({ id }) => id),
    candidates.map(({ lane }) => lane),
    candidates.map(({ kept }) => kept.burst),
    candidates.map(({ kept }) => kept.everyMs),
    holder,
    LONGEST_PARK_MS,
    candidates.map(({ after }) => after),
  ]
  await write<TakenRow>(db, OWE_AT_ONCE, asked, (taken) => {
    known.waits ||= taken.length < owed
    for (const row of taken) {
      const kept = known.kept.get(row.lane)
      if (kept) kept.taken = takenOf(row)
    }
  })
}

/** What a transaction has taken is sent once it is committed, and only then; each lane kept for it is let go. */
export async function sendingAtOnce<T>(
  known: Known,
  sender: () => Sender | undefined,
  transaction: Promise<T>,
): Promise<T> {
  let committed = false
  try {
    const result = await transaction
    committed = true
    return result
  } finally {
    for (const { lane, taken } of known.kept.values()) lane.end(committed ? taken : undefined)
    if (committed && known.waits) sender()?.look()
  }
}
