import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Target } from './routes.ts'

/** What the rows of one mirrored message are made of; the same for both floors. */
export interface Heard {
  platform: 'slack' | 'telegram'
  chat: string
  thread: string | undefined
  message: string
  text: string
  body: unknown
}

/** A ticket as far as the floor knows it. */
export interface Known {
  ticketId: string
  personId: string
  placeId: string
  target: Target
}

/** First transaction: the event is kept before it is acknowledged. Returns the row's id. */
export async function receive(pool: Pool, heard: Heard): Promise<string> {
  const id = randomUUID()
  await pool.query(
    `insert into inbox (id, platform, account, key, natural_key, lane, body, occurred_at, received_at, state, ready_at)
     values ($1, $2, 'floor', $3, null, $4, $5, now(), now(), 'done', now()) on conflict do nothing`,
    [id, heard.platform, id, `floor:${heard.chat}:${heard.thread ?? ''}`, JSON.stringify(heard.body)],
  )
  return id
}

/** Second transaction: the message, where its original is, what happened, the ticket, what is owed and on its way, so that a kill does not send it blindly again. */
export async function handle(pool: Pool, inboxId: string, heard: Heard, known: Known): Promise<string> {
  const [messageId, deliveryId] = [randomUUID(), randomUUID()]
  const { ticketId, personId, placeId, target } = known
  const text = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: heard.text }] }] }
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into message (id, ticket_id, kind, side, author_id, text, enclosures, occurred_at, received_at, late, words)
       values ($1, $2, 'message', 'requester', $3, $4, '[]', now(), now(), false, $5)`,
      [messageId, ticketId, personId, JSON.stringify(text), heard.text],
    )
    await client.query(
      `insert into twin (platform, account, chat, platform_message_id, ticket_id, message_id, role, content_hash)
       values ($1, 'floor', $2, $3, $4, $5, 'original', 'hash')`,
      [heard.platform, heard.chat, messageId, ticketId, messageId],
    )
    const { rows } = await client.query<{ version: number }>(
      `update ticket set last_message_at = now(), last_message_by = 'requester', version = version + 1
        where id = $1 returning version`,
      [ticketId],
    )
    await client.query(
      `insert into ticket_event (ticket_id, sequence, type, body, occurred_at, received_at)
       values ($1, $2, 'RequesterReplied', $3, now(), now())`,
      [ticketId, rows[0]?.version, JSON.stringify({ type: 'RequesterReplied', by: personId, message: messageId })],
    )
    await client.query(
      `insert into delivery (id, ticket_id, message_id, place_id, platform, account, chat, thread, lane, class, rank,
                             act, content, state, owed_at, tries, tried_at)
       values ($1, $2, $3, $4, $5, 'floor', $6, $7, $8, 'must-arrive', 1, 'post', $9, 'sending', now(), 1, now())`,
      [
        deliveryId,
        ticketId,
        messageId,
        placeId,
        target.platform,
        target.chat,
        target.thread ?? null,
        `floor:${target.chat}`,
        JSON.stringify({ language: 'en', author: { words: 'Person' }, body: [{ text }] }),
      ],
    )
    await client.query(`update lane set tokens = tokens - 1, counted_at = now() where lane = $1`, [laneOf(target)])
    await client.query(`update inbox set state = 'done', outcome = 'asked', handled_at = now() where id = $1`, [
      inboxId,
    ])
  })
  return deliveryId
}

/** Third transaction: the platform has it, and under which id. */
export function sent(pool: Pool, deliveryId: string, { ticketId, target }: Known): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query(
      `update delivery set state = 'sent', sent_chat = $2, sent_message_id = $3, settled_at = now() where id = $1`,
      [deliveryId, target.chat, deliveryId],
    )
    await client.query(`update lane set held_by = null, faults = 0 where lane = $1`, [laneOf(target)])
    await client.query(
      `insert into twin (platform, account, chat, platform_message_id, ticket_id, role, delivery_id)
       values ($1, 'floor', $2, $3, $4, 'copy', $5)`,
      [target.platform, target.chat, deliveryId, ticketId, deliveryId],
    )
  })
}

function laneOf({ platform, chat }: Target): string {
  return `${platform}:${platform === 'slack' ? 'T0BENCH' : '700001'}:${chat}`
}

async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
