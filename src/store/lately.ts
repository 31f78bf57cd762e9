/**
 * So long what one process owes is left to it (ms): it sends at once what it can. Then it is anybody's, for that process may
 * be gone, or have more to send than it can.
 */
const JUST_NOW_MS = 600
/** So long a lane counts as ours (ms): whoever is alone never waits, and what follows in it is done by whoever did what was before. */
const OURS_FOR_MS = JUST_NOW_MS + 100

/** Not of this moment; a time to come is none either: the clock has been set back since. `hour.now`: the desk's. */
export const notJustNow = (at: string) =>
  `${at} not between hour.now - interval '${JUST_NOW_MS} ms' and hour.now + interval '${JUST_NOW_MS} ms'`

/** Lanes this process has had to do with lately, by its own clock, which nobody moves. */
export interface Lately {
  touch(lanes: Iterable<string>): void
  lanes(): string[]
}

export function lately(now: () => number = () => performance.now()): Lately {
  const until = new Map<string, number>()
  return {
    touch(lanes) {
      for (const lane of lanes) until.set(lane, now() + OURS_FOR_MS)
    },
    lanes() {
      for (const [lane, end] of until) if (end < now()) until.delete(lane)
      return [...until.keys()]
    },
  }
}
