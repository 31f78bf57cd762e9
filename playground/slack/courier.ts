import { setTimeout as sleep } from 'node:timers/promises'
import type { Faults } from '../faults.ts'
import type { Ledger } from '../ledger.ts'
import { type Outcome, type Parcel, postParcel, type Reason } from './request-url.ts'
import { APP, BOT_USER, TEAM } from './seed.ts'
import type { Shelf } from './shelf.ts'
import type { Sockets } from './sockets.ts'
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
  sockets: Sockets
}

/**
 * Carries requests to the desk: by Socket Mode while it is connected, else to its request URL, signed. Events start in the order they happened and travel side by side, each repeated
 * as platforms.md §A2 says; interactions are asked once. What is not acknowledged is kept and outlives a restart.
 */
export class Courier {
  readonly #options: CourierOptions
  readonly #stopping = new AbortController()
  #requestUrl: string | undefined
  /** Events that happened before there was any way to the desk. */
  readonly #waitingForDesk: Undelivered[]
  /** Lets go of events held back (fault `reorder`). */
  #held: (() => void)[] = []
  readonly #acknowledged = new Set<string>()
  #busy = 0
  #whenIdle: (() => void)[] = []

  constructor(options: CourierOptions) {
    this.#options = options
    this.#waitingForDesk = options.undelivered.all()
    options.sockets.onOpen(() => this.#letWaitingGo())
    if (options.requestUrl !== undefined) this.setRequestUrl(options.requestUrl)
  }

  setRequestUrl(url: string): void {
    this.#requestUrl = url
    this.#letWaitingGo()
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
    // An app that has been connected is not waited for: it gets the repetitions, or nothing (platforms.md §A2).
    if (this.#requestUrl === undefined && !this.#options.sockets.everOpened) this.#waitingForDesk.push(undelivered)
    else this.#setOut(undelivered)
    return id
  }

  /** Asks the desk once (interactivity, slash command) and waits for its answer. `id` is the `trigger_id`. */
  async ask(id: string, form: URLSearchParams, offered: Offered): Promise<Asked> {
    this.#options.ledger.add({ what: 'offered', platform: 'slack', id, ...withoutUndefined(offered) })
    const type = form.has('payload') ? 'interactive' : 'slash_commands'
    const outcome = await this.#send({ type, body: form.toString(), attempts: 0, reason: 'connection_failed' })
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
    this.#options.sockets.close()
    await this.idle()
  }

  #letWaitingGo(): void {
    for (const event of this.#waitingForDesk.splice(0)) this.#setOut(event)
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
    let reason: Reason = 'connection_failed' // of an attempt before this process started
    for (let attempts = event.attempts; ; ) {
      const outcome = await this.#send({ type: 'events_api', body: event.body, attempts, reason })
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
      if (delayMs === undefined || !outcome.mayRetry) {
        if (event.offered) ledger.add({ what: 'given-up', platform: 'slack', id: event.id })
        return undelivered.remove(event.id)
      }
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

  async #send(parcel: Parcel): Promise<Outcome> {
    const { sockets, signingSecret, realNow, ackTimeoutMs } = this.#options
    if (sockets.open > 0) return sockets.send(parcel)
    const url = this.#requestUrl
    if (url === undefined) return { ok: false, status: 0, reason: 'connection_failed', mayRetry: true }
    return postParcel(parcel, { url, signingSecret, realNow, ackTimeoutMs, stopping: this.#stopping.signal })
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
