import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { DeskClock } from './desk-clock.ts'
import { Faults } from './faults.ts'
import { type Keep, keepInMemory } from './keep.ts'
import { Ledger } from './ledger.ts'
import { pageApp } from './page/index.ts'
import { type OpenSlack, slackApp } from './slack/index.ts'
import { type OpenTelegram, openTelegram } from './telegram/index.ts'

export interface PlaygroundOptions {
  /** 0, the default: any free one. Always on 127.0.0.1. */
  port?: number | undefined
  /** Default: memory. */
  keep?: Keep | undefined
  signingSecret: string
  /** `xoxb-…` */
  slackToken: string
  /** `xapp-…`: the desk may come by Socket Mode. */
  slackAppToken?: string | undefined
  /** `700001:…` */
  telegramToken: string
  /** The desk's `/slack/events`; can be set later by `slack.setRequestUrl`. */
  slackRequestUrl?: string | undefined
  /** Unix ms with the clock's offset (design.md §8): all that people see. */
  now: () => number
  /** The desk's clock, where the page may move it. */
  clock?: DeskClock | undefined
  /** Unix ms without: signatures. Default `now`. */
  realNow?: (() => number) | undefined
  /** Waits before each repetition of an event (ms). Default: the platforms' own. */
  retryDelaysMs?: { slack?: number[] | undefined; telegram?: number[] | undefined } | undefined
  /** Telegram refuses what is more than it takes (platforms.md §B2). Default: it takes all. */
  telegramBudgets?: boolean | undefined
  /** More routes at the same port, e.g. those of the process (`playground/main.ts`). */
  beside?: ((slack: OpenSlack) => Hono) | undefined
}

export interface Playground {
  /** Where the page is: `http://127.0.0.1:PORT`. */
  readonly url: string
  /** `SLACK_API_URL`: with a slash at the end. */
  readonly slackApiUrl: string
  /** `TELEGRAM_API_ROOT`: without. */
  readonly telegramApiRoot: string
  readonly slack: Omit<OpenSlack, 'app' | 'upgrade' | 'close'>
  readonly telegram: Omit<OpenTelegram, 'app' | 'close'>
  /** Hangs up, gives up what is on its way (it stays kept) and waits until all is kept. */
  stop(): Promise<void>
}

/**
 * A Slack, a Telegram and the page that shows both, on one port. Rejects with the system's error (`EADDRINUSE`) where
 * the port is taken.
 */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { keep = keepInMemory(), now, realNow = now, signingSecret, slackToken, telegramToken, retryDelaysMs } = options
  // The address is part of what Slack answers, so the port is taken first; nobody is answered before all is there.
  let fetch: Hono['fetch'] = () => new Response(null, { status: 503, headers: { server: 'deskhand-playground' } })
  const server = createServer(
    getRequestListener((request, env) => fetch(request, env), { overrideGlobalObjects: false }),
  )
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port')
  const url = `http://127.0.0.1:${address.port}`

  const [slack, telegram] = await Promise.all([
    slackApp({
      url,
      signingSecret,
      botToken: slackToken,
      appToken: options.slackAppToken,
      requestUrl: options.slackRequestUrl,
      keep,
      now,
      realNow,
      faults: new Faults(),
      ledger: new Ledger(realNow),
      retryDelaysMs: retryDelaysMs?.slack,
    }),
    openTelegram({
      token: telegramToken,
      keep,
      now,
      strictBudgets: options.telegramBudgets,
      retryDelaysMs: retryDelaysMs?.telegram,
    }),
  ]).catch((error: unknown) => {
    server.close()
    throw error
  })
  const page = pageApp({ slack, telegram, now, clock: options.clock })
  const app = new Hono().route('/', page.app).route('/', slack.app)
  if (options.beside) app.route('/', options.beside(slack))
  // Its answers differ in what Hono binds to them, not in how they are asked.
  app.route('/', telegram.app as unknown as Hono)
  fetch = app.fetch
  server.on('upgrade', (request, socket, head) => slack.upgrade(request, socket, head))

  return {
    url,
    slackApiUrl: `${url}/api/`,
    telegramApiRoot: url,
    slack,
    telegram,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      page.close()
      // Each waits for the same keep: where that fails, the port is free all the same, and the error is told.
      const closings = await Promise.allSettled([slack.close(), telegram.close()])
      server.closeAllConnections()
      await closed
      for (const closing of closings) if (closing.status === 'rejected') throw closing.reason
    },
  }
}
