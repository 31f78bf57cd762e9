import { sql } from 'kysely'
import type { Address } from '../adapter.ts'
import { signShape } from '../ports/signs.ts'
import type { Course, Deliveries, OwedRow, Waiting } from '../ports/store.ts'
import { neverCame } from './never-came.ts'
import type { Db } from './orm.ts'
import { run, type Statement } from './statement.ts'

type Courses = Pick<Deliveries, 'courseOf' | 'waitingSince' | 'fallenSince' | 'heldUpSince'>

/** How far agents' words have got. `laneNow`: the lanes' own clock (design.md §8). @see Deliveries */
export function coursesOf(db: Db, laneNow: Date): Courses {
  return {
    async courseOf(messageId) {
      const message = await db
        .selectFrom('message')
        .innerJoin('twin', 'twin.messageId', 'message.id')
        .select([
          'message.ticketId',
          'message.kind',
          'message.deletedAt',
          'twin.platform',
          'twin.account',
          'twin.chat',
          'twin.platformMessageId',
        ])
        .where('message.id', '=', messageId)
        .where('message.side', '=', 'agent')
        .where('twin.role', '=', 'original')
        .forUpdate(['message'])
        .executeTakeFirst()
      if (!message) return undefined
      const { ticketId, kind, deletedAt, account, chat } = message
      const platform = message.platform as Address['platform'] // only adapters' own platforms are ever written
      return {
        ticketId,
        kind,
        deleted: deletedAt !== null,
        original: { at: { platform, account, chat }, message: message.platformMessageId },
        ...(await stepsOf(db, messageId)),
      }
    },
    waitingSince: async (before, most) => idsOf(await run(db, WAITING_SINCE, [before, most])),
    fallenSince: async (after, most) => idsOf(await run(db, FALLEN_SINCE, [after, most])),
    heldUpSince: (before, most) => run<Waiting>(db, HELD_UP_SINCE, [before, most, laneNow]),
  }
}

function idsOf(rows: { message_id: string }[]): string[] {
  return rows.map(({ message_id }) => message_id)
}

/** What is owed of agents' words to the requester's side. */
const SPOKEN = `
  from delivery as owed
  join place on place.id = owed.place_id and place.side = 'requester'
  join message on message.id = owed.message_id and message.side = 'agent' and message.kind = 'message'
    and message.deleted_at is null and owed.act in ('post', 'edit')
  join twin on twin.message_id = message.id and twin.role = 'original'`

const unreceipted = (of = '') => `not exists (
  select from delivery as receipt
  where receipt.message_id = owed.message_id and receipt.act = 'react' and receipt.seq > owed.seq
    and receipt.sign->>'kind' = 'receipt' ${of})`

/*
 * Asked every second for as long as a platform is away: made anew each time, PostgreSQL took longer to plan them than a
 * word to another platform takes on its way.
 */

/** $1 owed before when, $2 how many */
const WAITING_SINCE: Statement = {
  name: 'courses-waiting-since',
  text: `
    select distinct owed.message_id ${SPOKEN}
     where owed.state in ('pending', 'sending') and owed.owed_at <= $1::timestamptz and ${unreceipted()}
     limit $2`,
}

/** $1 settled since when, $2 how many */
const FALLEN_SINCE: Statement = {
  name: 'courses-fallen-since',
  text: `
    select distinct owed.message_id ${SPOKEN}
     where owed.state = 'failed' and owed.settled_at >= $1::timestamptz
       and ${unreceipted(`and receipt.sign->>'receipt' = 'refused'`)}
     limit $2`,
}

/** $1 owed before when, $2 how many, $3 the lanes' clock */
const HELD_UP_SINCE: Statement = {
  name: 'courses-held-up-since',
  text: `
    select distinct on (owed.ticket_id, owed.lane) owed.message_id as "messageId", owed.ticket_id as "ticketId",
           message.author_id as "authorId",
           case when exists (
             select from delivery as head
              where head.lane = owed.lane and head.state in ('pending', 'sending') and head.fault like 'wait-%'
           ) then greatest(1, ceil(extract(epoch from quiet.until - $3::timestamptz)))::int end as "quietForSeconds"
      ${SPOKEN}
      join lateral (
        select max(parked_until) as until, max(faults) as faults from lane
         where lane.lane in (owed.lane, owed.platform || ':' || owed.account || ':*')
      ) as quiet on quiet.until > $3::timestamptz or quiet.faults > 0
     where owed.state in ('pending', 'sending') and owed.owed_at <= $1::timestamptz
       and owed.content->>'late' is null
       and not exists (
         select from delivery as other join delivery as told on told.message_id = other.message_id
          where other.lane = owed.lane and other.ticket_id = owed.ticket_id and other.state in ('pending', 'sending')
            and told.act = 'whisper')
     order by owed.ticket_id, owed.lane, owed.seq
     limit $2`,
}

const hasCome = sql<OwedRow['state']>`case when ${sql.raw(neverCame('delivery'))} then 'failed' else delivery.state end`

/** Every step of a message's copies, made short: what is newest counts. */
async function stepsOf(db: Db, messageId: string): Promise<Pick<Course, 'copies' | 'shown'>> {
  const rows = await db
    .selectFrom('delivery')
    .leftJoin('place', 'place.id', 'delivery.placeId')
    .select(['delivery.id', 'delivery.act', 'delivery.placeId', 'delivery.part', 'delivery.sign'])
    .select(hasCome.as('state'))
    .where('delivery.messageId', '=', messageId)
    .where('delivery.state', '!=', 'superseded')
    .where((where) => where.or([where('place.side', '=', 'requester'), where('delivery.act', '=', 'react')]))
    .orderBy('delivery.seq')
    .execute()
  const copies = new Map<string, Course['copies'][number]>()
  let shown: Course['shown'] = { receipt: null, former: null, pending: null }
  for (const { id, act, state, placeId, part, sign: kept } of rows) {
    if (act !== 'react') {
      copies.set(`${placeId} ${part}`, { act, state })
      continue
    }
    const sign = kept === null ? undefined : signShape.parse(kept)
    if (sign?.kind !== 'receipt') continue
    shown = { receipt: sign.receipt, former: sign.former, pending: state === 'pending' ? id : null }
  }
  return { copies: [...copies.values()], shown }
}
