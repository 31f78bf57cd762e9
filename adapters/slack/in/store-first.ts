import type { App } from '@slack/bolt'
import type { Door } from '../../../src/adapter.ts'
import type { Identity } from '../identity.ts'
import type { Log } from '../log.ts'
import { isEcho } from './message.ts'
import type { Payload } from './payload.ts'
import { rowOf } from './row.ts'
import { isHomeOpened } from './shapes.ts'
import { workspaceOf } from './workspace.ts'

/**
 * Lets nothing be acknowledged before its inbox row is committed. Bolt acknowledges events before it does anything
 * with them, and loses what it had in hand when the process dies (platforms.md §C); here its acknowledgement waits for
 * the row, while a form may already open with its short-lived `trigger_id`. Where the insert fails so does the request,
 * and Slack tries again. What is for another workspace's installation of our app is acknowledged and goes no further.
 */
export function storeFirst(app: App, door: Door, us: Identity, log: Log): void {
  const { account } = us
  const handle = app.processEvent.bind(app)
  app.processEvent = async (event) => {
    const payload: Payload = event.body
    if ((workspaceOf(payload) ?? account) !== account) {
      log.warn({}, 'slack-other-workspace')
      return event.ack()
    }
    if (payload.type === 'event_callback' && isEcho(payload.event, us)) return event.ack()
    const row = rowOf(payload, account)
    // Nobody waits for more than that: what an event means is found out later, and a closed form means nothing.
    if (isHomeOpened(payload)) return handle(event)
    if (payload.type === 'event_callback' || payload.type === 'view_closed') {
      if (row) await door.receive([row])
      return event.ack()
    }
    // A form is checked before it is taken in: its listener stores it.
    if (!row || payload.type === 'view_submission') return handle(event)
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
