import type { Counting } from '../ports/counting.ts'
import { grouped } from '../ports/grouped.ts'
import type { InboxRow } from '../ports/inbox.ts'
import { type Log, nameOfError, placeOfError } from '../ports/log.ts'
import { seldom } from '../ports/seldom.ts'
import { type SideBySide, startSideBySide } from '../ports/side-by-side.ts'
import { NotYet } from '../ports/store.ts'
import { traced } from '../ports/tracing.ts'
import { HELD_ELSEWHERE, handleRow, handleTogether, isPlainWords } from './handle.ts'
import { type Handling, type PreparedRow, prepareRow } from './prepare.ts'

/** How many conversations of one platform are heard at once: where it hangs while it is asked about people, others' go on. */
const CONVERSATIONS = 64
/** So many of them share a transaction where all that is said is words, and so many such are under way. */
const TOGETHER = 32
const TRANSACTIONS = 2
/** Anything else has one of its own: no more of these at once than leave connections for everybody. */
const ALONE = 6

interface Hooks {
  /** How often the inbox is looked at when nobody wakes it: another replica may have received. */
  everyMs: number
  onDone: () => void
  /** The machine's time. */
  realNow: () => Date
  counting?: Counting | undefined
}

/** Hears what is in the inbox: rows of one conversation in their order, conversations side by side. */
export function startIntake(handling: Handling, { everyMs, onDone, realNow, counting }: Hooks): SideBySide {
  const { store, platforms, world } = handling
  const warn = seldom(world.log, realNow)
  const together = grouped(
    TOGETHER,
    async (rows: readonly PreparedRow[]) => {
      const [row, another] = rows
      return row && !another ? [await handleRow(handling, row)] : handleTogether(handling, rows)
    },
    TRANSACTIONS,
  )
  const alone = grouped(
    1,
    async ([row]: readonly PreparedRow[]) => (row ? [await handleRow(handling, row)] : []),
    ALONE,
  )
  const hear = async (row: InboxRow): Promise<boolean> => {
    try {
      const outcome = await traced('handle', { platform: row.platform, tries: row.tries }, async (note) => {
        // Platforms are asked before anybody's turn has come: one that hangs takes no turn.
        const prepared = await prepareRow(handling, row)
        const became = await (isPlainWords(prepared) ? together : alone)(prepared)
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
      const fate = await retry(handling, row, error, warn)
      counting?.heard(row.platform, fate)
      // Until the database is well again, once a beat is often enough.
      return fate !== 'not-its-fault'
    }
  }
  return startSideBySide({
    atOnce: CONVERSATIONS,
    groups: [...platforms.keys()],
    everyMs,
    async look(room, busy, begin) {
      const inHand = [...busy.keys()]
      const heads = await store.inbox.heads(CONVERSATIONS, [...platforms.keys()], inHand).catch((error: unknown) => {
        warn({ error: nameOfError(error) }, 'inbox-unreadable')
        return []
      })
      for (const row of heads) {
        const { lane, platform } = row
        if (!busy.has(lane) && room(platform) > 0) begin({ key: lane, group: platform, run: () => hear(row) })
      }
    },
  })
}

/**
 * Returns what becomes of it, in a word.
 * @param warn says what all rows meet
 */
async function retry(
  { store, world: { log } }: Handling,
  row: InboxRow,
  error: unknown,
  warn: Log['warn'],
): Promise<string> {
  if (error instanceof NotYet) {
    await store.inbox.postpone(row.id, error.waitMs).catch(() => {})
    return 'not-yet'
  }
  // A database that cannot even write that down is away.
  const fate = await store.inbox.failed(row.id, error).catch(() => 'not-its-fault' as const)
  const facts = { row: row.id, tries: row.tries + 1, fate, error: nameOfError(error), at: placeOfError(error) }
  if (fate === 'not-its-fault') warn(facts, 'row-failed')
  else log.error(facts, 'row-failed')
  return fate
}
