/** What the playground saw, in order: the independent side of every fault test (reliability.md §3.5). */
export type Entry =
  /** A person did something; an event about it is on its way. */
  | { what: 'offered'; platform: 'slack' | 'telegram'; id: string; chat: string; words?: string }
  /** The desk said 2xx to the event, or moved its offset past it. */
  | { what: 'acknowledged'; platform: 'slack' | 'telegram'; id: string }
  /** The desk called the API and the call took effect. */
  | { what: 'called'; platform: 'slack' | 'telegram'; method: string; chat?: string; message?: string; words?: string }
  /** The desk called the API and was refused, by a limit or by a fault. */
  | { what: 'refused'; platform: 'slack' | 'telegram'; method: string; error: string }

export class Ledger {
  readonly entries: (Entry & { n: number; atMs: number })[] = []
  #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  add(entry: Entry): void {
    this.entries.push({ ...entry, n: this.entries.length, atMs: this.#nowMs() })
  }
}
