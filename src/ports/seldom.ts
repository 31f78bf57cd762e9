/** How often trouble that stays is said again (ms). */
const AGAIN_AFTER_MS = 10_000

/**
 * Trouble that stays is met several times a second: it is said at once, and then every ten seconds with how often it was met
 * and not said, for the log may lie on the very disk that is full.
 * @param now the machine's time; it may jump
 */
export function seldom(now: () => Date): (say: (unsaid: number) => void) => void {
  let saidAt = Number.NEGATIVE_INFINITY
  let unsaid = 0
  return (say) => {
    const at = now().getTime()
    if (Math.abs(at - saidAt) < AGAIN_AFTER_MS) {
      unsaid += 1
      return
    }
    say(unsaid)
    saidAt = at
    unsaid = 0
  }
}
