import type { Counting } from '../ports/counting.ts'
import { nameOfError, placeOfError } from '../ports/log.ts'
import { type SideBySide, startSideBySide } from '../ports/side-by-side.ts'
import { type InboxRow, NotYet } from '../ports/store.ts'
import { traced } from '../ports/tracing.ts'
import { type Handling, HELD_ELSEWHERE, handleRow } from './handle.ts'

/** How many conversations are heard at once. */
const CONVERSATIONS = 6

interface Hooks {
  /** How often the inbox is looked at when nobody wakes it: another replica may have received. */
  everyMs: number
  onDone: () => void
  counting?: Counting | undefined
}

/** Hears what is in the inbox: rows of one conversation in their order, conversations side by side. */
export function startIntake(handling: Handling, { everyMs, onDone, counting }: Hooks): SideBySide {
  const { store, platforms, world } = handling
  const hear = async (row: InboxRow): Promise<boolean> => {
    try {
      const outcome = await traced('handle', { platform: row.platform, tries: row.tries }, async (note) => {
        const became = await handleRow(handling, row)
        note({ outcome: became })
        return became
      })
      world.log.debug({ row: row.id, outcome }, 'heard')
      // Another replica has it: asking again at once would only ask until that one is done.
      const elsewhere = outcome === HELD_ELSEWHERE
      if (!elsewhere) counting?.heard(row.platform, outcome)
      onDone()
      return !elsewhere
    } catch (error) {
      counting?.heard(row.platform, await retry(handling, row, error))
      return true
    }
  }
  return startSideBySide({
    atOnce: CONVERSATIONS,
    everyMs,
    async look() {
      const heads = await store.inbox.heads(CONVERSATIONS * 2, [...platforms.keys()]).catch((error: unknown) => {
        world.log.warn({ error: nameOfError(error) }, 'inbox-unreadable')
        return []
      })
      return heads.map((row) => ({ key: row.lane, run: () => hear(row) }))
    },
  })
}

/** Returns what becomes of it, in a word. */
async function retry({ store, world }: Handling, row: InboxRow, error: unknown): Promise<string> {
  if (error instanceof NotYet) {
    await store.inbox.postpone(row.id, error.waitMs).catch(() => {})
    return 'not-yet'
  }
  // The database being away is not the row's fault: it stays as it is and is looked at again.
  const fate = await store.inbox.failed(row.id, nameOfError(error)).catch(() => 'again' as const)
  world.log.error(
    { row: row.id, tries: row.tries + 1, fate, error: nameOfError(error), at: placeOfError(error) },
    'row-failed',
  )
  return fate
}
