import type { App } from '@slack/bolt'
import type { Door } from '../../../src/adapter.ts'
import type { Payload } from './payload.ts'
import { rowOf } from './row.ts'

/**
 * Lets nothing be acknowledged before its inbox row is committed. Bolt acknowledges events before it does anything
 * with them, and loses what it had in hand when the process dies (platforms.md §C); here its acknowledgement waits for
 * the row, while a form may already open with its short-lived `trigger_id`. Where the insert fails so does the request,
 * and Slack tries again.
 */
export function storeFirst(app: App, door: Door, account: string): void {
  const handle = app.processEvent.bind(app)
  app.processEvent = async (event) => {
    const payload: Payload = event.body
    // A form is checked before it is taken in: its listener stores it.
    const row = payload.type === 'view_submission' ? undefined : rowOf(payload, account)
    if (!row) return handle(event)
    const stored = door.receive([row])
    await Promise.all([
      stored,
      handle({
        ...event,
        ack: async (answer: unknown) => {
          await stored
          await event.ack(answer)
        },
      }),
    ])
  }
}
