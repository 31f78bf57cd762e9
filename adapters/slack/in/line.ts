import { type App, SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import { clientOptions, sdkLogger } from '../client.ts'
import { factsOf, type Log } from '../log.ts'
import type { TakeDropped } from './rate-limited.ts'
import { within } from './within.ts'

/** How long Slack has for its `hello` (ms). */
const HELLO_WITHIN_MS = 10_000
/** How long a close frame is waited for (ms); the SDK itself would take 30 s. */
const CLOSE_WITHIN_MS = 1_500

export interface LineOptions {
  app: App
  /** xapp-… */
  appToken: string
  apiUrl: string
  silentMs?: number | undefined
  log: Log
  /** Ends the dialling. */
  stopping: AbortSignal
  /** Told that Slack dropped events. */
  dropped: TakeDropped
}

/** One WebSocket to Slack, from its `hello` to its end. */
export interface Line {
  /** Resolves when another line is needed: Slack asks for one (`disconnect`), or this one is down. Never rejects. */
  readonly ending: Promise<'asked' | 'down'>
  /** Hangs up, for good; resolves in 3 s at most. */
  hangUp(): Promise<void>
}

/** What is looked at before the SDK gets a message; the rest is its own. */
const heard = z.object({
  type: z.string(),
  reason: z.string().regex(/^\w+$/).optional().catch(undefined),
  payload: z.looseObject({ type: z.string().optional() }).optional(),
})

/**
 * Dials. Rejects where Slack gives no address (with the SDK's error), says no `hello` in 10 s, or `stopping` falls.
 *
 * One receiver serves one connection and never reconnects by itself: in 3.1.0 its own reconnecting leaves a gap of
 * seconds and rejects where nobody listens, which would end the process (platforms.md §D 1, 2).
 */
export async function dial({ app, appToken, apiUrl, silentMs, log, stopping, dropped }: LineOptions): Promise<Line> {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    ...(silentMs !== undefined && { clientPingTimeout: silentMs }),
    logger: sdkLogger(log),
    // Not shared with the app's own clients: the SDK writes into it (platforms.md §D 17, 18).
    installerOptions: { clientOptions: { ...clientOptions(apiUrl, log), timeout: 5_000 } },
    // Not acknowledged: Slack delivers an event again, and tells a person who waits that it did not work.
    processEventErrorHandler: async ({ error }) => {
      log.error(factsOf(error), 'slack-request-failed')
      return false
    },
  })
  receiver.init(app)
  const { client } = receiver
  const ending = Promise.withResolvers<'asked' | 'down'>()
  const down = Promise.withResolvers<void>()
  client.on('disconnected', () => {
    ending.resolve('down')
    down.resolve()
  })
  let greeted = false
  listenFirst(
    client,
    (said) => {
      if (said.payload?.type === 'app_rate_limited') {
        dropped(said.payload).catch((error: unknown) => log.error(factsOf(error), 'slack-envelope-failed'))
        return 'mine'
      }
      if (said.type === 'hello') greeted = true
      // The SDK would hang up at once, with acknowledgements still to be sent and no other line open.
      if (said.type !== 'disconnect' || !greeted) return 'theirs'
      log.info({ reason: said.reason }, 'slack-socket-refreshed')
      ending.resolve('asked')
      return 'mine'
    },
    log,
  )

  const hangUp = async (): Promise<void> => {
    // Asked twice, the SDK waits for no close frame.
    for (let times = 0; times < 2; times += 1) {
      void client.disconnect()
      if (await within(CLOSE_WITHIN_MS, down.promise)) return
    }
  }
  const greeting = receiver.start()
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(new Error('stopping'))
  stopping.addEventListener('abort', stop)
  try {
    if (!(await within(HELLO_WITHIN_MS, Promise.race([greeting, stopped.promise])))) throw new Error('no hello')
    return { ending: ending.promise, hangUp }
  } catch (error) {
    // A late failure of what nobody waits for any more, and a socket that opens late.
    greeting.then(hangUp, () => {})
    await hangUp()
    // The SDK rejects with undefined where the socket closes before the `hello`.
    throw error ?? new Error('closed before hello')
  } finally {
    stopping.removeEventListener('abort', stop)
  }
}

/** Puts a listener before the SDK's for messages; what throws in the SDK (a strange envelope) does not end the process. */
function listenFirst(
  client: SocketModeReceiver['client'],
  first: (said: z.infer<typeof heard>) => 'mine' | 'theirs',
  log: Log,
): void {
  const theirs = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', async (frame: unknown, binary: unknown) => {
    try {
      const said = typeof frame === 'string' ? heard.safeParse(JSON.parse(frame)).data : undefined
      if (said && first(said) === 'mine') return
      await Promise.all(theirs.map(async (listener) => listener(frame, binary)))
    } catch (error) {
      log.error(factsOf(error), 'slack-envelope-failed')
    }
  })
}
