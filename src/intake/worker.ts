import type { Counting } from '../ports/counting.ts'
import { grouped } from '../ports/grouped.ts'
import type { InboxRow, Received } from '../ports/inbox.ts'
import { type Log, nameOfError, placeOfError } from '../ports/log.ts'
import { seldom } from '../ports/seldom.ts'
import { type Found, type SideBySide, startSideBySide } from '../ports/side-by-side.ts'
import { NotYet } from '../ports/store.ts'
import { traced } from '../ports/tracing.ts'
import { HELD_ELSEWHERE, handleRow, handleTogether, isPlainWords } from './handle.ts'
import { tellParked } from './not-heard.ts'
import { type Handling, type PreparedRow, prepareRow } from './prepare.ts'

/** How many conversations of one platform are heard at once: where it hangs while it is asked about people, others' go on. */
const CONVERSATIONS = 64
/** So many of them share a transaction where all that is said is words, and so many such are under way. */
const TOGETHER = 32
const TRANSACTIONS = 2
/** What one waits for the database the other uses; with fewer in it each word costs a third more. */
const ENOUGH = 16
/** Anything else has one of its own: no more of these at once than leave connections for everybody. */
const ALONE = 6
/** So long after another replica was found to have a row its conversation is looked at again (ms): it is heard in a moment. */
const ELSEWHERE_MS = 20

interface Hooks {
  /** This process, as its lease names it. */
  holder: string
  /** How often the inbox is looked at when nobody wakes it: another replica may have received. */
  everyMs: number
  /** The machine's time. */
  realNow: () => Date
  counting?: Counting | undefined
}

/** What this process has received just now and is ready. */
export type ToHear = Readonly<Pick<Received, 'behind'>> & { heads: readonly InboxRow[] }

export interface Intake extends SideBySide {
  /** Begins at once what is first in its conversation, without looking it up; the rest is looked for. */
  received(what: ToHear): void
}

/**
 * Hears what is in the inbox: rows of one conversation in their order, conversations side by side. What this process
 * received is begun as it comes. What must hold for that: of each row we are told (`received`), and it is begun then, or
 * its lane is looked for as soon as nothing of it is in hand. So whoever was told of needs no look when it has been heard.
 */
export function startIntake(handling: Handling, { holder, everyMs, realNow, counting }: Hooks): Intake {
  const { store, platforms, world } = handling
  store.inbox.heardBy(holder)
  const warn = seldom(world.log, realNow)
  const together = grouped(
    TOGETHER,
    async (rows: readonly PreparedRow[]) => {
      const [row, another] = rows
      return row && !another ? [await handleRow(handling, row)] : handleTogether(handling, rows)
    },
    { atOnce: TRANSACTIONS, enough: ENOUGH },
  )
  const alone = grouped(1, async ([row]: readonly PreparedRow[]) => (row ? [await handleRow(handling, row)] : []), {
    atOnce: ALONE,
  })
  /** Ids of what is in hand, and of those of them we were told of: a look may have been quicker. */
  const inHand = new Set<string>()
  const told = new Set<string>()
  /** Lanes in which something of ours waits, perhaps behind what another replica has. */
  let lookedFor = new Set<string>()
  const lookFor = (lane: string): void => {
    lookedFor.add(lane)
    hearing.lookFor(lane)
  }
  const lookLater = (lane: string): void => void setTimeout(() => lookFor(lane), ELSEWHERE_MS).unref()
  const hear = async (row: InboxRow): ReturnType<Found['run']> => {
    let acts: PreparedRow['acts'] = []
    try {
      let plain = false
      const outcome = await traced('handle', { platform: row.platform, tries: row.tries }, async (note) => {
        // Platforms are asked before anybody's turn has come: one that hangs takes no turn.
        const prepared = await prepareRow(handling, row)
        acts = prepared.acts
        plain = isPlainWords(prepared)
        const became = await (plain ? together : alone)(prepared)
        note({ outcome: became })
        return became
      })
      world.log.debug({ row: row.id, outcome }, 'heard')
      if (outcome === HELD_ELSEWHERE) return afterElsewhere(row)
      counting?.heard(row.platform, outcome)
      // Whatever is no mere word may have let in what waited: it is looked for, of whatever lane it is.
      return !(plain && told.has(row.id))
    } catch (error) {
      const fate = await retry(handling, { row, acts }, error, warn)
      counting?.heard(row.platform, fate)
      // Until the database is well again, once a beat is often enough.
      return fate === 'not-its-fault' ? 'not-now' : true
    }
  }
  const afterElsewhere = (row: InboxRow): boolean | 'not-now' => {
    if (told.has(row.id)) {
      // Or one that was written earlier has come in between: then it is looked for when that one is done, too.
      lookFor(row.lane)
      return true
    }
    // Another replica has it, which need not know of ours behind it: asking again at once would only ask until it is done.
    lookLater(row.lane)
    return 'not-now'
  }
  const found = (row: InboxRow): Found => ({
    key: row.lane,
    group: row.platform,
    async run() {
      inHand.add(row.id)
      const more = await hear(row)
      inHand.delete(row.id)
      told.delete(row.id)
      return more
    },
  })
  const hearing = startSideBySide({
    atOnce: CONVERSATIONS,
    groups: [...platforms.keys()],
    everyMs,
    async look(room, busy, begin) {
      const lanes = { inHand: [...busy.keys()], lookedFor: [...lookedFor] }
      lookedFor = new Set(lanes.lookedFor.filter((lane) => busy.has(lane)))
      const { rows, elsewhere } = await store.inbox
        .heads(CONVERSATIONS, [...platforms.keys()], lanes)
        .catch((error: unknown) => {
          warn({ error: nameOfError(error) }, 'inbox-unreadable')
          return { rows: [], elsewhere: [] }
        })
      for (const row of rows) {
        if (inHand.has(row.id)) continue
        // Begun while we looked: what was found waits for that.
        if (busy.has(row.lane)) lookFor(row.lane)
        else if (room(row.platform) > 0) begin(found(row))
      }
      for (const lane of elsewhere) lookLater(lane)
    },
  })
  const { stop } = hearing
  return Object.assign(hearing, {
    async stop() {
      // What another process may hear meanwhile need not wait until this one has ended.
      const left = store.inbox.leave().catch(() => {})
      await stop()
      await left
    },
    received({ heads, behind }: ToHear) {
      for (const row of heads) {
        if (inHand.has(row.id) || hearing.begin(found(row))) told.add(row.id)
        else lookFor(row.lane)
      }
      for (const lane of behind) lookFor(lane)
    },
  })
}

/**
 * Returns what becomes of it, in a word.
 * @param warn says what all rows meet
 */
async function retry(
  { store, world: { log } }: Handling,
  { row, acts }: Pick<PreparedRow, 'row' | 'acts'>,
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
  if (fate === 'parked') {
    await store
      .transaction((unit) => tellParked(unit, acts))
      .catch((trouble: unknown) => log.warn({ row: row.id, error: nameOfError(trouble) }, 'parked-not-told'))
  }
  return fate
}
