/** What the playground saw, in order: the independent side of every fault test (reliability.md §3.5). */
export type Entry =
  /** A person did something; an event about it is on its way. */
  | { what: 'offered'; platform: 'slack' | 'telegram'; id: string; chat: string; words?: string }
  /** The desk said 2xx to the event, or moved its offset past it. */
  | { what: 'acknowledged'; platform: 'slack' | 'telegram'; id: string }
  /** The platform has offered it as often as it does, and forgets it. */
  | { what: 'given-up'; platform: 'slack' | 'telegram'; id: string }
  /** The desk called the API and the call took effect. */
  | { what: 'called'; platform: 'slack' | 'telegram'; method: string; chat?: string; message?: string; words?: string }
  /** The desk called the API and was refused, by a limit or by a fault. */
  | { what: 'refused'; platform: 'slack' | 'telegram'; method: string; error: string }

/** Older entries are forgotten: a playground may stay open for weeks. */
const MOST_ENTRIES = 500_000

export class Ledger {
  readonly entries: (Entry & { n: number; atMs: number })[] = []
  readonly #nowMs: () => number
  #n = 0

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  add(entry: Entry): void {
    this.entries.push({ ...entry, n: this.#n++, atMs: this.#nowMs() })
    if (this.entries.length > MOST_ENTRIES) this.entries.splice(0, MOST_ENTRIES / 10)
  }
}
