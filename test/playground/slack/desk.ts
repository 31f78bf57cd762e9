import { serve } from '@hono/node-server'
import { WebClient } from '@slack/web-api'
import { Hono } from 'hono'
import { type Slack, type SlackOptions, startSlack } from '../../../playground/slack/index.ts'

export const SIGNING_SECRET = 'secret-of-the-test'
export const BOT_TOKEN = 'xoxb-test'

/** One request as the desk got it. */
export interface Received {
  headers: Record<string, string>
  raw: string
  /** An event callback, or what stood in `payload=`, or the fields of a command. */
  body: Record<string, unknown>
  event: Record<string, unknown>
}

type Answer = (received: Received) => Response | Promise<Response>

/** A desk that writes down what it gets and answers as told. */
export interface Desk {
  slack: Slack
  client: WebClient
  received: Received[]
  /** Events of one type (with `subtype`: of one kind of message). */
  events(type: string, subtype?: string): Record<string, unknown>[]
  /** How every following request is answered. Default: 200 without a body. */
  answers(answer: Answer): void
  url: string
  stop(): Promise<void>
}

/** A playground's Slack and a desk on ports of their own. The clock stands still unless `options` say otherwise. */
export async function openDesk(options: Partial<SlackOptions> = {}): Promise<Desk> {
  const received: Received[] = []
  let answer: Answer = () => new Response(null, { status: 200 })
  const app = new Hono()
  app.post('/slack/events', async (context) => {
    const request = await receive(context.req.raw)
    received.push(request)
    return answer(request)
  })
  const { server, url } = await listen(app)
  const slack = await startSlack({
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    requestUrl: `${url}/slack/events`,
    now: () => Date.UTC(2026, 10, 22, 9),
    realNow: () => Date.now(),
    retryDelaysMs: [0, 5, 10],
    ...options,
  })
  return {
    slack,
    client: clientOf(slack),
    received,
    events: (type, subtype) =>
      received.map(({ event }) => event).filter((event) => event.type === type && event.subtype === subtype),
    answers: (next) => {
      answer = next
    },
    url,
    stop: async () => {
      await slack.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}

export function clientOf(slack: Pick<Slack, 'apiUrl'>, token = BOT_TOKEN): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })
}

/** Calls a method the way the SDK does, but lets through what its types forbid. */
export async function call(
  slack: Slack,
  method: string,
  args: Record<string, unknown>,
  token = BOT_TOKEN,
): Promise<Record<string, unknown> & { error?: string; response_metadata?: { messages?: string[] } }> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  return response.json() as never // the test says what it expects of it
}

async function receive(request: Request): Promise<Received> {
  const raw = await request.text()
  const form = new URLSearchParams(raw)
  const json = request.headers.get('content-type') === 'application/json'
  const body = json
    ? JSON.parse(raw)
    : form.has('payload')
      ? JSON.parse(form.get('payload') ?? '')
      : Object.fromEntries(form)
  return { headers: Object.fromEntries(request.headers), raw, body, event: body.event ?? {} }
}

async function listen(app: Hono): Promise<{ server: ReturnType<typeof serve>; url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    )
  })
}
