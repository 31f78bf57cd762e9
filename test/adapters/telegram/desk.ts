import { serve } from '@hono/node-server'
import { onTestFinished, vi } from 'vitest'
import { type TelegramAdapterOptions, telegramAdapter } from '../../../adapters/telegram/index.ts'
import { startTelegram, type Telegram } from '../../../playground/telegram/index.ts'
import type { Adapter, CommandMenu, Door, Inbound, RawEvent } from '../../../src/adapter.ts'

export const TOKEN = '700001:playground-secret'
export const BOT = '700001'
export const CARA = 7001
export const TOM = 7002
export const ADA = 7101
export const AGENTS = -1001

/** A Telegram of its own for one test. */
export async function aTelegram(options: Partial<Parameters<typeof startTelegram>[0]> = {}): Promise<Telegram> {
  const telegram = await startTelegram({ token: TOKEN, now: Date.now, retryDelaysMs: [10, 20, 40], ...options })
  onTestFinished(() => telegram.stop())
  return telegram
}

/** The core's side of the door, in memory: an inbox unique by key, which can be told to refuse. */
class Inbox implements Door {
  /** What each call of `receive` brought, also those that were refused. */
  readonly calls: RawEvent[][] = []
  readonly rows = new Map<string, RawEvent>()
  refusals = 0

  async receive(raws: RawEvent[]): Promise<void> {
    this.calls.push(raws)
    if (this.refusals > 0) {
      this.refusals -= 1
      throw new Error('the database is away')
    }
    for (const raw of raws) if (!this.rows.has(raw.key)) this.rows.set(raw.key, raw)
  }

  async dropped(): Promise<never> {
    throw new Error('Telegram never says that it dropped anything')
  }

  async ask(): Promise<never> {
    throw new Error('Telegram never asks: it has no forms')
  }
}

/** What was logged: facts and event, each as one line. */
export class Lines {
  readonly lines: string[] = []
  readonly #add = (facts: object, event: string) => void this.lines.push(`${event} ${JSON.stringify(facts)}`)
  readonly info = this.#add
  readonly warn = this.#add
  readonly error = this.#add
}

export interface Desk {
  adapter: Adapter
  inbox: Inbox
  log: Lines
  /** What the rows so far mean, in the order they came. */
  read(): Inbound[]
  /** Waits until so many rows are in. */
  rows(count: number): Promise<RawEvent[]>
}

/** A desk that polls, not started. */
export function aDesk(telegram: Telegram, options: Partial<TelegramAdapterOptions> = {}): Desk {
  const inbox = new Inbox()
  const log = new Lines()
  const now = () => new Date()
  const adapter = telegramAdapter({ token: TOKEN, apiRoot: telegram.url, log, now, timeoutSeconds: 2, ...options })
  onTestFinished(() => adapter.stop())
  return {
    adapter,
    inbox,
    log,
    read: () => [...inbox.rows.values()].flatMap((row) => adapter.read(row.body)),
    rows: (count) =>
      vi.waitFor(() => {
        if (inbox.rows.size < count) throw new Error(`${inbox.rows.size} of ${count} rows`)
        return [...inbox.rows.values()]
      }, 8_000),
  }
}

/** A desk that polls, started. */
export async function aPollingDesk(telegram: Telegram, menus: CommandMenu[] = []): Promise<Desk> {
  const desk = aDesk(telegram)
  await desk.adapter.start(desk.inbox, menus)
  return desk
}

/** A desk with a webhook, listening on a port of its own, not started. */
export async function aDeskWithWebhook(telegram: Telegram, secret = 'a-secret'): Promise<Desk & { url: string }> {
  const routes: Adapter['routes'] = []
  const server = serve({ port: 0, hostname: '127.0.0.1', fetch: (request) => answer(routes, request) })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = `http://127.0.0.1:${address.port}/telegram/webhook`
  const desk = aDesk(telegram, { webhook: { url, secret } })
  routes.push(...desk.adapter.routes)
  return { ...desk, url }
}

async function answer(routes: Adapter['routes'], request: Request): Promise<Response> {
  const route = routes.find(({ path }) => path === new URL(request.url).pathname)
  return route ? route.handle(request) : new Response(null, { status: 404 })
}
