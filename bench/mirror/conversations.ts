import { setTimeout as sleep } from 'node:timers/promises'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import type { Contestant } from '../contestant.ts'
import type { Doing, Side, Writer } from '../platforms/wire.ts'
import { bureau, DESKS } from './desks.ts'
import { doorsOf, type Ground, signingSecret, webhookSecret } from './ground.ts'
import { type Routes, routeKey, type Target } from './routes.ts'

export const directions = ['Slack → Telegram', 'Telegram → Slack', 'Slack → Slack', 'Telegram → Telegram'] as const
export type Direction = (typeof directions)[number]

/** A ticket: who asked, where, and where its agents read. */
export interface Conversation {
  ticketId: string
  writer: Writer
  triage: Target
}

export type PerDirection<One> = Record<Direction, One>
export type Conversations = PerDirection<Conversation[]>

/** A list for each direction, with nothing in it yet. */
export function listsPerDirection<One>(): PerDirection<One[]> {
  return { 'Slack → Telegram': [], 'Telegram → Slack': [], 'Slack → Slack': [], 'Telegram → Telegram': [] }
}

export function sideOf(direction: Direction): { from: Side; to: Side } {
  const [from = '', to = ''] = direction.toLowerCase().split(' → ')
  return { from: from as Side, to: to as Side } // the direction's own words
}

/** Opens so many tickets of each direction through the product. Resolves when everything about them has been sent. */
export async function openConversations(ground: Ground, desk: Contestant, each: number): Promise<Conversations> {
  const common = { doors: doorsOf(desk), secrets: { signingSecret, webhookSecret } }
  const deed = (writer: Writer, doing: Doing) => ground.platforms.deed({ writer, doing, ...common })
  let person = FIRST_PERSON
  for (const direction of directions) {
    const { from, to } = sideOf(direction)
    for (let n = 0; n < each; n++) {
      person += 1
      const { id, help } = bureau(to, n % DESKS)
      const words = `The printer number ${person} does not print`
      if (from === 'slack') {
        await deed({ platform: 'slack', chat: help, user: `U0C${person}` }, { does: 'command', text: words })
        continue
      }
      const writer: Writer = { platform: 'telegram', chat: String(person), user: String(person) }
      await deed(writer, { does: 'say', text: `/start ${id}`, more: START })
      await deed(writer, { does: 'say', text: words })
    }
  }
  const orm = await openOrm(ground.databaseUrl, 2)
  try {
    await settled(orm, each * directions.length)
    return await readConversations(orm)
  } finally {
    await orm.close(true)
  }
}

const FIRST_PERSON = 10_000
const START = { entities: [{ type: 'bot_command', offset: 0, length: '/start'.length }] }
const PATIENCE_MS = 120_000

async function settled(orm: Orm, tickets: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const [row] = await orm.em.fork().execute<{ opened: string; owed: string; waiting: string }[]>(
      `select (select count(*) from ticket) as opened,
              (select count(*) from delivery where state in ('pending', 'sending')) as owed,
              (select count(*) from inbox where state = 'waiting') as waiting`,
    )
    const [opened, left] = [Number(row?.opened), Number(row?.owed) + Number(row?.waiting)]
    if (opened === tickets && left === 0) return
    if (performance.now() > until) throw new Error(`${opened} of ${tickets} tickets are open, ${left} things are left`)
    await sleep(200)
  }
}

interface Row {
  id: string
  asks: Side
  chat: string
  thread: string | null
  person: string
  works: Side
  triage_chat: string
  triage_thread: string | null
}

async function readConversations(orm: Orm): Promise<Conversations> {
  const rows = await orm.em.fork().execute<Row[]>(
    `select ticket.id, here.platform as asks, here.chat, here.thread, address.platform_id as person,
            there.platform as works, there.chat as triage_chat, there.thread as triage_thread
       from ticket
       join place as here on here.ticket_id = ticket.id and here.side = 'requester'
       join place as there on there.ticket_id = ticket.id and there.side = 'triage'
       join person_address as address on address.person_id = ticket.requester_id
      order by ticket.key`,
  )
  const found: Conversations = listsPerDirection()
  for (const row of rows) {
    const direction = directions.find((one) => sideOf(one).from === row.asks && sideOf(one).to === row.works)
    if (!direction) throw new Error('a ticket that crosses nothing')
    found[direction].push({
      ticketId: row.id,
      writer: {
        platform: row.asks,
        chat: row.chat,
        user: row.person,
        ...(row.thread !== null && { thread: row.thread }),
      },
      triage: {
        platform: row.works,
        chat: row.triage_chat,
        ...(row.triage_thread !== null && { thread: row.triage_thread }),
      },
    })
  }
  return found
}

/** What a contestant that knows no tickets needs to know. */
export function routesOf(conversations: readonly Conversation[]): Routes {
  return Object.fromEntries(conversations.map(({ writer, triage }) => [routeKey(writer), triage]))
}
