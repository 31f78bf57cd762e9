import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Faults } from '../faults.ts'
import type { Ledger } from '../ledger.ts'
import { APP, BOT_USER, TEAM } from './seed.ts'
import type { Shelf } from './shelf.ts'
import { newId } from './workspace.ts'

/** What a person's doing adds to the ledger when its event sets out. */
export interface Offered {
  chat: string
  words?: string | undefined
}

/** An event not acknowledged yet, with the number of attempts made so far. */
export interface Undelivered {
  id: string
  body: string
  attempts: number
  offered: boolean
}

/** The desk's answer to an interaction or command. */
export type Asked =
  | { ok: true; status: number; body: string }
  | { ok: false; status: number; error: 'dispatch_failed' | 'operation_timeout' }

interface CourierOptions {
  signingSecret: string
  requestUrl?: string | undefined
  now: () => number
  realNow: () => number
  faults: Faults
  ledger: Ledger
  retryDelaysMs: number[]
  ackTimeoutMs: number
  undelivered: Shelf<Undelivered>
}

type Outcome =
  | { ok: true; status: number; body: string }
  | { ok: false; status: number; reason: string; mayRetry: boolean }

/**
 * Carries requests to the desk, signed. Events start in the order they happened and travel side by side, each repeated
 * as platforms.md §A2 says; interactions are asked once. What is not acknowledged is kept and outlives a restart.
 */
export class Courier {
  readonly #options: CourierOptions
  readonly #stopping = new AbortController()
  #requestUrl: string | undefined
  /** Events that happened before there was a request URL. */
  readonly #waitingForUrl: Undelivered[]
  /** Lets go of events held back (fault `reorder`). */
  #held: (() => void)[] = []
  readonly #acknowledged = new Set<string>()
  #busy = 0
  #whenIdle: (() => void)[] = []

  constructor(options: CourierOptions) {
    this.#options = options
    this.#waitingForUrl = options.undelivered.all()
    if (options.requestUrl !== undefined) this.setRequestUrl(options.requestUrl)
  }

  setRequestUrl(url: string): void {
    this.#requestUrl = url
    for (const event of this.#waitingForUrl.splice(0)) this.#setOut(event)
  }

  /** Sends an event (Events API `event_callback`); returns its `event_id`. */
  offer(event: Record<string, unknown>, offered?: Offered): string {
    const id = newId('Ev')
    const body = JSON.stringify({
      token: 'deprecated',
      team_id: TEAM,
      context_team_id: TEAM,
      context_enterprise_id: null,
      api_app_id: APP,
      event,
      type: 'event_callback',
      event_id: id,
      event_time: Math.floor(this.#options.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    })
    const undelivered: Undelivered = { id, body, attempts: 0, offered: offered !== undefined }
    this.#options.undelivered.set(id, undelivered)
    if (offered) this.#options.ledger.add({ what: 'offered', platform: 'slack', id, ...withoutUndefined(offered) })
    if (this.#requestUrl === undefined) this.#waitingForUrl.push(undelivered)
    else this.#setOut(undelivered)
    return id
  }

  /** Asks the desk once (interactivity, slash command) and waits for its answer. `id` is the `trigger_id`. */
  async ask(id: string, form: URLSearchParams, offered: Offered): Promise<Asked> {
    this.#options.ledger.add({ what: 'offered', platform: 'slack', id, ...withoutUndefined(offered) })
    if (this.#requestUrl === undefined) return { ok: false, status: 0, error: 'dispatch_failed' }
    const outcome = await this.#post(form.toString(), 'application/x-www-form-urlencoded', {})
    if (!outcome.ok) {
      const error = outcome.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed'
      return { ok: false, status: outcome.status, error }
    }
    this.#options.ledger.add({ what: 'acknowledged', platform: 'slack', id })
    return outcome
  }

  /** Resolves when no event is on its way or waits less than a second for its repetition. */
  async idle(): Promise<void> {
    while (this.#busy > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
  }

  /** Gives up what is on its way; it stays kept. */
  async close(): Promise<void> {
    this.#stopping.abort()
    await this.idle()
  }

  #setOut(event: Undelivered): void {
    const fault = this.#options.faults.forEvent()
    const copies = fault?.does === 'double' ? fault.copies : 0
    const heldMs = fault?.does === 'reorder' ? fault.ms : undefined
    for (let copy = 0; copy <= copies; copy += 1) void this.#carry(event, heldMs)
  }

  async #carry(event: Undelivered, heldMs: number | undefined): Promise<void> {
    this.#begin()
    try {
      if (heldMs !== undefined) await this.#holdBack(heldMs)
      await this.#attempt(event, heldMs === undefined)
    } catch (error) {
      if (!this.#stopping.signal.aborted) throw error
    } finally {
      this.#end()
    }
  }

  /** Until the next event has been delivered, or for `ms` at most. */
  async #holdBack(ms: number): Promise<void> {
    const letGo = new AbortController()
    this.#held.push(() => letGo.abort())
    await sleep(ms, undefined, { signal: AbortSignal.any([letGo.signal, this.#stopping.signal]) }).catch(() => {})
    this.#stopping.signal.throwIfAborted()
  }

  async #attempt(event: Undelivered, letsGo: boolean): Promise<void> {
    const { undelivered, ledger, retryDelaysMs } = this.#options
    let reason = 'connection_failed' // of an attempt before this process started
    for (let attempts = event.attempts; ; ) {
      const headers = attempts === 0 ? {} : { 'x-slack-retry-num': String(attempts), 'x-slack-retry-reason': reason }
      const outcome = await this.#post(event.body, 'application/json', headers)
      this.#stopping.signal.throwIfAborted()
      attempts += 1
      if (letsGo) for (const go of this.#held.splice(0)) go()
      if (outcome.ok) {
        undelivered.remove(event.id)
        // Of doubled copies the first one counts.
        if (event.offered && !this.#acknowledged.has(event.id))
          ledger.add({ what: 'acknowledged', platform: 'slack', id: event.id })
        this.#acknowledged.add(event.id)
        return
      }
      const delayMs = retryDelaysMs[attempts - 1]
      if (delayMs === undefined || !outcome.mayRetry) return undelivered.remove(event.id)
      // A doubled copy may have been acknowledged meanwhile; it is not put back.
      if (undelivered.get(event.id)) undelivered.set(event.id, { ...event, attempts })
      reason = outcome.reason
      await this.#wait(delayMs)
    }
  }

  async #wait(ms: number): Promise<void> {
    if (ms >= 1000) this.#end()
    try {
      await sleep(ms, undefined, { signal: this.#stopping.signal })
    } finally {
      if (ms >= 1000) this.#begin()
    }
  }

  async #post(body: string, contentType: string, headers: Record<string, string>): Promise<Outcome> {
    const { signingSecret, realNow, ackTimeoutMs } = this.#options
    const timestamp = String(Math.floor(realNow() / 1000))
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    const timeout = AbortSignal.timeout(ackTimeoutMs)
    try {
      const response = await fetch(this.#requestUrl ?? '', {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.any([timeout, this.#stopping.signal]),
        headers: {
          ...headers,
          'content-type': contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
        },
      })
      const answer = await response.text()
      if (response.ok) return { ok: true, status: response.status, body: answer }
      const mayRetry = response.headers.get('x-slack-no-retry') !== '1'
      return { ok: false, status: response.status, reason: 'http_error', mayRetry }
    } catch {
      return { ok: false, status: 0, reason: timeout.aborted ? 'http_timeout' : 'connection_failed', mayRetry: true }
    }
  }

  #begin(): void {
    this.#busy += 1
  }

  #end(): void {
    this.#busy -= 1
    if (this.#busy === 0) for (const resolve of this.#whenIdle.splice(0)) resolve()
  }
}

function withoutUndefined(offered: Offered): { chat: string; words?: string } {
  return offered.words === undefined ? { chat: offered.chat } : { chat: offered.chat, words: offered.words }
}
