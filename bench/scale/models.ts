import { setTimeout as sleep } from 'node:timers/promises'
import type { Orm } from '../../src/store/orm.ts'
import type { Contestant } from '../contestant.ts'
import { AGENT } from '../platforms/slack.ts'
import type { Writer } from '../platforms/wire.ts'
import { HELP } from './desk.ts'
import { type Ground, onDatabase } from './ground.ts'

export const modelNames = ['slack-open', 'telegram-open', 'slack-closed', 'telegram-closed'] as const
export type ModelName = (typeof modelNames)[number]

/** A ticket the product has opened and heard through, to be copied. */
export interface Model {
  name: ModelName
  id: string
  key: string
  requesterId: string
  /** The platform's id of who asked. */
  requester: string
}

/** As many words go to and fro in each; the requester's and the agent's in turns. */
export const MESSAGES = 10
const PATIENCE_MS = 30_000
const A_WEEK_AND_A_DAY_MS = 8 * 86_400_000

/** The nth text of a model: a word nothing else contains, for another to be put in its place. */
const markOfText = (n: number): string => `zq${'abcdefghijk'[n]}text`
export const TEXT_MARKS = Array.from({ length: MESSAGES + 1 }, (_, n) => markOfText(n))

/** Opens one ticket of each kind through the product and lets ten messages pass. The desk's clock is back afterwards. */
export async function makeModels(ground: Ground, databaseUrl: string): Promise<Model[]> {
  const desk = await ground.startDesk(databaseUrl)
  try {
    return await onDatabase(databaseUrl, async (orm) => {
      const models: Model[] = []
      for (const [n, name] of modelNames.entries()) models.push(await converse(ground, desk, orm, name, n))
      const closed = models.filter(({ name }) => name.endsWith('closed'))
      for (const { key } of closed) await command(ground, desk, `close ${key}`)
      await settled(orm, `exists (select from ticket where stage = 'resolved' having count(*) = ${closed.length})`)
      await clock(orm, A_WEEK_AND_A_DAY_MS)
      await settled(orm, `exists (select from ticket where stage = 'closed' having count(*) = ${closed.length})`)
      await clock(orm, 0)
      return models
    })
  } finally {
    await desk.stop()
  }
}

async function converse(ground: Ground, desk: Contestant, orm: Orm, name: ModelName, n: number): Promise<Model> {
  const onSlack = name.startsWith('slack')
  const requester = onSlack ? `U0MODEL${n}` : String(88_000_001 + n)
  const asks: Writer = onSlack
    ? { platform: 'slack', chat: HELP, user: requester }
    : { platform: 'telegram', chat: requester, user: requester }
  // Ids that are told from every other number (template.ts).
  const idOf = (message: number): string => String(100_090_000 + n * 100 + message)
  const first = `${markOfText(0)} does not go any more`
  await ground.deed(desk, { writer: asks, doing: onSlack ? { does: 'command', text: first } : said(first, idOf(0)) })
  await settled(orm, `exists (select from ticket where subject = '${first}' and requester_id in (${whose(requester)}))`)
  const at = await placesOf(orm, requester)
  for (let message = 1; message <= MESSAGES; message++) {
    const writer: Writer =
      message % 2 === 0
        ? { platform: 'slack', ...at.triage, user: AGENT }
        : onSlack
          ? { platform: 'slack', ...at.requester, user: requester }
          : asks
    await ground.deed(desk, {
      writer,
      doing: said(
        `Well, ${markOfText(message)} and that is all`,
        onSlack || message % 2 === 0 ? undefined : idOf(message),
      ),
    })
    await settled(
      orm,
      `exists (select from message where words like '%${markOfText(message)}%' and ticket_id = '${at.id}')`,
    )
  }
  return { name, id: at.id, key: at.key, requesterId: at.requesterId, requester }
}

function said(text: string, id?: string) {
  return { does: 'say' as const, text, ...(id !== undefined && { id }) }
}

function whose(requester: string): string {
  return `select person_id from person_address where platform_id = '${requester}'`
}

function command(ground: Ground, desk: Contestant, text: string): Promise<number> {
  return ground.deed(desk, { writer: { platform: 'slack', chat: HELP, user: AGENT }, doing: { does: 'command', text } })
}

async function placesOf(orm: Orm, requester: string) {
  const rows = await orm.em.fork().execute<
    {
      id: string
      key: string
      requester_id: string
      side: 'requester' | 'triage'
      chat: string
      thread: string | null
    }[]
  >(
    `select ticket.id, ticket.key, ticket.requester_id, place.side, place.chat, place.thread
       from ticket join place on place.ticket_id = ticket.id where ticket.requester_id in (${whose(requester)})`,
  )
  const at = (side: string) => {
    const place = rows.find((row) => row.side === side)
    if (!place) throw new Error(`no place of the ${side}`)
    return { chat: place.chat, ...(place.thread !== null && { thread: place.thread }) }
  }
  const [row] = rows
  if (!row) throw new Error('no ticket')
  return { id: row.id, key: row.key, requesterId: row.requester_id, requester: at('requester'), triage: at('triage') }
}

async function clock(orm: Orm, offsetMs: number): Promise<void> {
  await orm.em.fork().execute('update clock set offset_ms = ?', [offsetMs])
}

/** Waits until it holds and nothing is left to hear or to send. */
async function settled(orm: Orm, condition: string): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(20)) {
    const [row] = await orm.em.fork().execute<{ holds: boolean }[]>(
      `select (${condition}) and not exists (select from inbox where state = 'waiting')
          and not exists (select from delivery where state in ('pending', 'sending')) as holds`,
    )
    if (row?.holds) return
    if (performance.now() > until) throw new Error(`not so within ${PATIENCE_MS / 1000} s: ${condition}`)
  }
}
