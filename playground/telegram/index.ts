import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Faults } from '../faults.ts'
import { type Keep, keepInMemory } from '../keep.ts'
import { Ledger } from '../ledger.ts'
import { Api } from './api.ts'
import { Budgets } from './budgets.ts'
import { type TelegramApp, telegramApp } from './http.ts'
import { peopleIn } from './people.ts'
import { Polling } from './polling.ts'
import { ApiRefusal } from './refusal.ts'
import { openState } from './state.ts'
import { Updates } from './updates.ts'
import { telegramDelaysMs, WebhookDelivery } from './webhook.ts'
import type { TelegramWorld } from './world.ts'

export type * from './world.ts'

export interface TelegramOptions {
  /** The bot's token, e.g. `700001:playground-secret`; what stands before the colon is the bot's id. */
  token: string
  /** Unix ms with the clock's offset (design.md §8): stamps `date`, ages updates, queries and messages. */
  now: () => number
  /** Default: memory. */
  keep?: Keep | undefined
  faults?: Faults | undefined
  ledger?: Ledger | undefined
  /** Waits before the 1st, 2nd … repetition of a webhook delivery (ms); the last one stays. Default Telegram's: 0, 2000, 4000 … 60 000. */
  retryDelaysMs?: number[] | undefined
  /** Answer 429 beyond 1/s per private chat (after a burst of 5), 20/min per group, 30/s overall. Default: no. */
  strictBudgets?: boolean | undefined
}

/** A Telegram without a port of its own: mount `app` at the root of a server of `@hono/node-server`. */
export interface OpenTelegram {
  /** `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
  readonly app: TelegramApp
  readonly world: TelegramWorld
  readonly faults: Faults
  readonly ledger: Ledger
  /** Resolves when every offered update is confirmed: the polling offset moved past it, or the webhook said 2xx. Waits for ever where nobody fetches. */
  readonly idle: () => Promise<void>
  /** Called after every change of what people see. Returns how to stop listening. */
  readonly onChange: (listener: () => void) => () => void
  /** Ends long polls and webhook deliveries, and waits until all is kept. */
  readonly close: () => Promise<void>
}

export interface Telegram extends Omit<OpenTelegram, 'app' | 'close'> {
  /** grammY's `client.apiRoot` / `TELEGRAM_API_ROOT`: `http://127.0.0.1:PORT`, no slash at the end. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The playground's Telegram, its state loaded from `keep`. Rejects where the token has not Telegram's shape. */
export async function openTelegram(options: TelegramOptions): Promise<OpenTelegram> {
  const { token, now, keep = keepInMemory(), faults = new Faults(), ledger = new Ledger(now) } = options
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const state = await openState(keep, botIdIn(token), now, changed)
  const updates = new Updates(state, faults, ledger)
  const polling = new Polling(updates)
  const webhook = new WebhookDelivery(updates, options.retryDelaysMs ?? telegramDelaysMs, (call) =>
    executeAnswer(api, call),
  )
  const budgets = options.strictBudgets ? new Budgets(now) : undefined
  const api = new Api({ state, updates, polling, webhook }, ledger, budgets)
  const closing = new AbortController()
  webhook.pump() // what an earlier process left on its way

  return {
    app: telegramApp({ state, api, faults, token, closing: closing.signal }),
    world: peopleIn(state, updates),
    faults,
    ledger,
    idle: () => updates.idle(),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closing.abort()
      polling.end('over')
      await webhook.close()
      await keep.flush()
    },
  }
}

/** The same on a port of its own (0, the default: any free one), on 127.0.0.1 only. */
export async function startTelegram(
  options: TelegramOptions & { port?: number | undefined; host?: '127.0.0.1' | undefined },
): Promise<Telegram> {
  const { app, close, ...telegram } = await openTelegram(options)
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port')
  return {
    ...telegram,
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      await close()
      server.closeAllConnections()
      await closed
    },
  }
}

function botIdIn(token: string): number {
  const id = /^(\d+):.+$/.exec(token)?.[1]
  if (id === undefined) throw new Error('a Telegram token is a number, a colon and a secret')
  return Number(id)
}

/** A 2xx answer to an update may itself be a call; Telegram never tells how it went (platforms.md §B2). */
async function executeAnswer(api: Api, answer: object): Promise<void> {
  const { method, ...payload } = { method: undefined, ...answer } as Record<string, unknown> // any JSON object
  if (typeof method !== 'string' || /^(get|setWebhook|deleteWebhook|close|logOut)/.test(method)) return
  await api.do(method, payload, { uploads: new Map(), gone: new AbortController().signal }).catch((error: unknown) => {
    if (!(error instanceof ApiRefusal)) throw error
  })
}
