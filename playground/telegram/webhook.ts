import type { Update } from 'grammy/types'
import { change, type State, settings, type Webhook } from './state.ts'
import type { Updates } from './updates.ts'

/** Telegram's waits before the next try (platforms.md §B2): at once, then doubling up to a minute. */
export const telegramDelaysMs = [0, 2000, 4000, 8000, 16_000, 32_000, 60_000]

const answerWithinMs = 60_000
const longestRetryAfterS = 3600

/**
 * Brings updates to the webhook: strictly one after the other within a queue (the chat for messages, the person for
 * callback queries …), each held until it gets a 2xx, `max_connections` queues at a time.
 */
export class WebhookDelivery {
  readonly #updates: Updates
  readonly #delaysMs: readonly number[]
  readonly #execute: (call: object) => Promise<void>
  readonly #busy = new Map<string, Promise<void>>()
  readonly #closing = new AbortController()
  /** Queues a fault holds back, with what lets them go: another queue's delivery. */
  readonly #held = new Set<() => void>()
  /** Updates a fault was already asked for. */
  readonly #seen = new Set<number>()
  #connections = 0
  #waitingForConnection: (() => void)[] = []

  /** @param execute carries out a call given as the answer to an update (platforms.md §B2, webhook reply). */
  constructor(updates: Updates, delaysMs: readonly number[], execute: (call: object) => Promise<void>) {
    this.#updates = updates
    this.#delaysMs = delaysMs
    this.#execute = execute
    updates.onOffered(() => this.pump())
  }

  /** Starts a courier for every queue that has something and none yet. */
  pump(): void {
    if (this.#closing.signal.aborted || !settings(this.#updates.state).webhook) return
    for (const { queue } of this.#updates.waiting()) {
      if (this.#busy.has(queue)) continue
      // A microtask later, so that the courier is noted before it can be through.
      this.#busy.set(
        queue,
        Promise.resolve().then(() => this.#carry(queue)),
      )
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    for (const free of this.#waitingForConnection.splice(0)) free()
    await Promise.all(this.#busy.values())
  }

  async #carry(queue: string): Promise<void> {
    let tries = 0
    for (;;) {
      const next = this.#updates.waiting().find((kept) => kept.queue === queue)?.update
      const webhook = settings(this.#updates.state).webhook
      if (!next || !webhook || this.#closing.signal.aborted) break
      const outcome = await this.#bring(next, webhook)
      if (outcome.taken) {
        this.#updates.confirm(next.update_id)
        tries = 0
        for (const letGo of this.#held) letGo()
      } else {
        noteError(this.#updates.state, outcome.why)
        await this.#pause(outcome.retryAfterMs ?? this.#delaysMs[Math.min(tries, this.#delaysMs.length - 1)] ?? 0)
        tries += 1
      }
    }
    this.#busy.delete(queue)
    // An offer made between the last look and here found the queue busy.
    if (this.#updates.waiting().some((kept) => kept.queue === queue)) this.pump()
  }

  async #bring(update: Update, webhook: Webhook): Promise<Outcome> {
    const copies = await this.#misbehave(update)
    await this.#connection(webhook.connections)
    try {
      const extra = Array.from({ length: copies }, () => this.#post(update, webhook))
      const outcome = await this.#post(update, webhook)
      await Promise.all(extra)
      return outcome
    } finally {
      this.#connections -= 1
      this.#waitingForConnection.shift()?.()
    }
  }

  /** Asks once per update for a fault: holds the queue back, or says how many copies go besides. */
  async #misbehave(update: Update): Promise<number> {
    if (this.#seen.has(update.update_id)) return 0
    this.#seen.add(update.update_id)
    const fault = this.#updates.faults.forEvent()
    if (fault?.does === 'reorder') await this.#holdBack(fault.ms)
    return fault?.does === 'double' ? fault.copies : 0
  }

  /** Until another queue's next delivery, or `ms` at most. This queue delivers nothing meanwhile: it is waiting here. */
  #holdBack(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const letGo = () => {
        clearTimeout(timer)
        this.#held.delete(letGo)
        this.#closing.signal.removeEventListener('abort', letGo)
        resolve()
      }
      const timer = setTimeout(letGo, ms)
      this.#held.add(letGo)
      this.#closing.signal.addEventListener('abort', letGo)
    })
  }

  async #connection(most: number): Promise<void> {
    while (this.#connections >= most && !this.#closing.signal.aborted) {
      await new Promise<void>((resolve) => this.#waitingForConnection.push(resolve))
    }
    this.#connections += 1
  }

  async #post(update: Update, webhook: Webhook): Promise<Outcome> {
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([AbortSignal.timeout(answerWithinMs), this.#closing.signal]),
      })
      const answer = await response.text()
      if (!response.ok) return refusedBy(response)
      await this.#executeAnswer(answer)
      return { taken: true }
    } catch (error) {
      return { taken: false, why: error instanceof Error ? error.name : 'connection failed' }
    }
  }

  async #executeAnswer(answer: string): Promise<void> {
    let call: unknown
    try {
      call = JSON.parse(answer)
    } catch {
      return // Telegram ignores what is not JSON.
    }
    if (typeof call === 'object' && call !== null && 'method' in call) await this.#execute(call)
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer)
        this.#closing.signal.removeEventListener('abort', over)
        resolve()
      }
      const timer = setTimeout(over, ms)
      this.#closing.signal.addEventListener('abort', over)
      if (this.#closing.signal.aborted) over()
    })
  }
}

type Outcome = { taken: true } | { taken: false; why: string; retryAfterMs?: number }

function refusedBy(response: Response): Outcome {
  const why = `Wrong response from the webhook: ${response.status} ${response.statusText}`
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  if (!Number.isFinite(seconds) || seconds < 0) return { taken: false, why }
  return { taken: false, why, retryAfterMs: Math.min(seconds, longestRetryAfterS) * 1000 }
}

function noteError(state: State, message: string): void {
  change(state, ({ webhook }) => {
    if (webhook) webhook.lastError = { atMs: state.now(), message }
  })
}
