/** Work found: `key` says what must not be done twice at once, `group` whose room it takes. */
export interface Found {
  key: string
  group: string
  /** Resolves with whether to look for more at once (`not-now`: not even for what `lookFor` named); never rejects. */
  run: () => Promise<boolean | 'not-now'>
}

/** Work of different keys side by side, of one key one after the other. */
export interface SideBySide {
  /** There may be something new: look at once instead of at the next tick. */
  wake(): void
  /** Begins what was found without a look; false where something of its key is in hand, others of its group wait for room, or we stop. */
  begin(found: Found): boolean
  /** Something of this key waits that was not begun: it is looked for as soon as nothing of the key is in hand. */
  lookFor(key: string): void
  readonly stopped: boolean
  /** How much more of a group may be begun beside what is in hand. */
  room(group: string): number
  /** Begins no more; resolves when what is in hand is done. */
  stop: () => Promise<void>
  /** Resolves when nothing is found or in hand; for tests. */
  idle(): Promise<void>
}

export interface Searching {
  /** So much of each group: where one is slow, the others go on. */
  atOnce: number
  groups: readonly string[]
  /** How often to look when nobody wakes us: another replica may have left something. */
  everyMs: number
  /**
   * Begins what there is to do, oldest first, each as soon as it is found; never rejects.
   * @param room how much of a group may be begun at this moment
   * @param busy the keys of what is in hand: nothing of these is to be begun
   */
  look: (
    room: (group: string) => number,
    busy: ReadonlyMap<string, unknown>,
    begin: (found: Found) => void,
  ) => Promise<void>
}

/**
 * Looks for work and does it, never more than `atOnce` of a group; looks that come while one is under way are one more
 * look. Whoever begins what was found without one can rely on it that nothing else is forgotten over that: what was turned
 * away for want of room, and what `lookFor` named, is looked for when what stood in its way is done.
 */
export function startSideBySide({ atOnce, groups, everyMs, look }: Searching): SideBySide {
  const inHand = new Map<string, Promise<void>>()
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  let looks = 0
  /** What `lookFor` named, with the number of the look that can tell, if nothing of it is in hand by then. */
  const owed = new Map<string, number>()
  const owe = (key: string): void => void owed.set(key, looks + 1)

  const inGroup = new Map<string, number>()
  const count = (group: string, more: number): void => void inGroup.set(group, (inGroup.get(group) ?? 0) + more)
  const room = (group: string): number => atOnce - (inGroup.get(group) ?? 0)
  /** Groups that had no room since a look last went through: what was there first is begun first. */
  const crowded = new Set<string>()
  const begin = (found: Found): void => {
    count(found.group, 1)
    if (room(found.group) < 1) crowded.add(found.group)
    inHand.set(found.key, done(found))
  }
  const search = async (): Promise<void> => {
    do {
      again = false
      if (stopped || groups.every((group) => room(group) < 1)) return
      looks += 1
      await look(room, inHand, begin)
      for (const group of crowded) if (room(group) > 0) crowded.delete(group)
      for (const [key, nth] of owed) if (nth <= looks && !inHand.has(key)) owed.delete(key)
    } while (again)
  }
  const wake = (): void => {
    again = true
    looking ??= search().finally(() => {
      looking = undefined
    })
  }
  const done = async ({ key, group, run }: Found): Promise<void> => {
    const more = await run()
    inHand.delete(key)
    count(group, -1)
    if (more === 'not-now') return void owed.delete(key)
    if (owed.has(key)) owe(key)
    // A full house may have left something unlooked at.
    if (more || owed.has(key) || crowded.has(group)) wake()
  }
  const timer = setInterval(wake, everyMs)
  wake()
  return {
    wake,
    begin(found) {
      if (stopped || inHand.has(found.key) || crowded.has(found.group)) return false
      begin(found)
      return true
    },
    lookFor(key) {
      owe(key)
      if (!inHand.has(key)) wake()
    },
    get stopped() {
      return stopped
    },
    room,
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
