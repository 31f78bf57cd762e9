import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './domain/error-code.ts'
import type { Installation } from './ports/installation.ts'
import { type Log, nameOfError } from './ports/log.ts'

/** Whether the desk may send. */
export interface Sending {
  /** An operator has to say first that it may. */
  paused: () => boolean
  /** Nothing is sent now: it is paused, or the database was away and it is not known yet whether that one came back. */
  still: () => boolean
  /** The database was away. */
  missed: () => void
  /** It is there. */
  renewed: () => void
  stop: () => void
}

/** How often a paused desk looks whether an operator has let it go on, and how often the log says that it waits. */
const LOOK_EVERY_MS = 2_000
const SAY_EVERY = 30

/**
 * A desk whose tables came from a backup hears and stores everything, and sends nothing until
 * `npm run desk -- resume --yes` (reliability.md R15). It looks when it starts, and whenever the database was away: a
 * backup may have been brought up at its address.
 * @param onMay called whenever it may send again
 */
export async function sendingOf(installation: Installation, log: Log, onMay: () => void): Promise<Sending> {
  const isRestored = looker(installation, log)
  let paused = false
  /** How often the database was away, and how often it had been when it was last looked which one it is. */
  let away = 0
  let known = 0
  const still = (): boolean => paused || known < away
  const say = (): void => log.warn({ repair: 'npm run desk -- resume' }, 'sending-paused')
  const look = async (): Promise<void> => {
    const before = away
    const restored = await isRestored()
    // Whoever asked later may have been answered sooner, by the database that is there now.
    if (before < known) return
    const was = still()
    if (restored && !paused) say()
    if (paused && !restored) log.info({}, 'sending-resumed')
    paused = restored
    known = before
    if (was && !still()) onMay()
  }
  let looking = false
  const lookAgain = async (): Promise<void> => {
    if (looking) return
    looking = true
    try {
      // One that hangs is not waited for: its connection may be to a database that is no more.
      await Promise.race([look(), sleep(LOOK_EVERY_MS, undefined, { ref: false })])
    } catch (error) {
      log.warn({ error: nameOfError(error) }, 'installation-unreadable')
    } finally {
      looking = false
    }
  }
  await look()
  let looks = 0
  const timer = setInterval(() => {
    if (!paused) return
    looks += 1
    if (looks % SAY_EVERY === 0) say()
    void lookAgain()
  }, LOOK_EVERY_MS)
  return {
    paused: () => paused,
    still,
    missed() {
      away += 1
    },
    renewed() {
      if (known < away) void lookAgain()
    },
    stop: () => clearInterval(timer),
  }
}

/** Some hosts of PostgreSQL do not let their guests ask which one it is: there an operator has to say that it is another. */
function looker(installation: Installation, log: Log): () => Promise<boolean> {
  let told = false
  return async () => {
    try {
      return await installation.arrive()
    } catch (error) {
      if (!isForbidden(error)) throw error
      if (!told) log.warn({ error: nameOfError(error) }, 'restore-not-noticed')
      told = true
      return (await installation.paused()) !== undefined
    }
  }
}

function isForbidden(error: unknown): boolean {
  const code = codeOf(error)
  return code === '42501' || code === '42883'
}
