import { sql } from 'kysely'
import type { Search } from '../ports/search.ts'
import type { Db } from './orm.ts'
import { ticketColumns } from './ticket-columns.ts'

/** @see Search */
export function searchOf(db: Db): Search {
  return {
    async tickets(words, sight, most) {
      const query = queryOf(words)
      if (query === undefined) return []
      const matches = sql<boolean>`to_tsvector('simple', words) @@ to_tsquery('simple', ${query})`
      const seen = 'agentOf' in sight ? sight : undefined
      const inMessages = db
        .selectFrom('message')
        .select('ticketId as id')
        .where(matches)
        .$if(seen === undefined, (found) => found.where('kind', '=', 'message'))
      const byWords = db.selectFrom('ticket').select('id').where(matches).union(inMessages)
      // A part of a key, as people remember it: 1503.
      const key = words.replaceAll(' ', '-').toUpperCase()
      const found = /\d/.test(key)
        ? byWords.union(db.selectFrom('ticket').select('id').where('key', 'like', `%${key}%`))
        : byWords
      return db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('id', 'in', found)
        .$if(seen !== undefined, (all) => all.where('deskId', 'in', [...(seen?.agentOf ?? [])]))
        .$if('requester' in sight, (all) => all.where('requesterId', '=', 'requester' in sight ? sight.requester : ''))
        .$if('organisation' in sight, (all) =>
          all
            .where('organisationId', '=', 'organisation' in sight ? sight.organisation : '')
            .where('privateTo', 'is', null),
        )
        .orderBy(sql`coalesce(last_message_at, opened_at) desc`)
        .limit(most)
        .execute()
    },
  }
}

/** Letters and digits only come here (`findable.ts`): nothing in them is an operator of a query. */
function queryOf(words: string): string | undefined {
  const each = words.split(' ').filter((word) => word !== '')
  if (each.length === 0) return undefined
  return each.map((word, index) => (index === each.length - 1 ? `${word}:*` : word)).join(' & ')
}
