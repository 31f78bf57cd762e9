import { sql } from 'kysely'
import type { PersonId } from '../domain/person.ts'
import type { Copy, Erasing, Holdings } from '../ports/erasing.ts'
import type { Known } from './known.ts'
import type { Db } from './orm.ts'

/** @see Erasing */
export function erasingOf(db: Db, known: Known): Erasing {
  const theirs = (person: PersonId) => sql`
    select id from ticket where requester_id = ${person}
    union select ticket_id from ticket_event
      where type in ('TicketOpened', 'RequesterChanged') and (body ->> 'requesterId' = ${person} or body ->> 'from' = ${person})`
  const ids = async (query: ReturnType<typeof sql>): Promise<string[]> =>
    (await sql<{ id: string }>`${query}`.execute(db)).rows.map(({ id }) => id)
  return {
    async find(named) {
      const [platform = '', id = ''] = named.split(/:(.*)/s)
      const { rows } = await sql<{ id: string; name: string }>`
        select distinct person.id, person.name from person
        left join person_address address on address.person_id = person.id
        where person.id::text = ${named} or (address.platform = ${platform} and address.platform_id = ${id})`.execute(
        db,
      )
      return rows.length === 1 ? rows[0] : undefined
    },
    async holdings(person) {
      const found: Record<string, Record<string, unknown>[]> = {}
      const tickets = theirs(person)
      const messages = sql`select id from message where author_id = ${person} or ticket_id in (${tickets})`
      const queries = {
        person: sql`select * from person t where id = ${person}`,
        addresses: sql`select * from person_address t where person_id = ${person}`,
        organisations: sql`select t.*, organisation.name from organisation_member t
          join organisation on organisation.id = t.organisation_id where person_id = ${person}`,
        'email-claims': sql`select * from email_claim t where person_id = ${person}`,
        'quiet-hours': sql`select * from quiet_hours t where person_id = ${person}`,
        blocks: sql`select * from block t where person_id = ${person}`,
        tickets: sql`select * from ticket t where id in (${tickets})`,
        'ticket-events': sql`select * from ticket_event t where ticket_id in (${tickets}) or body ->> 'by' = ${person}
          order by received_at, sequence`,
        messages: sql`select * from message t where id in (${messages}) order by id`,
        revisions: sql`select * from message_revision t where message_id in (${messages}) order by message_id, revision`,
        copies: sql`select * from twin t where message_id in (${messages})`,
        reactions: sql`select * from reaction t where person_id = ${person}`,
        files: sql`select * from file t where message_id in (${messages}) order by id`,
        drafts: sql`select * from draft t where person_id = ${person}`,
        deliveries: sql`select * from delivery t where message_id in (${messages}) or ticket_id in (${tickets}) order by seq`,
        events: sql`select * from inbox t where ${mentions(person)} order by seq`,
      }
      for (const [name, query] of Object.entries(queries)) {
        // A row as JSON, as PostgreSQL writes it: every column, also one that is added later.
        const { rows } = await sql<{
          row: Record<string, unknown>
        }>`select to_jsonb(r) as row from (${query}) r`.execute(db)
        found[name] = rows.map(({ row }) => row)
      }
      return found satisfies Holdings
    },
    tickets: (person) => ids(sql`select id from (${theirs(person)}) as theirs`),
    ticketsBeside: (person) =>
      ids(sql`select distinct ticket_id as id from ticket_event where body ->> 'by' = ${person}
        and type in ('TicketOpened', 'SubjectChanged', 'FieldChanged') and ticket_id not in (${theirs(person)})`),
    messagesBeside: (person) =>
      ids(sql`select id from message where author_id = ${person} and ticket_id not in (${theirs(person)}) order by id`),
    async copies(ticketIds, messageIds) {
      const { rows } = await sql<Omit<Copy, 'root'> & { rootKey: string | null }>`
        select post.id, post.ticket_id as "ticketId", post.message_id as "messageId", post.place_id as "placeId",
          post.platform, post.account, coalesce(post.sent_chat, post.chat) as chat, post.settled_at as "sentAt",
          post.act, (select ticket.key from place join ticket on ticket.id = place.ticket_id
            where post.id in (place.root_delivery_id, place.topic_delivery_id) limit 1) as "rootKey"
        from delivery post
        where post.act in ('post', 'topic') and post.state = 'sent' and post.ticket_id is not null
          and (post.ticket_id = any(${[...ticketIds]}::uuid[]) or post.message_id = any(${[...messageIds]}::uuid[]))
          and not exists (select from delivery taken where taken.of_id = post.id and (taken.act = 'delete' or ${isErased(sql`taken`)}))
        order by post.seq`.execute(db)
      return rows.map(({ rootKey, ...copy }) => ({
        ...copy,
        sentAt: new Date(copy.sentAt),
        root: rootKey === null ? null : { key: rootKey },
      }))
    },
    async person(person) {
      known.people.delete(person)
      known.drafts.delete(person)
      known.places.clear()
      await db
        .updateTable('person')
        .set({ name: pseudonym(person), language: null, chosenLanguage: null })
        .where('id', '=', person)
        .execute()
      // What an agent raised for them, or was about to, lies in the agent's own draft.
      await sql`delete from draft where person_id = ${person} or ticket_id in (${theirs(person)}) or exists (
        select from jsonb_array_elements(draft.body -> 'messages') as said, person_address address
         where address.person_id = ${person} and address.platform = draft.platform
           and address.platform_id = said ->> 'author')`.execute(db)
      await db.deleteFrom('email_claim').where('personId', '=', person).execute()
      await db.deleteFrom('quiet_hours').where('personId', '=', person).execute()
      await db.deleteFrom('reaction').where('personId', '=', person).execute()
      await db.deleteFrom('organisation_wait').where('personId', '=', person).execute()
      await sql`delete from inbox t where state in ('waiting', 'parked') and ${mentions(person)}`.execute(db)
      // What others wrote in their tickets names nobody: nothing tells those events from the rest. An event that has
      // been heard is of no more use to the desk, and is kept for 30 days only to look into faults.
      await sql`update inbox set body = '{}' where state = 'done' and body <> '{}'
        and id not in (select inbox_id from organisation_wait)`.execute(db)
      // Also what the desk told them, or told others of them, in tickets or out of them.
      await sql`update delivery set via = null, content = null, state = case when state = 'pending' then 'superseded' else state end
        where act <> 'delete' and not ${isErased(sql`delivery`)}
          and (ticket_id in (${theirs(person)})
            or ticket_id is null and (${addressed(person, sql`delivery.person`)} or ${addressed(person, sql`delivery.chat`)})
            or place_id in (select id from place where person_id = ${person}))`.execute(db)
      // Lists, digests and what was found belong to no ticket, and name theirs by its key and subject.
      const keys = (await sql<{ key: string }>`select key from ticket where id in (${theirs(person)})`.execute(db)).rows
      if (keys.length === 0) return
      const named = `\\m(${keys.map(({ key }) => key.replaceAll('-', '\\-')).join('|')})\\M`
      await sql`update delivery set content = null, state = case when state = 'pending' then 'superseded' else state end
        where ticket_id is null and content::text ~ ${named}`.execute(db)
    },
    async owed(person) {
      const { rows } = await sql<{ owed: number }>`
        select count(*)::int as owed from delivery
        where state in ('pending', 'sending') and (ticket_id in (${theirs(person)})
          or message_id in (select id from message where author_id = ${person}))`.execute(db)
      return rows[0]?.owed ?? 0
    },
    async addresses(person) {
      const own = sql`select id from place where person_id = ${person}`
      await sql`update delivery set person = null, chat = 'erased', thread = null, lane = platform || ':erased:erased',
          sent_chat = null, sent_thread = null, target = null
        where state not in ('pending', 'sending') and (place_id in (${own}) or ${addressed(person, sql`delivery.person`)}
          or ${addressed(person, sql`delivery.chat`)})`.execute(db)
      // A channel in which they asked is everybody's: only what stands there of their own tickets goes.
      await sql`delete from twin using place where place.person_id = ${person} and twin.ticket_id = place.ticket_id
        and twin.platform = place.platform and twin.account = place.account and twin.chat = place.chat`.execute(db)
      await sql`delete from lane using (
          select platform, account, chat from place where person_id = ${person} and not exists (
            select from place other where other.person_id is distinct from place.person_id
              and other.platform = place.platform and other.account = place.account and other.chat = place.chat)
          union select platform, account, platform_id from person_address where person_id = ${person}
        ) own where lane in (own.platform || ':' || own.account || ':' || own.chat,
          own.platform || ':' || own.account || ':' || own.chat || ':signs',
          own.platform || ':' || own.account || ':' || own.chat || ':files')`.execute(db)
      await sql`update place set chat = 'erased', thread = null, open = false where person_id = ${person}`.execute(db)
      // The keys of an event stay, so that a platform that brings it again brings nothing new.
      await sql`update inbox set lane = platform || ':erased', natural_key = null where state = 'done' and body = '{}'`.execute(
        db,
      )
      await db.deleteFrom('person_address').where('personId', '=', person).execute()
    },
  }
}

/** No name, and the same one wherever they stand in figures. */
const pseudonym = (person: PersonId): string => `#${person.slice(-6)}`

/** A raw event in which a platform's id of theirs stands by itself. */
const mentions = (person: PersonId) => sql`exists (
  select from person_address address where address.person_id = ${person} and t.platform = address.platform
    and t.body::text ~ ('\\m' || address.platform_id || '\\M'))`

/** One of our own that says what has become of it. */
const isErased = (delivery: ReturnType<typeof sql>) =>
  sql`coalesce(${delivery}.content -> 'body' -> 0 ->> 'key', '') = 'erased'`

const addressed = (person: PersonId, column: ReturnType<typeof sql>) => sql`exists (
  select from person_address address where address.person_id = ${person} and delivery.platform = address.platform
    and address.platform_id = ${column})`
