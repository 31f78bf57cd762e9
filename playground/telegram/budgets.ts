import { tooMany } from './refusal.ts'

/** What platforms.md §B2 allows: per private chat, per group over all its topics, and for the bot as a whole. */
const privateChat = { burst: 5, everyMs: 1000 }
const group = { burst: 20, everyMs: 3000 }
const everything = { burst: 30, everyMs: 1000 / 30 }

/** Methods that post or change something people see; edits and new topics cost as much as messages. */
const costly = /^(send(?!ChatAction)|copyMessage|forwardMessage|edit|(create|edit|close|reopen)ForumTopic)/

/** Token buckets. A call beyond one throws 429 and costs nothing. */
export class Budgets {
  readonly #now: () => number
  readonly #buckets = new Map<string, { left: number; atMs: number }>()

  /** @param now Unix ms. */
  constructor(now: () => number) {
    this.#now = now
  }

  spend(method: string, chat: unknown): void {
    if (!costly.test(method) || (typeof chat !== 'number' && typeof chat !== 'string')) return
    const limits = [
      { key: `chat ${chat}`, rate: Number(chat) < 0 ? group : privateChat },
      { key: 'everything', rate: everything },
    ].map(({ key, rate }) => ({ key, rate, left: this.#left(key, rate) }))
    const exceeded = limits.find(({ left }) => left < 1)
    if (exceeded) throw tooMany(Math.ceil(((1 - exceeded.left) * exceeded.rate.everyMs) / 1000))
    for (const { key, left } of limits) this.#buckets.set(key, { left: left - 1, atMs: this.#now() })
  }

  #left(key: string, rate: { burst: number; everyMs: number }): number {
    const bucket = this.#buckets.get(key)
    if (!bucket) return rate.burst
    return Math.min(rate.burst, bucket.left + (this.#now() - bucket.atMs) / rate.everyMs)
  }
}
