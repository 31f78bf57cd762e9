import { Api, type ApiClientOptions, Bot } from 'grammy'
import {
  type Adapter,
  type Address,
  type Busy,
  type CommandMenu,
  carryMs,
  type Delivery,
  type Door,
} from '../../src/adapter.ts'
import { Acquaintances } from './acquaintances.ts'
import { answerPresses } from './answer-press.ts'
import { showBusy } from './busy.ts'
import { deliver } from './deliver.ts'
import { factsOf, faultOf, isTokenRefused, withoutSecrets } from './fault.ts'
import { fetchFile } from './fetch-file.ts'
import { grammySignal } from './grammy-signal.ts'
import { inboxRow } from './inbox-row.ts'
import type { Log } from './log.ts'
import { idOfToken } from './me.ts'
import { Membership } from './membership.ts'
import { showMenus } from './menus.ts'
import { untilAnswered } from './pause.ts'
import { POLL_SECONDS, pollUpdates } from './poll.ts'
import { type Lease, pollWhileHeld } from './poll-while-held.ts'
import { readRow } from './read.ts'
import { ALLOWED_UPDATES, type AnyUpdate } from './shapes.ts'
import { telegramFetch } from './telegram-fetch.ts'
import { webhookRoute } from './webhook.ts'

export type { Lease } from './poll-while-held.ts'

export interface TelegramAdapterOptions {
  /** As @BotFather gives it: `<bot id>:<secret>`. */
  token: string
  /** Default Telegram's own; no slash at the end. */
  apiRoot?: string | undefined
  /** Public address (https://…/telegram/webhook) and 1 to 256 of `A-Z a-z 0-9 _ -`. Without it the adapter polls. */
  webhook?: { url: string; secret: string } | undefined
  /** Which of several processes polls. Without it this one does. */
  lease?: Lease | undefined
  log: Log
  /** The desk's clock: stamps what Telegram does not stamp, ages the cache of names. */
  now: () => Date
  /** How long a call may take before its end is unclear, beside the time its files take (`carryMs`). Default 12. */
  timeoutSeconds?: number | undefined
}

/**
 * Telegram as a channel: one bot, by webhook or by polling.
 * @throws Error where the token or the webhook's secret has not Telegram's shape: without a secret anybody could
 *   write in anybody's name (platforms.md §B3)
 */
export function telegramAdapter(options: TelegramAdapterOptions): Adapter {
  return new TelegramAdapter(options)
}

class TelegramAdapter implements Adapter {
  readonly platform = 'telegram'
  readonly account: string
  readonly routes: Adapter['routes']
  readonly #options: TelegramAdapterOptions
  readonly #client: ApiClientOptions & { timeoutSeconds: number }
  readonly #bot: Bot
  readonly #pollApi: Api
  readonly #acquaintances: Acquaintances
  readonly #membership: Membership
  readonly #stopping = new AbortController()
  /** What must have ended before `stop` resolves. */
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(options: TelegramAdapterOptions) {
    const { token, apiRoot, webhook, timeoutSeconds = 12 } = options
    const root = apiRoot === undefined ? {} : { apiRoot }
    this.#options = options
    this.account = idOfToken(token)
    this.#client = { ...root, timeoutSeconds, fetch: telegramFetch }
    this.#bot = new Bot(token, { client: this.#client })
    this.#pollApi = new Api(token, { ...root, timeoutSeconds: POLL_SECONDS + timeoutSeconds })
    this.#acquaintances = new Acquaintances(this.#bot.api, options.now)
    this.#membership = new Membership(this.#bot.api, options.now)
    this.routes = webhook ? [this.#routeOf(checked(webhook).secret)] : []
  }

  get privateTopics(): boolean {
    return this.#bot.isInited() && this.#bot.botInfo.has_topics_enabled
  }

  async start(door: Door, menus: CommandMenu[]): Promise<void> {
    const { signal } = this.#stopping
    const { log, webhook } = this.#options
    try {
      this.#bot.botInfo = await untilAnswered(() => this.#bot.api.getMe(grammySignal(signal)), log, signal)
      if (webhook) await this.#listen(door, webhook)
      else void this.#keep(this.#poll(door))
      await showMenus(this.#bot.api, log, menus, signal).catch((error: unknown) =>
        log.warn(factsOf(error), 'telegram-menus-not-shown'),
      )
      log.info({ account: this.account, by: webhook ? 'webhook' : 'polling' }, 'telegram-started')
    } catch (error) {
      if (signal.aborted) return
      if (isTokenRefused(error)) throw new Error(TOKEN_REPAIR)
      throw withoutSecrets(error)
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.allSettled(this.#underWay)
  }

  read(body: unknown) {
    return readRow(body, this.account, (user) => this.#acquaintances.meet(user))
  }

  deliver(delivery: Parameters<Adapter['deliver']>[0]) {
    return deliver(this.#apiFor(delivery), this.#options.log, delivery)
  }

  async showBusy(at: Address, doing: Busy): Promise<void> {
    await this.#keep(showBusy(this.#bot.api, at, doing))
  }

  /**
   * Telegram has no key of ours on a message, and no way to read back what was sent (platforms.md §B2). But what may have
   * arrived is not said again while nothing is answered: the bot is asked who it is first, which nobody sees.
   */
  async find(delivery: Delivery): Promise<'unknowable'> {
    await this.#bot.api.getMe().catch((error: unknown) => {
      throw faultOf(error, delivery)
    })
    return 'unknowable'
  }

  profile(who: Parameters<Adapter['profile']>[0]) {
    return this.#acquaintances.profile(who.id)
  }

  /** A bot cannot list the members of a group: `who` alone is in it or not. */
  async members(group: Parameters<Adapter['members']>[0], who?: string): Promise<ReadonlySet<string>> {
    if (group.kind !== 'channel' || who === undefined) return new Set()
    return new Set((await this.#membership.has(group.id, who)) ? [who] : [])
  }

  /**
   * platforms.md §B2: 1/s in a private chat, 20/min in a group over all its topics, 30/s for the bot. In no minute do
   * five at once and one every four seconds make more than 20.
   */
  budget(chat: string) {
    return {
      chat: chat.startsWith('-') ? { burst: 5, everyMs: 4_000 } : { burst: 3, everyMs: 1_000 },
      account: { burst: 30, everyMs: 34 },
    }
  }

  /** A bot cannot read back what was said. */
  async fetchMessage(): Promise<undefined> {
    return undefined
  }

  /** Telegram knows no companies. */
  async strangersIn() {
    return false
  }

  /** Nor what was said before. */
  async fetchEarlier() {
    return { refused: 'unseen' as const }
  }

  fetchFile(id: string) {
    return fetchFile(this.#bot.api, { token: this.#options.token, apiRoot: this.#options.apiRoot }, id)
  }

  startLink(parameter: string): string | undefined {
    return this.#bot.isInited() ? `https://t.me/${this.#bot.botInfo.username}?start=${parameter}` : undefined
  }

  /** Private chats have no links to their messages. */
  async permalink(): Promise<undefined> {
    return undefined
  }

  /** grammY counts an upload in with the call, and has one time for all calls of an `Api`. */
  #apiFor(delivery: Delivery): Api {
    const { files = [] } = delivery.act === 'post' ? delivery.post : {}
    if (files.length === 0) return this.#bot.api
    const timeoutSeconds = this.#client.timeoutSeconds + carryMs(files) / 1000
    return new Api(this.#options.token, { ...this.#client, timeoutSeconds })
  }

  #routeOf(secret: string) {
    const route = webhookRoute(this.#bot, secret, this.#options.log)
    return {
      path: route.path,
      handle: (request: Request) => {
        // Before `start` and after `stop` nothing can be stored: Telegram comes again.
        const open = this.#bot.isInited() && !this.#stopping.signal.aborted
        return open ? this.#keep(route.handle(request)) : Promise.resolve(new Response(null, { status: 503 }))
      },
    }
  }

  /** Always sets the webhook: Telegram does not tell the secret it has, and one that was changed would leave the desk deaf. */
  async #listen(door: Door, { url, secret }: NonNullable<TelegramAdapterOptions['webhook']>): Promise<void> {
    const { signal } = this.#stopping
    this.#bot.use((context) => this.#store(door, [{ ...context.update }]))
    const settings = { secret_token: secret, allowed_updates: ALLOWED_UPDATES }
    await untilAnswered(() => this.#bot.api.setWebhook(url, settings, grammySignal(signal)), this.#options.log, signal)
  }

  #poll(door: Door): Promise<void> {
    const { lease, log } = this.#options
    const { signal } = this.#stopping
    const poll = (until: AbortSignal) => pollUpdates(this.#pollApi, (updates) => this.#store(door, updates), log, until)
    return lease ? pollWhileHeld(lease, `telegram-poll:${this.account}`, poll, log, signal) : poll(signal)
  }

  /** One call, so that a batch is in the inbox as a whole or not at all. */
  async #store(door: Door, updates: AnyUpdate[]): Promise<void> {
    const receivedAt = this.#options.now()
    const me = { id: this.account, username: this.#bot.botInfo.username }
    await door.receive(updates.map((update) => inboxRow(update, me, receivedAt)))
    void answerPresses(this.#bot.api, this.#options.log, updates)
  }

  #keep<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work)
    const done = () => this.#underWay.delete(work)
    work.then(done, done)
    return work
  }
}

const TOKEN_REPAIR = 'Telegram refuses the token. Set TELEGRAM_BOT_TOKEN to what @BotFather shows under /token.'

function checked(webhook: { url: string; secret: string }) {
  if (/^[\w-]{1,256}$/.test(webhook.secret)) return webhook
  throw new Error('TELEGRAM_WEBHOOK_SECRET must be 1 to 256 of A-Z, a-z, 0-9, _ and -. Make one: openssl rand -hex 32')
}
