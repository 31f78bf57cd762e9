import { effectOf } from '../domain/ticket/effect.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import { LostRace, type Place, type Tickets } from '../ports/store.ts'
import type { Db } from './orm.ts'

const ticketColumns = [
  'id',
  'key',
  'deskId',
  'subject',
  'type',
  'priority',
  'category',
  'status',
  'stage',
  'fields',
  'requesterId',
  'assigneeId',
  'organisationId',
  'plan',
  'triage',
  'snoozedUntil',
  'privateTo',
  'openedAt',
  'lastMessageAt',
  'lastMessageBy',
  'resolvedAt',
  'resolution',
  'closedAt',
  'statusSince',
  'lastAgentReplyAt',
  'silence',
  'rating',
  'version',
] as const satisfies readonly (keyof Ticket)[]

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
  return {
    async insert(ticket, times) {
      await db
        .insertInto('ticket')
        .values({ ...ticket, ...times })
        .execute()
    },
    async update(ticket, times, expected) {
      const { id, ...fields } = ticket
      const result = await db
        .updateTable('ticket')
        .set({ ...fields, ...times, stale: false })
        .where('id', '=', id)
        .where('version', '=', expected)
        .executeTakeFirst()
      if (result.numUpdatedRows !== 1n) throw new LostRace(id)
    },
    async standing(id) {
      const row = await db
        .selectFrom('ticket')
        .select([...ticketColumns, ...timeColumns])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && parted(row)
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
    ofAssignee: async (person): Promise<Ticket[]> =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where('assigneeId', '=', person)
        .where('stage', 'not in', ['resolved', 'closed'])
        .orderBy('id')
        .execute(),
    lockDue: async (by, now, deskIds) =>
      db
        .selectFrom('ticket')
        .select(ticketColumns)
        .where(by, '<=', now)
        .where('deskId', 'in', [...deskIds])
        .orderBy(by)
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst(),
    async putOff(id, by, until) {
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
    async rejudge(id, times) {
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
      await db.insertInto('place').values(place).execute()
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
  }
}

function placeOf(row: Omit<Place, 'platform'> & { platform: string }): Place {
  return { ...row, platform: row.platform as Place['platform'] } // only adapters' own platforms are ever written
}

/** The two halves of a row: what happened made the one, time makes the other. */
function parted(row: Ticket & Times): { ticket: Ticket; times: Times } {
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
