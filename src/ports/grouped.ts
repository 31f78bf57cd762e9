/** What one caller waits for. */
interface Waiting<One, Result> {
  one: One
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Calls that come while others are under way are made together as soon as those are over: alone nobody waits for
 * company, under load many share one statement and one commit. Where they fail together each is made again alone, so
 * that one that cannot be done costs nobody else anything.
 * @param most how many go together
 * @param together results in the order of what was asked
 * @param atOnce so many groups are under way side by side, once `enough` wait beside what is under way: two halves of a
 * group cost nearly twice what one does
 */
export function grouped<One, Result>(
  most: number,
  together: (ones: readonly One[]) => Promise<readonly Result[]>,
  atOnce = 1,
  enough = most,
): (one: One) => Promise<Result> {
  const waiting: Waiting<One, Result>[] = []
  let underWay = 0

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
    while (waiting.length >= (underWay > 1 ? enough : 1)) await make(waiting.splice(0, most))
    underWay -= 1
  }
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (underWay === 0 || (underWay < atOnce && waiting.length >= enough)) void next()
    })
}
