import { codeOf } from './domain/error-code.ts'
import type { Installation } from './ports/installation.ts'
import { type Log, nameOfError } from './ports/log.ts'

/** Whether the desk may send. */
export interface Sending {
  paused: () => boolean
  stop: () => void
}

/** How often a paused desk looks whether an operator has let it go on, and how often the log says that it waits. */
const LOOK_EVERY_MS = 2_000
const SAY_EVERY = 30

/**
 * A desk whose tables came from a backup hears and stores everything, and sends nothing until
 * `npm run desk -- resume --yes` (reliability.md R15). It does not fall into that while it runs: only a start looks.
 */
export async function sendingOf(installation: Installation, log: Log, onResumed: () => void): Promise<Sending> {
  let paused = await installation.arrive().catch((error: unknown) => {
    if (!isForbidden(error)) throw error
    log.warn({ error: nameOfError(error) }, 'restore-not-noticed')
    return false
  })
  if (!paused) return { paused: () => false, stop: () => {} }
  let looks = 0
  const say = (): void => log.warn({ repair: 'npm run desk -- resume' }, 'sending-paused')
  say()
  const timer = setInterval(() => {
    looks += 1
    if (looks % SAY_EVERY === 0) say()
    installation.paused().then(
      (found) => {
        if (found || !paused) return
        paused = false
        clearInterval(timer)
        log.info({}, 'sending-resumed')
        onResumed()
      },
      (error: unknown) => log.warn({ error: nameOfError(error) }, 'installation-unreadable'),
    )
  }, LOOK_EVERY_MS)
  return { paused: () => paused, stop: () => clearInterval(timer) }
}

/** Some hosts of PostgreSQL do not let their guests ask which one it is. */
function isForbidden(error: unknown): boolean {
  const code = codeOf(error)
  return code === '42501' || code === '42883'
}
