import { z } from 'zod'
import type { Door } from '../../../src/adapter.ts'
import type { Log } from '../log.ts'

/** More than 30,000 events an hour: Slack drops what comes, and says once a minute in which (platforms.md §A2). */
const rateLimited = z.object({
  type: z.literal('app_rate_limited'),
  team_id: z.string().optional(),
  /** Its first second (Unix). */
  minute_rate_limited: z.number().int().positive(),
})

const MINUTE_MS = 60_000

/** Takes down that events were dropped. Rejects where that could not be stored. */
export type TakeDropped = (payload: unknown) => Promise<void>

/** What was dropped is asked for in Slack's history; what is of another workspace is not ours. */
export function takeDropped(door: Door, account: string, log: Log): TakeDropped {
  return async (payload) => {
    const said = rateLimited.safeParse(payload).data
    if (!said || (said.team_id ?? account) !== account) return
    log.error({ minute: said.minute_rate_limited }, 'slack-drops-events')
    const from = new Date(said.minute_rate_limited * 1000)
    await door.dropped({ platform: 'slack', account, from, until: new Date(from.getTime() + MINUTE_MS) })
  }
}
