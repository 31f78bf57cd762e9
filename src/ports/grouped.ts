import { setTimeout as sleep } from 'node:timers/promises'

/** What one caller waits for. */
interface Waiting<One, Result> {
  one: One
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * How long a group waits for more where the one before was company (ms), unless so many are there already. Fewer
 * statements and commits save more than the wait costs: with 32 words on their way a tenth more were carried. To be cut short as
 * soon as enough have come, or to forget company when nobody waits for a moment, won less than half of that.
 */
export interface Patience {
  forMs: number
  unless: number
}

/** A group of so many is company: as much comes with those after it. */
const COMPANY = 3

export interface Grouping {
  /**
   * So many groups are under way side by side, once `enough` wait beside what is under way (default: as many as go
   * together): two halves of a group cost nearly twice what one does.
   */
  atOnce?: number
  enough?: number
  /** Without it, whoever waits is next as soon as a group is over. */
  patience?: Patience
  /** How it waits (ms). */
  wait?: (ms: number) => Promise<unknown>
}

/**
 * Calls that come while others are under way are made together as soon as those are over: alone nobody waits for
 * company, under load many share one statement and one commit. Where they fail together each is made again alone, so
 * that one that cannot be done costs nobody else anything.
 * @param most how many go together
 * @param together results in the order of what was asked
 */
export function grouped<One, Result>(
  most: number,
  together: (ones: readonly One[]) => Promise<readonly Result[]>,
  { atOnce = 1, enough = most, patience, wait = sleep }: Grouping = {},
): (one: One) => Promise<Result> {
  const waiting: Waiting<One, Result>[] = []
  let underWay = 0
  /** How many the last group was. */
  let before = 0

  const make = async (group: readonly Waiting<One, Result>[]): Promise<void> => {
    try {
      const results = await together(group.map(({ one }) => one))
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result) // as many as were asked
    } catch (error) {
      const [alone, another] = group
      if (alone && !another) return alone.reject(error)
      await Promise.all(group.map((one) => make([one])))
    }
  }
  const next = async (): Promise<void> => {
    underWay += 1
    // Whoever asks in the same breath comes along.
    await Promise.resolve()
    while (waiting.length >= (underWay > 1 ? enough : 1)) {
      if (patience && before >= COMPANY && waiting.length < patience.unless) await wait(patience.forMs)
      const group = waiting.splice(0, most)
      before = group.length
      await make(group)
    }
    underWay -= 1
  }
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (underWay === 0 || (underWay < atOnce && waiting.length >= enough)) void next()
    })
}
