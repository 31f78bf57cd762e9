import { sql } from 'kysely'
import type { PersonId } from '../domain/person.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Tickets } from '../ports/tickets.ts'
import { type Gather, rowsOfEach } from './gather.ts'
import type { Known, Standing } from './known.ts'
import { isOpen } from './open-stages.ts'
import { openToRequesters } from './open-to-requesters.ts'
import type { Db } from './orm.ts'
import { filled } from './reckoned.ts'
import { run, type Statement } from './statement.ts'
import { ticketColumns } from './ticket-columns.ts'

const MOST_LISTED = 100

type TicketLists = Pick<
  Tickets,
  | 'ofRequester'
  | 'ofWatcher'
  | 'ofOrganisation'
  | 'lastClosedOf'
  | 'tagged'
  | 'planned'
  | 'ofAssignee'
  | 'holdersOf'
  | 'openIn'
>

/** Tickets by whose they are, by what they bear and by where they are. `whole`: one by its id. @see Tickets */
export function ticketListsOf(
  db: Db,
  gather: Gather,
  known: Known,
  whole: (id: string) => Promise<Standing | undefined>,
): TicketLists {
  const idsOfWatcher = gather(async (people: readonly string[]) => {
    const rows = await run<{ ord: string; id: string }>(db, OF_WATCHER, [people])
    return rowsOfEach(rows, people).map((theirs) => theirs.map(({ id }) => id))
  })

  const newest = () =>
    db.selectFrom('ticket').select(ticketColumns).orderBy('openedAt', 'desc').orderBy('id', 'desc').limit(MOST_LISTED)

  return {
    ofRequester: openToRequesters(db, gather, known),
    async ofWatcher(person) {
      const all = await Promise.all((await idsOfWatcher(person)).map(whole))
      return all.flatMap((one) => (one ? [one.ticket] : []))
    },
    async ofOrganisation(organisation, { deskId, resolvedSince, most, countedTo }) {
      const its = newest()
        .where('organisationId', '=', organisation)
        .where('deskId', '=', deskId)
        .where('privateTo', 'is', null)
        .where('stage', '!=', 'closed')
        .where((where) => where.or([where('resolvedAt', 'is', null), where('resolvedAt', '>=', resolvedSince)]))
      const first: Ticket[] = await its.limit(most).execute()
      if (first.length < most) return { first, count: first.length }
      const counted = its
        .clearSelect()
        .select('id')
        .limit(countedTo + 1)
        .as('counted')
      const [all] = await db
        .selectFrom(counted)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .execute()
      return { first, count: Number(all?.count ?? 0) }
    },
    lastClosedOf: async (person, since) =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('requesterId', '=', person)
        .where('stage', '=', 'closed')
        .where('closedAt', '>=', since)
        .orderBy('closedAt', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirst(),
    tagged: async (deskIds, tag): Promise<Ticket[]> =>
      newest()
        .where('deskId', 'in', [...deskIds])
        .where('stage', '!=', 'closed')
        .where(sql<boolean>`tags <> '[]' and tags @> ${JSON.stringify([tag])}::jsonb`)
        .execute(),
    planned: async (deskId, fields, { of, most }): Promise<Ticket[]> =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('id', '=', sql<string>`any (array(${planning(deskId, fields, of)}))`)
        .orderBy('openedAt', 'desc')
        .limit(most)
        .execute(),
    ofAssignee: async (person): Promise<Ticket[]> =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('assigneeId', '=', person)
        .where('stage', 'not in', ['resolved', 'closed'])
        .orderBy('id')
        .execute(),
    async holdersOf(deskId) {
      const rows = await db
        .selectFrom('ticket')
        .select('assigneeId')
        .distinct()
        .where('deskId', '=', deskId)
        .where('assigneeId', 'is not', null)
        // In the words of the index of what is open, which finds them among all that are closed.
        .where(sql<boolean>`${sql.raw(isOpen)}`)
        .execute()
      return rows.flatMap(({ assigneeId }) => assigneeId ?? [])
    },
    async openIn({ platform, account }, chats) {
      const rows = await run<{ chat: string; tickets: string }>(db, OPEN_IN, [platform, account, chats])
      return new Map(rows.map(({ chat, tickets }) => [chat, Number(tickets)]))
    },
  }
}

/**
 * $1 people. That they may read it is a scalar and not `exists`: for that PostgreSQL began with the person's places, which
 * have no index by person, and read all there are for each.
 */
const OF_WATCHER: Statement = {
  name: 'tickets-of-watcher',
  text: `
    select one.ord, theirs.id
      from unnest($1::uuid[]) with ordinality as one (person, ord), lateral (
        select id, opened_at from ticket
         where watchers <> '[]' and watchers @> jsonb_build_array(one.person)
           and stage not in ('resolved', 'closed')
           and (select true from place
                 where place.ticket_id = ticket.id and place.side = 'requester'
                   and place.person_id = one.person and place.open
                 limit 1)
         order by opened_at desc, id desc limit ${MOST_LISTED}
      ) as theirs
     order by one.ord, theirs.opened_at desc, theirs.id desc`,
}

/** Ids of the tickets of a desk with a value in one of these fields: of one requester, or those that are not closed. */
function planning(deskId: string, fields: readonly string[], of: PersonId | undefined) {
  const says = sql`desk_id = ${deskId} and ${sql.raw(filled)} ?| ${sql.val([...fields])}::text[]`
  const living = sql`stage <> 'closed' and fields <> '{}' and ${says}`
  if (of === undefined) return sql`select id from ticket where ${living}`
  return sql`
    select id from ticket where requester_id = ${of} and ${living}
    union all
    select id from ticket where requester_id = ${of} and stage = 'closed' and ${says}`
}

/**
 * $1 platform, $2 account, $3 chats. A ticket tells where it is worked on, and a private one is not in the channel. Where
 * a chat goes on under another id, its tickets say the old one until something happens to them.
 */
const OPEN_IN: Statement = {
  name: 'tickets-open-in',
  text: `
    with named (chat, known_as) as (
      select chat, chat from unnest($3::text[]) as chat
      union
      select moved_to, chat from moved_chat where platform = $1 and account = $2 and moved_to = any ($3::text[])
    )
    select named.chat, sum(there.tickets) as tickets
      from named, lateral (
        select count(*) as tickets from ticket
         where triage ->> 'chat' = named.known_as and triage ->> 'platform' = $1 and private_to is null and ${isOpen}
      ) as there
     where there.tickets > 0
     group by named.chat`,
}
