/** Work found: `key` says what must not be done twice at once. Whatever is found is begun. */
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
  /** As much is in hand as may be: something found may not have been begun. */
  readonly full: boolean
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
   * What there is to do, oldest first; never rejects.
   * @param room how much may be begun: no more is to be found
   * @param busy the keys of what is in hand: nothing of these is to be found
   */
  look: (room: number, busy: ReadonlyMap<string, unknown>) => Promise<readonly Found[]>
}

/** Looks for work and does it, never more than `atOnce`; looks that come while one is under way are one more look. */
export function startSideBySide({ atOnce, everyMs, look }: Searching): SideBySide {
  const inHand = new Map<string, Promise<void>>()
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  const begin = async (): Promise<void> => {
    do {
      again = false
      if (stopped || inHand.size >= atOnce) return
      for (const found of await look(atOnce - inHand.size, inHand)) inHand.set(found.key, done(found))
    } while (again)
  }
  const wake = (): void => {
    again = true
    looking ??= begin().finally(() => {
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
    get full() {
      return inHand.size >= atOnce
    },
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
