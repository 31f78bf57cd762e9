import type { App, Receiver } from '@slack/bolt'
import { cappedText, type HttpRoute } from '../../../src/adapter.ts'
import { factsOf, type Log } from '../log.ts'
import { Malformed, openPayload, type Payload } from './payload.ts'
import type { TakeDropped } from './rate-limited.ts'
import { signedSeconds } from './signature.ts'

const MOST_BYTES = 1_000_000

/** Tells Slack that trying again will not help (platforms.md §A2). */
const NO_RETRY = { 'x-slack-no-retry': '1' }

/** Bolt's door on the desk's own HTTP server (stack.md §6 A). */
export interface FetchReceiver extends Receiver {
  readonly route: HttpRoute
  /** Who is told that Slack dropped events. */
  onDropped(take: TakeDropped): void
}

/** `now` is real time: Slack signs with it. */
export function fetchReceiver(options: { signingSecret: string; now: () => Date; log: Log }): FetchReceiver {
  const { signingSecret, log } = options
  const working = new Set<Promise<void>>()
  let dropped: TakeDropped | undefined
  let listening = false
  let bolt: App | undefined

  async function handle(request: Request): Promise<Response> {
    if (!listening || !bolt) return new Response(null, { status: 503 })
    const raw = await cappedText(request, MOST_BYTES)
    if (raw === undefined) return new Response(null, { status: 413, headers: NO_RETRY })
    const seconds = signedSeconds({ headers: request.headers, body: raw }, signingSecret, options.now())
    if (seconds === undefined) {
      log.warn({ bytes: raw.length }, 'slack-signature-refused')
      return new Response(null, { status: 401 })
    }
    const payload = openPayload(raw, request.headers.get('content-type') ?? '', seconds)
    return (await greeting(payload)) ?? dispatch(bolt, payload, request.headers)
  }

  /** What Slack asks of an address rather than tells it. */
  async function greeting(payload: Payload): Promise<Response | undefined> {
    if (payload.type === 'url_verification') return Response.json({ challenge: payload.challenge })
    if (payload.ssl_check !== undefined) return new Response(null, { status: 200 })
    if (payload.type !== 'app_rate_limited') return undefined
    await dropped?.(payload)
    return new Response(null, { status: 200 })
  }

  /** The answer is due with the acknowledgement; what Bolt still does afterwards is waited for by `stop` only. */
  function dispatch(app: App, body: Payload, headers: Headers): Promise<Response> {
    return new Promise((resolve) => {
      const retry = headers.get('x-slack-retry-num')
      const work = app
        .processEvent({
          body,
          ...(retry === null
            ? {}
            : { retryNum: Number(retry), retryReason: headers.get('x-slack-retry-reason') ?? '' }),
          ack: async (answer: unknown) => resolve(acknowledged(answer)),
        })
        .then(() => resolve(new Response(null, { status: 404 })))
        .catch((error: unknown) => resolve(failed(error)))
        .finally(() => working.delete(work))
      working.add(work)
    })
  }

  function failed(error: unknown): Response {
    log.error(factsOf(error), 'slack-request-failed')
    if (isMalformed(error)) return new Response(null, { status: 400, headers: NO_RETRY })
    return new Response(null, { status: 503 })
  }

  return {
    route: {
      path: '/slack/events',
      handle: (request) => handle(request).catch(failed),
    },
    onDropped: (take) => {
      dropped = take
    },
    init: (app) => {
      bolt = app
    },
    start: async () => {
      listening = true
    },
    stop: async () => {
      listening = false
      while (working.size > 0) await Promise.all(working)
    },
  }
}

/** Bolt wraps what a listener throws. */
function isMalformed(error: unknown): boolean {
  if (error instanceof Malformed) return true
  return error instanceof Error && 'original' in error && error.original instanceof Malformed
}

function acknowledged(answer: unknown): Response {
  return answer === undefined || answer === '' ? new Response(null, { status: 200 }) : Response.json(answer)
}
