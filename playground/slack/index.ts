import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { Faults } from '../faults.ts'
import { type Keep, keepInMemory } from '../keep.ts'
import { Ledger } from '../ledger.ts'
import { ALL_SCOPES } from './api/index.ts'
import { Courier, type Undelivered } from './courier.ts'
import { doings } from './doings.ts'
import { filling } from './filling.ts'
import { people } from './people.ts'
import { routes } from './routes.ts'
import { Shelf } from './shelf.ts'
import { Sockets } from './sockets.ts'
import { steps } from './steps.ts'
import { Triggers } from './triggers.ts'
import { openShelves, stamper, type Workspace } from './workspace.ts'
import type { SlackWorld } from './world.ts'

export type * from './objects.ts'
export * from './seed.ts'
export type * from './world.ts'

/**
 * A Slack on this machine: the Web API, the signed Events API, interactivity, slash commands, modals, `response_url`
 * and files over HTTP, and Socket Mode. Workspace, people and channels are those of `seed.ts`.
 *
 * It refuses what Slack refuses, and some things that Slack silently mends: text over 40,000 characters (4,000 for
 * `chat.update`), more than 12,000 bytes of blocks in a message, everything else of platforms.md §A2, and blocks that
 * do not fit `contracts/block-kit.schema.json`.
 */
export interface SlackOptions {
  signingSecret: string
  /** The one token the Web API knows; anything else is `invalid_auth`. */
  botToken: string
  /** The one token `apps.connections.open` knows (`xapp-…`). Without it there is no Socket Mode. */
  appToken?: string | undefined
  /** Where the desk listens (its `/slack/events`); can be set later. While the desk is connected by Socket Mode it is not used. Without either events wait, interactions fail. */
  requestUrl?: string | undefined
  /** Default: memory. Collections are named `slack-…`. */
  keep?: Keep | undefined
  faults?: Faults | undefined
  ledger?: Ledger | undefined
  /** Unix ms with the clock's offset (design.md §8): makes `ts`, `event_time` and other stamps people see. */
  now: () => number
  /** Unix ms without offset: signature headers, life of `trigger_id` and `response_url`. Default `now`; give it where `now` has an offset. */
  realNow?: (() => number) | undefined
  /** Waits before the 1st, 2nd, 3rd repetition of an event (ms). Default Slack's: 0, 60 000, 300 000. */
  retryDelaysMs?: number[] | undefined
  /** How long the desk has for an answer (ms). Default Slack's: 3000. */
  ackTimeoutMs?: number | undefined
  /** What the token may do; a method outside answers `missing_scope`. Default: platforms.md §A3, minimal and optional. */
  scopes?: string[] | undefined
}

/** A Slack without a port of its own: mount `app` at the root of a server of `@hono/node-server`. */
export interface OpenSlack {
  /** `/api/<method>`, `/slack-upload/…`, `/slack-response/…`, `/slack-files/…`. */
  readonly app: Hono
  /** Socket Mode: to be called for every `upgrade` of the server that serves `app`. */
  upgrade(...upgrade: Parameters<Sockets['upgrade']>): void
  readonly world: SlackWorld
  readonly faults: Faults
  readonly ledger: Ledger
  setRequestUrl(url: string): void
  /** Resolves when no event is on its way or waits less than a second for its repetition. */
  idle(): Promise<void>
  /** Called after every change of what people see. Returns how to stop listening. */
  onChange(listener: () => void): () => void
  /** Gives up deliveries in flight (what was not acknowledged is kept and offered again at the next start), waits until all is kept. */
  close(): Promise<void>
}

export interface Slack extends Omit<OpenSlack, 'app' | 'upgrade' | 'close'> {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** `<url>/api/`: Bolt's `slackApiUrl`, `SLACK_API_URL`. */
  readonly apiUrl: string
  stop(): Promise<void>
}

/** The playground's Slack, its state loaded from `keep`. `url` is where `app` will be reached, without a slash at the end. */
export async function slackApp(options: SlackOptions & { url: string }): Promise<OpenSlack> {
  const { now, realNow = now, keep = keepInMemory(), faults = new Faults(), ledger = new Ledger(realNow) } = options
  const { signingSecret, botToken, requestUrl, retryDelaysMs = [0, 60_000, 300_000], ackTimeoutMs = 3000 } = options
  const shelves = await openShelves(keep)
  const undelivered = await Shelf.open<Undelivered>('slack-undelivered', keep)
  const sockets = new Sockets({ url: options.url, realNow, ackTimeoutMs })
  const courier = new Courier({
    signingSecret,
    requestUrl,
    now,
    realNow,
    faults,
    ledger,
    retryDelaysMs,
    ackTimeoutMs,
    undelivered,
    sockets,
  })
  const listeners = new Set<() => void>()
  const workspace: Workspace = {
    ...shelves,
    url: options.url,
    now,
    realNow,
    faults,
    ledger,
    courier,
    sockets,
    stamp: stamper(
      now,
      [...shelves.messages.all(), ...shelves.ephemerals.all()].map(({ ts }) => ts),
    ),
    changed: () => {
      for (const listener of listeners) listener()
    },
    tell: (event, offered) => void courier.offer(event, offered),
  }
  const triggers = new Triggers(realNow)
  const stopping = new AbortController()
  return {
    upgrade: (...upgrade) => sockets.upgrade(...upgrade),
    app: routes(workspace, {
      triggers,
      botToken,
      appToken: options.appToken,
      scopes: options.scopes ?? ALL_SCOPES,
      stopping: stopping.signal,
    }),
    world: {
      ...people(workspace),
      ...steps(workspace),
      ...plugs(sockets),
      ...doings(workspace, triggers),
      ...filling(workspace, triggers),
    },
    faults,
    ledger,
    setRequestUrl: (url) => courier.setRequestUrl(url),
    idle: () => courier.idle(),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => {
      stopping.abort()
      await courier.close()
      await keep.flush()
    },
  }
}

/** What happens to the desk's connections without anybody doing it. */
function plugs(sockets: Sockets): Pick<SlackWorld, 'sockets' | 'refreshSockets' | 'dropSockets' | 'silenceSockets'> {
  return {
    sockets: () => sockets.open,
    refreshSockets: () => sockets.refresh(),
    dropSockets: () => sockets.drop(),
    silenceSockets: () => sockets.silence(),
  }
}

/** The same on a port of its own (0, the default: any free one), on 127.0.0.1 only. */
export async function startSlack(
  options: SlackOptions & { port?: number | undefined; host?: '127.0.0.1' | undefined },
): Promise<Slack> {
  const { port = 0, host = '127.0.0.1' } = options
  // The address is part of what the app answers (`response_url`, files), so the port is taken first.
  let open: OpenSlack | undefined
  const server = createAdaptorServer({
    fetch: (request, env) => open?.app.fetch(request, env) ?? new Response(null, { status: 503 }),
  })
  // Without options for HTTP/2 it is a plain HTTP server.
  ;(server as Server).on('upgrade', (request, socket, head) => {
    if (open) open.upgrade(request, socket, head)
    else socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const url = `http://${host}:${typeof address === 'object' && address !== null ? address.port : port}`
  const slack = await slackApp({ ...options, url })
  open = slack
  return {
    ...slack,
    url,
    apiUrl: `${url}/api/`,
    stop: async () => {
      await slack.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
