import { isDeepStrictEqual } from 'node:util'
import type { Playground } from '../../playground/open.ts'
import { replay } from '../../src/domain/ticket/apply.ts'
import { dbOf, type Orm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import type { TestDesk } from './desk.ts'
import { until } from './people.ts'

/**
 * Events the desk has not said 2xx to, nor moved its offset past: the platform offers them again. What Slack asks once
 * (a command, a press) is not among them: there the person sees that it failed.
 */
export function unacknowledged({ slack, telegram }: Playground): string[] {
  return [slack.ledger, telegram.ledger].flatMap(({ entries }) => {
    const acknowledged = new Set(entries.flatMap((entry) => (entry.what === 'acknowledged' ? [entry.id] : [])))
    return entries.flatMap((entry) =>
      entry.what === 'offered' && !acknowledged.has(entry.id) && isRepeated(entry) ? [entry.id] : [],
    )
  })
}

function isRepeated({ platform, id }: { platform: string; id: string }): boolean {
  return platform === 'telegram' || id.startsWith('Ev')
}

/** Whether all that was received is handled and all that is owed is sent. */
export async function isQuiet(orm: Orm): Promise<boolean> {
  const { waiting, owed } = await unsettled(orm)
  return waiting === 0 && owed === 0
}

/** Waits until nothing is left to be heard, and nothing owed to be sent. */
export function allHeardAndSent({ desk, database }: TestDesk): Promise<boolean> {
  return until(async () => {
    await desk.idle()
    const waiting = await database.query(
      `select id from inbox where state = 'waiting' union all
       select id from delivery where state in ('pending', 'sending')`,
    )
    return waiting.rowCount === 0
  }, 'that all is heard and all is sent')
}

/** How much is not. */
export async function unsettled(orm: Orm): Promise<{ waiting: number; owed: number }> {
  const db = dbOf(orm.em.fork())
  const count = (rows: { id: string }[]): number => rows.length
  return {
    waiting: count(await db.selectFrom('inbox').select('id').where('state', '=', 'waiting').execute()),
    owed: count(await db.selectFrom('delivery').select('id').where('state', 'in', ['pending', 'sending']).execute()),
  }
}

/** What the database says afterwards; lists that should be empty. */
export interface Stored {
  tickets: { id: string; key: string; requesterId: string; subject: string; assigneeId: string | null }[]
  /** Keys of tickets that are not what their history makes of them. */
  replayDiffers: string[]
  parked: unknown[]
  /** Deliveries that came to a bad end, or to none anybody knows. */
  ended: { act: string; fault: string | null }[]
}

export async function storedIn(orm: Orm): Promise<Stored> {
  const db = dbOf(orm.em.fork())
  const store = storeOf({ orm, realNow: () => new Date() })
  const tickets = await db.selectFrom('ticket').selectAll().execute()
  const replayDiffers: string[] = []
  for (const { id, key } of tickets) {
    const { stored, history } = await store.transaction(async (unit) => ({
      stored: await unit.tickets.byId(id),
      history: await unit.tickets.history(id),
    }))
    if (!isDeepStrictEqual(replay(history), stored)) replayDiffers.push(key)
  }
  const ended = db.selectFrom('delivery').select(['act', 'fault']).where('state', 'in', ['failed', 'unknown'])
  return { tickets, replayDiffers, parked: await store.inbox.parked(), ended: await ended.execute() }
}
