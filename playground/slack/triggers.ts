import { SlackRefusal } from './refusal.ts'
import { newId } from './workspace.ts'

/** How long a `trigger_id` opens a modal (ms), and that it does so once: platforms.md §A2. */
const LIFE_MS = 3000

/** The `trigger_id`s handed out. They live for seconds, so they are not kept. */
export class Triggers {
  readonly #realNow: () => number
  readonly #issued = new Map<string, { user: string; at: number; used: boolean }>()

  constructor(realNow: () => number) {
    this.#realNow = realNow
  }

  issue(user: string): string {
    for (const [id, { at }] of this.#issued) if (this.#realNow() - at > 60_000) this.#issued.delete(id)
    const id = `${Math.floor(this.#realNow())}.0.${newId('').toLowerCase()}`
    this.#issued.set(id, { user, at: this.#realNow(), used: false })
    return id
  }

  /** Whose screen it opens. Refuses an unknown, used or old one. */
  exchange(id: string): string {
    const trigger = this.#issued.get(id)
    if (!trigger) throw new SlackRefusal('invalid_trigger_id')
    if (trigger.used) throw new SlackRefusal('exchanged_trigger_id')
    if (this.#realNow() - trigger.at > LIFE_MS) throw new SlackRefusal('expired_trigger_id')
    trigger.used = true
    return trigger.user
  }
}
