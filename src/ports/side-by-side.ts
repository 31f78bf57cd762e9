/** Work found: `key` says what must not be done twice at once. */
export interface Found {
  key: string
  /** Resolves with whether to look for more at once; never rejects. */
  run: () => Promise<boolean>
}

/** Work of different keys side by side, of one key one after the other. */
export interface SideBySide {
  /** There may be something new: look at once instead of at the next tick. */
  wake(): void
  readonly stopped: boolean
  /** The keys of what is in hand. */
  readonly busy: ReadonlyMap<string, unknown>
  /** Begins no more; resolves when what is in hand is done. */
  stop(): Promise<void>
  /** Resolves when nothing is found or in hand; for tests. */
  idle(): Promise<void>
}

export interface Searching {
  atOnce: number
  /** How often to look when nobody wakes us: another replica may have left something. */
  everyMs: number
  /**
   * Begins what there is to do, oldest first, each as soon as it is found; never rejects.
   * @param room how much may be begun
   * @param busy the keys of what is in hand: nothing of these is to be begun
   */
  look: (room: number, busy: ReadonlyMap<string, unknown>, begin: (found: Found) => void) => Promise<void>
}

/** Looks for work and does it, never more than `atOnce`; looks that come while one is under way are one more look. */
export function startSideBySide({ atOnce, everyMs, look }: Searching): SideBySide {
  const inHand = new Map<string, Promise<void>>()
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  const begin = (found: Found): void => void inHand.set(found.key, done(found))
  const search = async (): Promise<void> => {
    do {
      again = false
      if (stopped || inHand.size >= atOnce) return
      await look(atOnce - inHand.size, inHand, begin)
    } while (again)
  }
  const wake = (): void => {
    again = true
    looking ??= search().finally(() => {
      looking = undefined
    })
  }
  const done = async ({ key, run }: Found): Promise<void> => {
    const more = await run()
    inHand.delete(key)
    if (more) wake()
  }
  const timer = setInterval(wake, everyMs)
  wake()
  return {
    wake,
    get stopped() {
      return stopped
    },
    busy: inHand,
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      await Promise.all(inHand.values())
    },
    async idle() {
      while (looking || inHand.size > 0) await Promise.all([looking, ...inHand.values()])
    },
  }
}
