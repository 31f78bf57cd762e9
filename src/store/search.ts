import { type RawBuilder, sql } from 'kysely'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Search, Sight } from '../ports/search.ts'
import type { Db } from './orm.ts'
import { candidates, leavesSomeOut, MOST_LOOKED, readsAlong } from './search-nearest.ts'
import { searchable } from './searchable.ts'
import { ticketColumns } from './ticket-columns.ts'

/** How far back is looked, step by step, until there is enough; the last looks everywhere. */
const STRETCHES = [
  { mark: '0d', days: 1 },
  { mark: '0e', days: 8 },
  { mark: '0f', days: 64 },
] as const
const DAY_MS = 86_400_000
/** Of a word that is everywhere and yet not found often enough lately, so many messages are looked at. */
const MOST_MESSAGES = 20_000

/**
 * Two ways, for no index knows both how often a word is said and who may see it. The newest tickets in sight are looked
 * through one by one: that finds words everybody uses at once, and is all there is to look through for most people. As
 * often as those say it others will: where a few times as many should have enough, these are looked through as well. Words
 * not found often enough by that are rare, and an index of words has them.
 * @param looked how many of a desk's, a person's, a company's newest are looked through
 * @see Search
 */
export function searchOf(db: Db, now: Date, looked: number = MOST_LOOKED): Search {
  return {
    async tickets(words, sight, most) {
      const each = words.split(' ').filter((word) => word !== '')
      if (each.length === 0 || isBlind(sight)) return []
      const query = queryOf(each)
      const found = new Map<string, Ticket>()
      const keep = (tickets: readonly Ticket[]): void => {
        for (const ticket of tickets) found.set(ticket.id, ticket)
      }
      if (/\d/.test(words)) keep(await among(db, byKey(words), sight, most))
      const near = async (after: number, many: number): Promise<void> =>
        keep(
          await among(db, nearest(each, query, { sight, after, looked: many, most: most - found.size }), sight, most),
        )
      await near(0, looked)
      if (found.size < most && (await leavesSomeOut(db, sight, looked))) {
        const further = enoughFor(most, found.size, looked)
        if (further <= FURTHER * looked) await near(looked, further)
        for (const stretch of [...STRETCHES, undefined]) {
          if (found.size >= most) break
          keep(await among(db, matching(query, sight, stretch && lately(stretch, now)), sight, most))
        }
      }
      return [...found.values()].toSorted((one, other) => newest(other) - newest(one)).slice(0, most)
    },
  }
}

/** So many times as many are worth looking through for a word, before an index of all that was ever said is. */
const FURTHER = 4

/** After so many of the newest, among which so many say it: in how many more there should be enough, with something to spare. */
function enoughFor(most: number, found: number, looked: number): number {
  return found === 0 ? Number.POSITIVE_INFINITY : Math.ceil(((most - found) / found) * looked * 1.5)
}

/** An agent of no desk sees nothing. */
function isBlind(sight: Sight): boolean {
  return 'agentOf' in sight && sight.agentOf.length === 0
}

/** Of the tickets with these ids those that are seen, the newest. */
async function among(db: Db, ids: RawBuilder<string>, sight: Sight, most: number): Promise<Ticket[]> {
  return db
    .selectFrom('ticket')
    .select(ticketColumns)
    .where('id', 'in', ids)
    .$if('agentOf' in sight, (all) => all.where('deskId', 'in', 'agentOf' in sight ? [...sight.agentOf] : []))
    .$if('requester' in sight, (all) => all.where('requesterId', '=', 'requester' in sight ? sight.requester : ''))
    .$if('watcher' in sight, (all) => all.where(readsAlong('watcher' in sight ? sight.watcher : '')))
    .$if('organisation' in sight, (all) =>
      all
        .where('organisationId', '=', 'organisation' in sight ? sight.organisation : '')
        .where('privateTo', 'is', null),
    )
    .orderBy(sql`coalesce(last_message_at, opened_at) desc`)
    .limit(most)
    .execute()
}

/** A part of a key, as people remember it: 1503. */
function byKey(words: string): RawBuilder<string> {
  return sql`(select id from ticket where key like ${`%${words.replaceAll(' ', '-').toUpperCase()}%`})`
}

/**
 * Of the newest tickets in sight, after so many, the first that say it. It reads on only until there are enough: a scalar and not
 * `exists`, of which PostgreSQL may make a table of all messages first.
 */
function nearest(
  each: readonly string[],
  query: string,
  { sight, after, looked, most }: { sight: Sight; after: number; looked: number; most: number },
): RawBuilder<string> {
  return sql`(select near.id from (${candidates(sight, after, looked)}) as near
    where ${says('near', each, query)} or (
      select true from message
      where message.ticket_id = near.id ${heardBy(sight)} and ${says('message', each, query)} limit 1)
    order by near.newest desc limit ${most})`
}

/**
 * Whether the words of a row match. Most do not even contain the letters, and to see that costs a fiftieth of taking
 * them apart.
 */
function says(table: 'near' | 'message', each: readonly string[], query: string): RawBuilder<boolean> {
  const words = sql.ref(`${table}.words`)
  const letters = each.map((word) => sql`strpos(${words}, ${word}) > 0 and `)
  return sql`(${sql.join(letters, sql``)}${matches(sql`to_tsvector('simple', ${words})`, query)})`
}

/** Tickets whose words, or a message's, match; of these days alone where there are some. */
function matching(query: string, sight: Sight, days: string | undefined): RawBuilder<string> {
  const asked = days === undefined ? query : `(${query}) & (${days})`
  const messages = sql`select ticket_id from message where ${matches(messageWords, asked)} ${heardBy(sight)}`
  return sql`(select id from ticket where ${matches(ticketWords, asked)} union
    ${days === undefined ? sql`(${messages} order by id desc limit ${MOST_MESSAGES})` : messages})`
}

/** Notes are for who works on the desk. */
function heardBy(sight: Sight): RawBuilder<unknown> {
  return 'agentOf' in sight ? sql`` : sql`and kind = 'message'`
}

const messageWords = sql.raw(searchable('received_at'))
const ticketWords = sql.raw(searchable('opened_at'))

function matches(words: RawBuilder<unknown>, query: string): RawBuilder<boolean> {
  return sql<boolean>`${words} @@ to_tsquery('simple', ${query})`
}

/** This stretch and the one before. */
function lately({ mark, days }: (typeof STRETCHES)[number], now: Date): string {
  const stretch = Math.floor(Math.floor(now.getTime() / DAY_MS) / days)
  return `${mark}${stretch} | ${mark}${stretch - 1}`
}

function newest(ticket: Ticket): number {
  return (ticket.lastMessageAt ?? ticket.openedAt).getTime()
}

/** Letters and digits only come here (`findable.ts`): nothing in them is an operator of a query. */
function queryOf(each: readonly string[]): string {
  return each.map((word, index) => (index === each.length - 1 ? `${word}:*` : word)).join(' & ')
}
