import type { Counting } from '../ports/counting.ts'
import { type InboxRow, NotYet } from '../ports/store.ts'
import { type Handling, HELD_ELSEWHERE, handleRow } from './handle.ts'
import { nameOfError } from './standing.ts'

/** How many conversations are heard at once. */
const CONVERSATIONS = 6
/** How soon something that was not there yet is looked for again. */
const NOT_YET_MS = 300

/** Hears what is in the inbox: rows of one conversation in their order, conversations side by side. */
export interface IntakeWorker {
  /** Something new is in the inbox: look at once instead of at the next tick. */
  wake(): void
  /** Takes no more; resolves when what is in hand is done. */
  stop(): Promise<void>
  /** Resolves when nothing is ready or in hand; for tests. */
  idle(): Promise<void>
}

interface Hooks {
  /** How often the inbox is looked at when nobody wakes it: another replica may have received. */
  everyMs: number
  onDone: () => void
  counting?: Counting | undefined
}

export function startIntake(handling: Handling, hooks: Hooks): IntakeWorker {
  const inHand = new Map<string, Promise<void>>()
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  const look = async (): Promise<void> => {
    do {
      again = false
      if (stopped || inHand.size >= CONVERSATIONS) return
      const heads = await handling.store.inbox
        .heads(CONVERSATIONS * 2, [...handling.platforms.keys()])
        .catch((error: unknown) => {
          handling.world.log.warn({ error: nameOfError(error) }, 'inbox-unreadable')
          return []
        })
      for (const row of heads) {
        if (stopped || inHand.size >= CONVERSATIONS) break
        if (!inHand.has(row.lane)) inHand.set(row.lane, hear(row))
      }
    } while (again)
  }
  const wake = (): void => {
    again = true
    looking ??= look().finally(() => {
      looking = undefined
    })
  }
  const hear = async (row: InboxRow): Promise<void> => {
    let outcome = 'failed'
    try {
      outcome = await handleRow(handling, row)
      handling.world.log.debug({ row: row.id, outcome }, 'heard')
      if (outcome !== HELD_ELSEWHERE) hooks.counting?.heard(row.platform, outcome)
      hooks.onDone()
    } catch (error) {
      hooks.counting?.heard(row.platform, await retry(handling, row, error))
    } finally {
      inHand.delete(row.lane)
      // Another replica has it: asking again at once would only ask until that one is done.
      if (outcome !== HELD_ELSEWHERE) wake()
    }
  }
  const timer = setInterval(wake, hooks.everyMs)
  wake()
  return {
    wake,
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

/** Returns what becomes of it, in a word. */
async function retry({ store, world }: Handling, row: InboxRow, error: unknown): Promise<string> {
  if (error instanceof NotYet) {
    await store.inbox.postpone(row.id, NOT_YET_MS).catch(() => {})
    return 'not-yet'
  }
  // The database being away is not the row's fault: it stays as it is and is looked at again.
  const fate = await store.inbox.failed(row.id, nameOfError(error)).catch(() => 'again' as const)
  world.log.error(
    { row: row.id, tries: row.tries + 1, fate, error: nameOfError(error), at: placeOf(error) },
    'row-failed',
  )
  return fate
}

/** Where it was thrown, without the message, which may quote somebody. */
function placeOf(error: unknown): string | undefined {
  return error instanceof Error
    ? error.stack
        ?.split('\n')
        .find((line) => line.trimStart().startsWith('at '))
        ?.trim()
    : undefined
}
