import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { Pool } from 'pg'
import { z } from 'zod'
import { secrets } from '../../test/support/demo.ts'
import { type Heard, handle, type Known, receive, sent } from './floor-rows.ts'
import { forwarder } from './forward.ts'
import { ready } from './ready.ts'
import { routeKey } from './routes.ts'

/**
 * The floor: the rows the product writes for a message, by plain `pg` in as many transactions, then the one call of the
 * platform's SDK. No rule is looked at. With FLOOR_INSERTS it only keeps the event and acknowledges it.
 */
const { BENCH_PORT, BENCH_DATABASE, FLOOR_INSERTS } = process.env
const pool = new Pool({ connectionString: BENCH_DATABASE, max: 20 })
const forward = forwarder()
const known = await readTickets()
/** How long each message kept the database (ms), summed; asked for by whoever started this. */
let databaseMs = 0
let messages = 0

const slackEvent = z.object({
  event: z.object({ channel: z.string(), thread_ts: z.string(), ts: z.string(), text: z.string() }),
})
const update = z.object({
  message: z.object({ chat: z.object({ id: z.number() }), message_id: z.number(), text: z.string() }),
})

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const raw = Buffer.concat(chunks).toString('utf8')
    const slack = request.url === '/slack/events'
    const header = (name: string): string => String(request.headers[name] ?? '')
    const signed = slack
      ? header('x-slack-signature') === signatureOf(header('x-slack-request-timestamp'), raw)
      : header('x-telegram-bot-api-secret-token') === secrets.webhookSecret
    if (!signed) return void response.writeHead(401).end()
    const acknowledge = (): void => void response.writeHead(200).end()
    mirror(slack ? fromSlack(JSON.parse(raw)) : fromTelegram(JSON.parse(raw)), acknowledge).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      if (!response.headersSent) response.writeHead(503).end()
    })
  })
}).listen(Number(BENCH_PORT), '127.0.0.1', () => ready(Number(BENCH_PORT)))

process.on('message', () => {
  process.send?.({ databaseMs: messages === 0 ? 0 : databaseMs / messages })
  databaseMs = 0
  messages = 0
})

async function mirror(heard: Heard, acknowledge: () => void): Promise<void> {
  const began = performance.now()
  const inboxId = await receive(pool, heard)
  acknowledge()
  const ticket = FLOOR_INSERTS ? undefined : known.get(routeKey(heard))
  if (!ticket) return
  const deliveryId = await handle(pool, inboxId, heard, ticket)
  const calls = performance.now()
  await forward(ticket.target, heard.text)
  const called = performance.now()
  await sent(pool, deliveryId, ticket)
  databaseMs += performance.now() - called + (calls - began)
  messages += 1
}

function signatureOf(stamp: string, raw: string): string {
  return `v0=${createHmac('sha256', secrets.signingSecret).update(`v0:${stamp}:${raw}`).digest('hex')}`
}

function fromSlack(body: unknown): Heard {
  const { event } = slackEvent.parse(body)
  return { platform: 'slack', chat: event.channel, thread: event.thread_ts, message: event.ts, text: event.text, body }
}

function fromTelegram(body: unknown): Heard {
  const { message } = update.parse(body)
  const [chat, id] = [String(message.chat.id), String(message.message_id)]
  return { platform: 'telegram', chat, thread: undefined, message: id, text: message.text, body }
}

async function readTickets(): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await pool.query<{
    ticket: string
    person: string
    place: string
    chat: string
    thread: string | null
    platform: 'slack' | 'telegram'
    to_chat: string
    to_thread: string | null
  }>(
    `select ticket.id as ticket, ticket.requester_id as person, there.id as place, here.chat, here.thread,
            there.platform, there.chat as to_chat, there.thread as to_thread
       from ticket
       join place as here on here.ticket_id = ticket.id and here.side = 'requester'
       join place as there on there.ticket_id = ticket.id and there.side = 'triage'`,
  )
  return new Map(
    rows.map((row) => [
      routeKey({ chat: row.chat, thread: row.thread ?? undefined }),
      {
        ticketId: row.ticket,
        personId: row.person,
        placeId: row.place,
        target: { platform: row.platform, chat: row.to_chat, thread: row.to_thread ?? undefined },
      },
    ]),
  )
}
