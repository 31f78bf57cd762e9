import type { Log } from './log.ts'

/** How often trouble that stays is said again (ms). */
const AGAIN_AFTER_MS = 10_000

/**
 * Warns of trouble that stays and is met several times a second: each event at once, and then every ten seconds with how
 * often it was met and not said (`unsaid`), for the log may lie on the very disk that is full.
 * @param now the machine's time; it may jump
 */
export function seldom(log: Pick<Log, 'warn'>, now: () => Date): Log['warn'] {
  const last = new Map<string, { at: number; unsaid: number }>()
  return (facts, event) => {
    const at = now().getTime()
    const said = last.get(event)
    if (said && Math.abs(at - said.at) < AGAIN_AFTER_MS) {
      said.unsaid += 1
      return
    }
    log.warn({ ...facts, unsaid: said?.unsaid ?? 0 }, event)
    last.set(event, { at, unsaid: 0 })
  }
}
