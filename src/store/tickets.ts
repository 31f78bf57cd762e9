import { sql } from 'kysely'
import type { Address } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import { findable } from '../domain/text/findable.ts'
import { effectOf } from '../domain/ticket/effect.ts'
import type { RecordedEvent } from '../domain/ticket/events.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { DueTime, Times } from '../ports/promises.ts'
import { LostRace, type Place, type Tickets } from '../ports/store.ts'
import { type Gather, rowsOf } from './gather.ts'
import { asJson, columnOf, insertInto } from './insert.ts'
import { type Known, type Standing, taken } from './known.ts'
import { isOpen, openStages } from './open-stages.ts'
import type { Db } from './orm.ts'
import { keyOfAddress, placesAt, placesOfTickets } from './places.ts'
import { filled } from './reckoned.ts'
import { run, type Statement, select, write } from './statement.ts'
import { ticketColumns } from './ticket-columns.ts'
import { timeColumns, updateTickets } from './tickets-together.ts'

/** @see Tickets */
export function ticketsOf(db: Db, gather: Gather, known: Known): Tickets {
  const { standings: held, places: heldPlaces } = known
  const standings = async (ids: readonly string[]): Promise<Map<string, Standing>> => {
    const rows = await select<Ticket & Times>(db, STANDINGS, [[...new Set(ids)]])
    return new Map(rows.map((row) => [row.id, parted(row)]))
  }
  const standing = gather(async (ids: readonly string[]) => {
    const found = await standings(ids)
    for (const [id, one] of found) held.set(id, one)
    return ids.map((id) => found.get(id))
  })
  const update = gather(async (all: readonly { ticket: Ticket; times: Times; expected: number }[]) => {
    // Its places stay known: they are as this version had them, or it is not written.
    for (const { ticket } of all) held.delete(ticket.id)
    const rows = all.map(({ ticket, times, expected }) => ({
      expected,
      values: { ...ticket, ...times, words: wordsOfTicket(ticket), stale: false },
    }))
    return updateTickets(db, rows)
  })
  const record = gather(async (all: readonly { ticketId: string; events: readonly RecordedEvent[] }[]) => {
    const rows = all.flatMap(({ ticketId, events }) =>
      events.map(({ sequence, event, occurredAt, receivedAt }) => ({
        ticketId,
        sequence,
        type: event.type,
        body: event,
        occurredAt,
        receivedAt,
        effect: effectOf(event),
      })),
    )
    if (rows.length > 0) await write(db, RECORD, [asJson(rows)])
    return all.map(() => undefined)
  })
  const placesOf = gather((ticketIds: readonly string[]) => placesOfTickets(db, ticketIds))
  const places = async (id: string): Promise<Place[]> => {
    const known = heldPlaces.get(id)
    if (known) return known
    // Read after the ticket: whoever adds one meanwhile changes that too, and its version tells.
    const afterIt = held.has(id)
    const found = await placesOf(id)
    if (afterIt) heldPlaces.set(id, found)
    return found
  }
  const placeAt = gather((addresses: readonly Address[]) => placesAt(db, addresses))
  /** A ticket and, in the same trip and after it, its places: whoever asks for the one mostly wants the others next. */
  const whole = async (id: string): Promise<Standing | undefined> => {
    const known = held.get(id)
    if (known) return known
    const [found, places] = await Promise.all([standing(id), placesOf(id)])
    if (found) heldPlaces.set(id, places)
    return found
  }
  const forget = (id: string): void => {
    held.delete(id)
    heldPlaces.delete(id)
  }
  const idsOf = (statement: Statement) =>
    gather(async (asked: readonly { person: string; since: Date | null }[]) => {
      const rows = await run<{ ord: string; id: string }>(db, statement, [
        asked.map(({ person }) => person),
        asked.map(({ since }) => since),
      ])
      const of = rowsOf(rows, ({ ord }) => String(ord))
      return asked.map((_, index) => of(String(index + 1)).map(({ id }) => id))
    })
  const idsOfRequester = idsOf(OF_REQUESTER)
  const idsOfWatcher = idsOf(OF_WATCHER)
  const theirs = async (ids: readonly string[]): Promise<Ticket[]> => {
    const all = await Promise.all(ids.map(whole))
    return all.flatMap((one) => (one ? [one.ticket] : []))
  }

  return {
    async insert(ticket, times) {
      await db
        .insertInto('ticket')
        .values({ ...ticket, ...times, words: wordsOfTicket(ticket) })
        .execute()
    },
    async update(ticket, times, expected) {
      if (!(await update({ ticket, times, expected }))) throw new LostRace(ticket.id)
    },
    standing: whole,
    standings,
    byId: async (id) => (await whole(id))?.ticket,
    byKey: async (key) =>
      db.selectFrom('ticket').select(ticketColumns).where('key', '=', key.toUpperCase()).executeTakeFirst(),
    ofRequester: async (person, since) => theirs(await idsOfRequester({ person, since })),
    ofWatcher: async (person) => theirs(await idsOfWatcher({ person, since: null })),
    ofOrganisation: async (organisation, resolvedSince): Promise<Ticket[]> =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('organisationId', '=', organisation)
        .where('privateTo', 'is', null)
        .where('stage', '!=', 'closed')
        .where((where) => where.or([where('resolvedAt', 'is', null), where('resolvedAt', '>=', resolvedSince)]))
        .orderBy('openedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(100)
        .execute(),
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
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('deskId', 'in', [...deskIds])
        .where('stage', '!=', 'closed')
        .where(sql<boolean>`tags <> '[]' and tags @> ${JSON.stringify([tag])}::jsonb`)
        .orderBy('openedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(100)
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
    async lockDue(by, now, deskIds) {
      const row = await db
        .selectFrom('ticket')
        .select([...ticketColumns, ...timeColumns])
        .where('id', '=', earliestDue(by, now, deskIds))
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!row) return undefined
      const standing = parted(row)
      forget(row.id)
      held.set(row.id, standing)
      return standing.ticket
    },
    async putOff(id, by, until) {
      forget(id)
      await db
        .updateTable('ticket')
        .set({ [by]: until })
        .where('id', '=', id)
        .execute()
    },
    async lockStale(deskIds) {
      const row = await db
        .selectFrom('ticket')
        .select([...ticketColumns, ...timeColumns])
        .where('stale', '=', true)
        .where('deskId', 'in', [...deskIds])
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      return row && parted(row)
    },
    async shareOf(share, shares, deskIds, most) {
      const rows = await db
        .selectFrom('ticket')
        .select('id')
        // By what they are, not by what they are not: so the index of stages finds them among all that are closed.
        .where('stage', 'in', [...openStages, 'resolved'])
        .where('deskId', 'in', [...deskIds])
        .where(sql<boolean>`mod(abs(hashtext(id::text)::bigint), ${shares}) = ${share}`)
        .orderBy('id')
        .limit(most)
        .execute()
      return rows.map(({ id }) => id)
    },
    async lockStanding(id) {
      const row = await db
        .selectFrom('ticket')
        .select([...ticketColumns, ...timeColumns])
        .where('id', '=', id)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      return row && parted(row)
    },
    async lock(id) {
      const row = await db
        .selectFrom('ticket')
        .select([...ticketColumns, ...timeColumns])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      forget(id)
      return row && parted(row).ticket
    },
    async rejudge(id, times) {
      forget(id)
      await db
        .updateTable('ticket')
        .set({ ...times, stale: false })
        .where('id', '=', id)
        .execute()
    },
    lockUnassigned: async (deskId) =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('deskId', '=', deskId)
        .where('stage', '=', 'new')
        .where('assigneeId', 'is', null)
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst(),
    async record(ticketId, events) {
      await record({ ticketId, events })
    },
    async history(ticketId) {
      const rows = await db
        .selectFrom('ticket_event')
        .selectAll()
        .where('ticketId', '=', ticketId)
        .orderBy('sequence')
        .execute()
      return rows.map(({ sequence, occurredAt, receivedAt, body }) => ({
        sequence,
        occurredAt,
        receivedAt,
        event: body,
      }))
    },
    async addPlace(place) {
      heldPlaces.clear()
      await db
        .insertInto('place')
        .values({ ...place, topicDeliveryId: place.topicDeliveryId ?? null })
        .execute()
    },
    places,
    async placeAt(address) {
      if (address.thread === undefined) return undefined
      return taken(known.ahead.places, keyOfAddress(address), () => placeAt(address))
    },
    async setOpen(placeId, open) {
      heldPlaces.clear()
      await db.updateTable('place').set({ open }).where('id', '=', placeId).execute()
    },
    async movePlace(id, to) {
      heldPlaces.clear()
      await db.updateTable('place').set(to).where('id', '=', id).execute()
    },
    async openIn({ platform, account }, chats) {
      const rows = await run<{ chat: string; tickets: string }>(db, OPEN_IN, [platform, account, chats])
      return new Map(rows.map(({ chat, tickets }) => [chat, Number(tickets)]))
    },
  }
}

/** $1 ids; one parameter, however many they are. */
const STANDINGS: Statement = {
  name: 'tickets-standings',
  text: `select ${[...ticketColumns, ...timeColumns].map((name) => `"${columnOf(name)}"`).join(', ')} from ticket where id = any ($1::uuid[])`,
}

const RECORD = insertInto('ticket_event', [
  'ticketId',
  'sequence',
  'type',
  'body',
  'occurredAt',
  'receivedAt',
  'effect',
])

/** $1 people, $2 since when a resolved one counts; whole seconds on some platforms, so the id decides then. */
const OF_REQUESTER: Statement = {
  name: 'tickets-of-requester',
  text: `
    select one.ord, theirs.id
      from unnest($1::uuid[], $2::timestamptz[]) with ordinality as one (person, since, ord), lateral (
        select id, opened_at from ticket
         where requester_id = one.person and stage <> 'closed' and (resolved_at is null or resolved_at >= one.since)
         order by opened_at desc, id desc limit 100
      ) as theirs
     order by one.ord, theirs.opened_at desc, theirs.id desc`,
}

/** $1 people */
const OF_WATCHER: Statement = {
  name: 'tickets-of-watcher',
  text: `
    select one.ord, theirs.id
      from unnest($1::uuid[], $2::timestamptz[]) with ordinality as one (person, since, ord), lateral (
        select id, opened_at from ticket
         where watchers <> '[]' and watchers @> jsonb_build_array(one.person)
           and stage not in ('resolved', 'closed')
           and exists (select from place
                        where place.ticket_id = ticket.id and place.side = 'requester'
                          and place.person_id = one.person and place.open)
         order by opened_at desc, id desc limit 100
      ) as theirs
     order by one.ord, theirs.opened_at desc, theirs.id desc`,
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

const dueColumns: Record<DueTime, string> = {
  snoozedUntil: 'snoozed_until',
  slaAt: 'sla_at',
  silenceAt: 'silence_at',
  ratingAt: 'rating_at',
  closesAt: 'closes_at',
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

/** The ticket that is due first, locked: the first of each desk by its index, whatever desks that are gone owe. */
function earliestDue(by: DueTime, now: Date, deskIds: readonly string[]) {
  const due = sql.raw(dueColumns[by])
  const desks = deskIds.length === 0 ? sql`select null` : sql`values (${sql.join(deskIds, sql`), (`)})`
  return sql<string>`(
    select first.id from (${desks}) as desk (id), lateral (
      select ticket.id, ticket.${due} as due from ticket
      where ticket.desk_id = desk.id and ticket.${due} <= ${now}
      order by ticket.${due} limit 1 for update skip locked
    ) as first
    order by first.due limit 1
  )`
}

/** The two halves of a row: what happened made the one, time makes the other. */
function parted(row: Ticket & Times): Standing {
  const {
    judged,
    firstResponseDueAt,
    nextResponseDueAt,
    resolutionDueAt,
    slaAt,
    silenceAt,
    ratingAt,
    closesAt,
    ...ticket
  } = row
  return {
    ticket,
    times: {
      judged,
      firstResponseDueAt,
      nextResponseDueAt,
      resolutionDueAt,
      slaAt,
      silenceAt,
      ratingAt,
      closesAt,
    },
  }
}

/** What a ticket is found by. */
export function wordsOfTicket({ key, subject }: Pick<Ticket, 'key' | 'subject'>): string {
  return findable(`${key} ${subject}`)
}
