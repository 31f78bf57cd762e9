import type { Ticket } from '../domain/ticket/ticket.ts'
import { LostRace, type Place, type Tickets } from '../ports/store.ts'
import type { Db } from './orm.ts'

/** @see Tickets */
export function ticketsOf(db: Db): Tickets {
  return {
    async insert(ticket) {
      await db.insertInto('ticket').values(ticket).execute()
    },
    async update(ticket, expected) {
      const { id, ...fields } = ticket
      const result = await db
        .updateTable('ticket')
        .set(fields)
        .where('id', '=', id)
        .where('version', '=', expected)
        .executeTakeFirst()
      if (result.numUpdatedRows !== 1n) throw new LostRace(id)
    },
    byId: async (id) => db.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirst(),
    byKey: async (key) => db.selectFrom('ticket').selectAll().where('key', '=', key.toUpperCase()).executeTakeFirst(),
    ofRequester: async (person, resolvedSince): Promise<Ticket[]> =>
      db
        .selectFrom('ticket')
        .selectAll()
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
        .selectAll()
        .where('assigneeId', '=', person)
        .where('stage', 'not in', ['resolved', 'closed'])
        .orderBy('id')
        .execute(),
    lockDue: async (now, deskIds) =>
      db
        .selectFrom('ticket')
        .selectAll()
        .where('snoozedUntil', '<=', now)
        .where('deskId', 'in', [...deskIds])
        .orderBy('snoozedUntil')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst(),
    lockUnassigned: async (deskId) =>
      db
        .selectFrom('ticket')
        .selectAll()
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
