import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { slackAdapter } from '../../../adapters/slack/index.ts'
import { Faults } from '../../../playground/faults.ts'
import { type Slack, startSlack, TEAM } from '../../../playground/slack/index.ts'
import type {
  Adapter,
  Address,
  Answer,
  Delivery,
  Door,
  Gap,
  Inbound,
  Post,
  Question,
  RawEvent,
} from '../../../src/adapter.ts'
import { plainText } from '../../../src/domain/text/text.ts'

export const SECRET = 'the-signing-secret'
const TOKEN = 'xoxb-the-bot-token'
const APP_TOKEN = 'xapp-the-app-token'

/** The core as the adapter sees it: rows once by their keys, answers as the test says. */
class ListedDoor implements Door {
  readonly rows: RawEvent[] = []
  readonly questions: Question[] = []
  /** How many of the next inserts fail. */
  failures = 0
  /** The next inserts wait for it. */
  held: Promise<void> | undefined
  answer: (question: Question) => Answer | Promise<Answer> = () => ({ none: true })

  async receive(raws: RawEvent[]): Promise<void> {
    await this.held
    if (this.failures > 0) {
      this.failures -= 1
      throw new Error('the database is away')
    }
    for (const raw of raws) {
      const known = this.rows.some(
        (row) => row.key === raw.key || (raw.naturalKey && row.naturalKey === raw.naturalKey),
      )
      if (!known) this.rows.push(raw)
    }
  }

  readonly gaps: Gap[] = []

  async dropped(gap: Gap): Promise<void> {
    this.gaps.push(gap)
  }

  async ask(question: Question): Promise<Answer> {
    this.questions.push(question)
    return this.answer(question)
  }
}

interface Logged {
  level: 'info' | 'warn' | 'error'
  facts: Record<string, unknown>
  event: string
}

/** A real Slack adapter on a port of its own, the playground's Slack, and a door that lists. */
export interface TestDesk extends AsyncDisposable {
  slack: Slack
  adapter: Adapter
  door: ListedDoor
  logged: Logged[]
  url: string
  /** What people did, as the core hears it; the desk's own messages mean nothing. */
  heard(): Promise<Inbound[]>
  place(chat: string, thread?: string): Address
}

interface TestDeskOptions {
  now: () => number
  /** It connects by Socket Mode, and has no address of its own. */
  socket: boolean
  /** Of Slack: how long it waits, and before each repetition. */
  ackTimeoutMs: number
  /** How long it bears Slack's silence on an open line. */
  silentMs: number
  retryDelaysMs: number[]
  /** What the app may do there; otherwise all it wants. */
  scopes: string[]
}

export async function openDesk(options: Partial<TestDeskOptions> = {}): Promise<TestDesk> {
  const now = options.now ?? (() => performance.timeOrigin + performance.now())
  const logged: Logged[] = []
  const door = new ListedDoor()
  const slack = await startSlack({
    signingSecret: SECRET,
    botToken: TOKEN,
    appToken: APP_TOKEN,
    now,
    realNow: now,
    retryDelaysMs: options.retryDelaysMs ?? [0, 20, 20],
    ackTimeoutMs: options.ackTimeoutMs,
    scopes: options.scopes,
    faults: new Faults(),
  })
  const adapter = slackAdapter({
    botToken: TOKEN,
    ...(options.socket ? { appToken: APP_TOKEN } : { signingSecret: SECRET }),
    apiUrl: slack.apiUrl,
    silentMs: options.silentMs,
    now: () => new Date(now()),
    log: {
      info: (facts, event) => logged.push({ level: 'info', facts, event }),
      warn: (facts, event) => logged.push({ level: 'warn', facts, event }),
      error: (facts, event) => logged.push({ level: 'error', facts, event }),
    },
  })
  await adapter.start(door, [])
  const { url, close } = await listening(adapter)
  if (!options.socket) slack.setRequestUrl(`${url}/slack/events`)
  return {
    slack,
    adapter,
    door,
    logged,
    url,
    heard: async () => {
      await slack.idle()
      // The inbox keeps bodies as JSON.
      return door.rows.flatMap((row) => adapter.read(JSON.parse(JSON.stringify(row.body))))
    },
    place: (chat, thread) => ({ platform: 'slack', account: TEAM, chat, ...(thread ? { thread } : {}) }),
    [Symbol.asyncDispose]: async () => {
      await slack.stop()
      await close()
      await adapter.stop()
    },
  }
}

async function listening(adapter: Adapter): Promise<{ url: string; close: () => Promise<void> }> {
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: (request) => {
      const route = adapter.routes.find(({ path }) => path === new URL(request.url).pathname)
      return route ? route.handle(request) : new Response(null, { status: 404 })
    },
  })
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

export function says(words: string, more: Omit<Post, 'body'> = {}): Post {
  return { ...more, body: plainText(words) }
}

let sent = 0

/** A delivery with an id of its own. */
export function owed<Rest extends Omit<Delivery, 'id'>>(rest: Rest): Rest & { id: string } {
  sent += 1
  return { ...rest, id: `delivery-${sent}` }
}
