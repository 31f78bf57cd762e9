/**
 * How the playground misbehaves when told to. A fault waits for the next call that matches, is used up `times`
 * times, and is gone. Calls are API calls of the desk (`chat.postMessage`, `sendMessage` …); events are deliveries
 * of the playground to the desk, which can be doubled or held back until the next one has gone (reordered). `chat`: calls
 * about that chat alone (Telegram's `chat_id`).
 */
export type Fault =
  /** HTTP 429 with Retry-After; the call has no effect. */
  | { on: 'call'; method?: string; chat?: string; does: 'too-many'; retryAfterSeconds: number }
  /** HTTP 5xx; the call has no effect. */
  | { on: 'call'; method?: string; chat?: string; does: 'error'; status: number }
  /** The call takes effect, then the connection is cut before an answer. */
  | { on: 'call'; method?: string; chat?: string; does: 'drop-after-accepting' }
  /** The connection is cut before the call takes effect. */
  | { on: 'call'; method?: string; chat?: string; does: 'drop' }
  /** The call takes no effect, and nothing is ever said: the line stays open until whoever called hangs up, or faults are cleared. */
  | { on: 'call'; method?: string; chat?: string; does: 'hang' }
  /** The call takes effect; the answer comes `ms` later. */
  | { on: 'call'; method?: string; chat?: string; does: 'slow'; ms: number }
  /** The event is delivered `copies` times more, at the same time. */
  | { on: 'event'; does: 'double'; copies: number }
  /** The event is held back until the next one has been delivered, or for `ms` at most. */
  | { on: 'event'; does: 'reorder'; ms: number }

export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = []
  #over = new AbortController()

  /** Aborted when the faults there are now are cleared. */
  get over(): AbortSignal {
    return this.#over.signal
  }

  /** Arms a fault for the next `times` matching calls or events. */
  arm(fault: Fault, times = 1): void {
    this.#waiting.push({ fault, left: times })
  }

  /** All is well again; calls that hang are cut. */
  clear(): void {
    this.#waiting.length = 0
    this.#over.abort()
    this.#over = new AbortController()
  }

  /** The fault for this API call, used up by asking. */
  forCall(method: string, chat?: string): Extract<Fault, { on: 'call' }> | undefined {
    const isMeant = (meant: string | undefined, asked: string | undefined) => meant === undefined || meant === asked
    return this.#take((fault) => fault.on === 'call' && isMeant(fault.method, method) && isMeant(fault.chat, chat)) as
      | Extract<Fault, { on: 'call' }>
      | undefined // #take was given only call faults
  }

  /** The fault for the next event on its way to the desk, used up by asking. */
  forEvent(): Extract<Fault, { on: 'event' }> | undefined {
    return this.#take((fault) => fault.on === 'event') as Extract<Fault, { on: 'event' }> | undefined // as above
  }

  #take(matches: (fault: Fault) => boolean): Fault | undefined {
    const index = this.#waiting.findIndex((armed) => matches(armed.fault))
    const armed = this.#waiting[index]
    if (!armed) return undefined
    armed.left -= 1
    if (armed.left === 0) this.#waiting.splice(index, 1)
    return armed.fault
  }
}
