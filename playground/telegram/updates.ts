import type { Update } from 'grammy/types'
import type { Faults } from '../faults.ts'
import type { Ledger } from '../ledger.ts'
import { change, type KeptUpdate, type State, settings } from './state.ts'

export type UpdateKind = Exclude<keyof Update, 'update_id'>

/** Kinds a bot gets only when it asks for them (platforms.md §B1). */
const onRequest: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count']

const hourMs = 3_600_000
const queryLifeMs = 150_000

/** What is on its way to the bot: kept until confirmed, 24 h at most (a callback query 150 s), by the playground's clock. */
export class Updates {
  readonly state: State
  readonly faults: Faults
  readonly ledger: Ledger
  readonly #wakers = new Set<() => void>()
  readonly #idlers: (() => void)[] = []
  /** Confirmed, but a fault says the bot sees them once more through `getUpdates`: id → times left. */
  readonly #again = new Map<number, { update: Update; left: number }>()

  constructor(state: State, faults: Faults, ledger: Ledger) {
    this.state = state
    this.faults = faults
    this.ledger = ledger
  }

  /** Somebody did something. Where the bot did not ask for this kind, nothing is on its way. */
  offer(kind: UpdateKind, content: object, about: { queue: string; chat: number; words?: string | undefined }): void {
    if (!this.#asked(kind)) return
    let id = 0
    change(this.state, (row) => {
      id = row.nextUpdate
      row.nextUpdate += 1
    })
    const life = kind === 'callback_query' ? queryLifeMs : 24 * hourMs
    // The shape is the contract's (a test holds every kind against it); the types of grammY want it field by field.
    const update = { update_id: id, [kind]: content } as unknown as Update
    this.state.updates.set(id, { update, queue: about.queue, forgetAtMs: this.state.now() + life })
    this.ledger.add({
      what: 'offered',
      platform: 'telegram',
      id: String(id),
      chat: String(about.chat),
      ...(about.words === undefined ? {} : { words: about.words }),
    })
    for (const wake of this.#wakers) wake()
  }

  /** What the bot has not confirmed, oldest first; what is too old is forgotten by asking. */
  waiting(): KeptUpdate[] {
    const now = this.state.now()
    for (const { update, forgetAtMs } of this.state.updates.values()) {
      if (forgetAtMs <= now) this.state.updates.delete(update.update_id)
    }
    this.#settle()
    return this.state.updates.values()
  }

  /** The bot has it for sure. */
  confirm(id: number): void {
    if (!this.state.updates.has(id)) return
    this.state.updates.delete(id)
    this.ledger.add({ what: 'acknowledged', platform: 'telegram', id: String(id) })
    this.#settle()
  }

  /** Forgets everything on its way without the bot having seen it (`drop_pending_updates`). */
  drop(): void {
    for (const { update } of this.state.updates.values()) this.state.updates.delete(update.update_id)
    this.#settle()
  }

  /** After its confirmation `getUpdates` tells this update `times` more. */
  repeat(update: Update, times: number): void {
    this.#again.set(update.update_id, { update, left: times })
  }

  /** Confirmed updates to be told again now, each used up by one. */
  repeated(): Update[] {
    const due = [...this.#again.values()].filter(({ update }) => !this.state.updates.has(update.update_id))
    for (const told of due) {
      told.left -= 1
      if (told.left <= 0) this.#again.delete(told.update.update_id)
    }
    this.#settle()
    return due.map(({ update }) => update)
  }

  onOffered(wake: () => void): () => void {
    this.#wakers.add(wake)
    return () => this.#wakers.delete(wake)
  }

  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idlers.push(resolve)
      this.waiting()
    })
  }

  #asked(kind: UpdateKind): boolean {
    const allowed = settings(this.state).allowed
    return allowed ? allowed.includes(kind) : !onRequest.includes(kind)
  }

  #settle(): void {
    if (this.state.updates.size > 0 || this.#again.size > 0) return
    for (const resolve of this.#idlers.splice(0)) resolve()
  }
}

/** Which kinds the bot wants from now on. Left out: as before. An empty list: Telegram's default. */
export function allow(state: State, kinds: readonly string[] | undefined): void {
  if (!kinds) return
  change(state, (row) => {
    if (kinds.length === 0) delete row.allowed
    else row.allowed = [...kinds]
  })
}
