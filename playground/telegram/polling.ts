import type { Update } from 'grammy/types'
import { conflict } from './refusal.ts'
import { settings } from './state.ts'
import { allow, type Updates } from './updates.ts'

const longestSeconds = 50
const mostAtOnce = 100

export interface Poll {
  offset?: number | undefined
  limit?: number | undefined
  timeout?: number | undefined
  allowed_updates?: readonly string[] | undefined
}

type End = (why: 'terminated by other getUpdates request' | 'terminated by setWebhook request' | 'over') => void

/** `getUpdates`: one poller at a time. A newer call ends the older one with 409, as Telegram does. */
export class Polling {
  readonly #updates: Updates
  /** Updates a fault was already asked for: once each, when first told. */
  readonly #told = new Set<number>()
  #end: End | undefined

  constructor(updates: Updates) {
    this.#updates = updates
  }

  /** Waits up to `timeout` s (50 at most) for the first update. `gone` ends the wait when the connection is lost. */
  async fetch(poll: Poll, gone: AbortSignal): Promise<Update[]> {
    const { state } = this.#updates
    if (settings(state).webhook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    this.#end?.('terminated by other getUpdates request')
    allow(state, poll.allowed_updates)
    const from = this.#confirm(poll.offset ?? 0)
    const limit = Math.min(Math.max(poll.limit ?? mostAtOnce, 1), mostAtOnce)
    const now = this.#take(from, limit)
    const seconds = Math.min(poll.timeout ?? 0, longestSeconds)
    if (now.length > 0 || seconds <= 0) return now
    await this.#wait(seconds, gone)
    return gone.aborted ? [] : this.#take(from, limit)
  }

  /** Ends the poll that waits: a webhook was set, or (`over`) this Telegram stops; then it answers what there is. */
  end(why: 'terminated by setWebhook request' | 'over'): void {
    this.#end?.(why)
  }

  /** An offset confirms everything before it; a negative one all but the last. Returns the first id wanted. */
  #confirm(offset: number): number {
    const waiting = this.#updates.waiting()
    const from = offset < 0 ? (waiting.at(offset) ?? waiting[0])?.update.update_id : offset
    for (const { update } of waiting) {
      if (from !== undefined && update.update_id < from) this.#updates.confirm(update.update_id)
    }
    return from ?? 0
  }

  #take(from: number, limit: number): Update[] {
    const waiting = this.#updates.waiting().filter(({ update }) => update.update_id >= from)
    const fresh = waiting.slice(0, limit).map(({ update }) => update)
    for (const update of fresh) this.#askForFault(update)
    return [...this.#updates.repeated(), ...fresh]
  }

  #askForFault(update: Update): void {
    if (this.#told.has(update.update_id)) return
    this.#told.add(update.update_id)
    const fault = this.#updates.faults.forEvent()
    // Reordering has no meaning here: a list is told in the order of its ids, and an offset confirms all before it.
    if (fault?.does === 'double') this.#updates.repeat(update, fault.copies)
  }

  #wait(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        unlisten()
        gone.removeEventListener('abort', over)
        if (this.#end === end) this.#end = undefined
      }
      const over = () => {
        stop()
        resolve()
      }
      const end: End = (why) => {
        stop()
        if (why === 'over') resolve()
        else reject(conflict(`${why}; make sure that only one bot instance is running`))
      }
      const timer = setTimeout(over, seconds * 1000)
      const unlisten = this.#updates.onOffered(over)
      gone.addEventListener('abort', over)
      this.#end = end
    })
  }
}
