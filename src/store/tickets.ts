import { sql } from 'kysely'
import { findable } from '../domain/text/findable.ts'
import { effectOf } from '../domain/ticket/effect.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { DueTime, Times } from '../ports/promises.ts'
import { LostRace, type Place, type Tickets } from '../ports/store.ts'
import { openStages } from './open-stages.ts'
import type { Db } from './orm.ts'
import { ticketColumns } from './ticket-columns.ts'

type Standing = { ticket: Ticket; times: Times }

const timeColumns = [
  'judged',
  'firstResponseDueAt',
  'nextResponseDueAt',
  'resolutionDueAt',
  'slaAt',
  'silenceAt',
  'ratingAt',
  'closesAt',
] as const satisfies readonly (keyof Times)[]

/** @see Tickets */
export function ticketsOf(db: Db): Tickets {
  // What this transaction holds the lock of, and has not changed since, reads the same however often it is asked for.
  const held = new Map<string, Standing>()
  return {
    async insert(ticket, times) {
      await db
        .insertInto('ticket')
        .values({ ...ticket, ...times, words: wordsOfTicket(ticket) })
        .execute()
    },
    async update(ticket, times, expected) {
      const { id, ...fields } = ticket
      held.delete(id)
      const result = await db
        .updateTable('ticket')
        .set({ ...fields, ...times, words: wordsOfTicket(ticket), stale: false })
        .where('id', '=', id)
        .where('version', '=', expected)
        .executeTakeFirst()
      if (result.numUpdatedRows !== 1n) throw new LostRace(id)
    },
    async standing(id) {
      const known = held.get(id)
      if (known) return known
      const row = await db
        .selectFrom('ticket')
        .select([...ticketColumns, ...timeColumns])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && parted(row)
    },
    async standings(ids) {
      const rows = await db
        .selectFrom('ticket')
        .select([...ticketColumns, ...timeColumns])
        // One parameter, however many they are.
        .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
        .execute()
      return new Map(rows.map((row) => [row.id, parted(row)]))
    },
    byId: async (id) => db.selectFrom('ticket').select(ticketColumns).where('id', '=', id).executeTakeFirst(),
    byKey: async (key) =>
      db.selectFrom('ticket').select(ticketColumns).where('key', '=', key.toUpperCase()).executeTakeFirst(),
    ofRequester: async (person, resolvedSince): Promise<Ticket[]> =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('requesterId', '=', person)
        .where('stage', '!=', 'closed')
        .where((where) => where.or([where('resolvedAt', 'is', null), where('resolvedAt', '>=', resolvedSince)]))
        .orderBy('openedAt', 'desc') // whole seconds on some platforms
        .orderBy('id', 'desc')
        .limit(100)
        .execute(),
    ofWatcher: async (person): Promise<Ticket[]> =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where(sql<boolean>`watchers <> '[]' and watchers @> ${sql.val(JSON.stringify([person]))}::jsonb`)
        .where('stage', 'not in', ['resolved', 'closed'])
        .where((where) =>
          where.exists(
            where
              .selectFrom('place')
              .select('place.id')
              .whereRef('place.ticketId', '=', 'ticket.id')
              .where('place.side', '=', 'requester')
              .where('place.personId', '=', person)
              .where('place.open', '=', true),
          ),
        )
        .orderBy('openedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(100)
        .execute(),
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
        .where('deskId', '=', deskId)
        .where(sql<boolean>`fields ?| ${sql.val([...fields])}::text[]`)
        .where((where) => (of === undefined ? where('stage', '!=', 'closed') : where('requesterId', '=', of)))
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
      held.set(standing.ticket.id, standing)
      return standing.ticket
    },
    async putOff(id, by, until) {
      held.delete(id)
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
      return row && parted(row).ticket
    },
    async rejudge(id, times) {
      held.delete(id)
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
      const rows = events.map(({ sequence, event, occurredAt, receivedAt }) => ({
        ticketId,
        sequence,
        type: event.type,
        body: event,
        occurredAt,
        receivedAt,
        effect: effectOf(event),
      }))
      if (rows.length > 0) await db.insertInto('ticket_event').values(rows).execute()
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
      await db
        .insertInto('place')
        .values({ ...place, topicDeliveryId: place.topicDeliveryId ?? null })
        .execute()
    },
    async places(ticketId) {
      const rows = await db.selectFrom('place').selectAll().where('ticketId', '=', ticketId).orderBy('id').execute()
      return rows.map(placeOf)
    },
    async placeAt({ platform, account, chat, thread }) {
      if (thread === undefined) return undefined
      const row = await db
        .selectFrom('place')
        .selectAll()
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .where('thread', '=', thread)
        .orderBy('open', 'desc')
        .executeTakeFirst()
      return row && placeOf(row)
    },
    async setOpen(placeId, open) {
      await db.updateTable('place').set({ open }).where('id', '=', placeId).execute()
    },
    async movePlace(id, to) {
      await db.updateTable('place').set(to).where('id', '=', id).execute()
    },
    async openIn({ platform, account }, chats) {
      const rows = await db
        .selectFrom('place')
        .innerJoin('ticket', 'ticket.id', 'place.ticketId')
        .select((select) => ['place.chat', select.fn.countAll<string>().as('tickets')])
        .where('place.platform', '=', platform)
        .where('place.account', '=', account)
        .where('place.chat', 'in', [...chats])
        .where('place.side', '=', 'triage')
        .where('place.open', '=', true)
        .where('ticket.stage', 'not in', ['resolved', 'closed'])
        .groupBy('place.chat')
        .execute()
      return new Map(rows.map(({ chat, tickets }) => [chat, Number(tickets)]))
    },
  }
}

const dueColumns: Record<DueTime, string> = {
  snoozedUntil: 'snoozed_until',
  slaAt: 'sla_at',
  silenceAt: 'silence_at',
  ratingAt: 'rating_at',
  closesAt: 'closes_at',
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

function placeOf(row: Omit<Place, 'platform'> & { platform: string }): Place {
  return { ...row, platform: row.platform as Place['platform'] } // only adapters' own platforms are ever written
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

/** What a ticket is found by, besides its messages. */
/** What a ticket is found by. */
export function wordsOfTicket({ key, subject }: Pick<Ticket, 'key' | 'subject'>): string {
  return findable(`${key} ${subject}`)
}
