import { type RawBuilder, sql } from 'kysely'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Search, Sight } from '../ports/search.ts'
import type { Db } from './orm.ts'
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
/** Of one's own tickets so many are looked through word by word, however common a word is. */
const MOST_OWN = 200

/** @see Search */
export function searchOf(db: Db, now: Date): Search {
  return {
    async tickets(words, sight, most) {
      const query = queryOf(words)
      if (query === undefined) return []
      const found = new Map<string, Ticket>()
      const keep = (tickets: readonly Ticket[]): void => {
        for (const ticket of tickets) found.set(ticket.id, ticket)
      }
      if (/\d/.test(words)) keep(await among(db, byKey(words), sight, most))
      if ('requester' in sight) keep(await among(db, matchingOf(query, askedBy(sight.requester)), sight, most))
      if ('organisation' in sight) keep(await among(db, matchingOf(query, livingOf(sight.organisation)), sight, most))
      for (const stretch of [...STRETCHES, undefined]) {
        if (found.size >= most) break
        keep(await among(db, matching(query, sight, stretch && lately(stretch, now)), sight, most))
      }
      return [...found.values()].toSorted((one, other) => newest(other) - newest(one)).slice(0, most)
    },
  }
}

/** Of the tickets with these ids those that are seen, the newest. */
async function among(db: Db, ids: RawBuilder<string>, sight: Sight, most: number): Promise<Ticket[]> {
  return db
    .selectFrom('ticket')
    .select(ticketColumns)
    .where('id', 'in', ids)
    .$if('agentOf' in sight, (all) => all.where('deskId', 'in', 'agentOf' in sight ? [...sight.agentOf] : []))
    .$if('requester' in sight, (all) => all.where('requesterId', '=', 'requester' in sight ? sight.requester : ''))
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

/** Tickets whose words, or a message's, match; of these days alone where there are some. */
function matching(query: string, sight: Sight, days: string | undefined): RawBuilder<string> {
  const asked = days === undefined ? query : `(${query}) & (${days})`
  const messages = sql`select ticket_id from message where ${matches(messageWords, asked)} ${heardBy(sight)}`
  return sql`(select id from ticket where ${matches(ticketWords, asked)} union
    ${days === undefined ? sql`(${messages} order by id desc limit ${MOST_MESSAGES})` : messages})`
}

/** The same among these tickets: by whose they are and not by the words, which others may use all the time. */
function matchingOf(query: string, tickets: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(select own.id from (${tickets}) as own
    where ${matches(sql`to_tsvector('simple', own.words)`, query)} or exists (
      select from message where message.ticket_id = own.id and message.kind = 'message'
        and ${matches(sql`to_tsvector('simple', message.words)`, query)}))`
}

/** The newest tickets of somebody, as they are indexed. */
function askedBy(requester: string): RawBuilder<unknown> {
  return sql`(select id, words from ticket where requester_id = ${requester} and stage <> 'closed'
      order by opened_at desc limit ${MOST_OWN})
    union all (select id, words from ticket where requester_id = ${requester} and stage = 'closed'
      order by closed_at desc limit ${MOST_OWN})`
}

/** The newest tickets of a company that are not closed. */
function livingOf(organisation: string): RawBuilder<unknown> {
  return sql`select id, words from ticket where organisation_id = ${organisation} and stage <> 'closed'
    order by opened_at desc limit ${MOST_OWN}`
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
function queryOf(words: string): string | undefined {
  const each = words.split(' ').filter((word) => word !== '')
  if (each.length === 0) return undefined
  return each.map((word, index) => (index === each.length - 1 ? `${word}:*` : word)).join(' & ')
}
