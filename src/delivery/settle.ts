import { createTimeout } from 'retry'
import type { Fault, Platform } from '../adapter.ts'
import type { Counting } from '../ports/counting.ts'
import { failpoint } from '../ports/failpoint.ts'
import type { Log } from '../ports/log.ts'
import type { OwedRow, Store } from '../ports/store.ts'
import { tellGone, tellUnclear } from './tell-gone.ts'

/** A delivery whose end is to be written down. */
export interface Settling {
  store: Store
  log: Log
  realNow: () => Date
  uuid: () => string
  platform: Platform
  row: OwedRow
  counting?: Counting | undefined
  /** How an agent of this name signs to the requesters of a desk (its id), in this language; default by the name. */
  signs?: ((desk: string, name: string, language: string) => string) | undefined
  /** A chat goes on under another id, and who asks the store knows. */
  chatMoved?: (() => Promise<void>) | undefined
}

/** A whisper is about now: later than this it is of no use to anybody. */
const WHISPER_TRIES = 4

/**
 * What a fault means for a delivery (design.md §8). People's words are tried until the platform takes them; what must
 * not be doubled becomes `unknown` when nobody can say; a permanent refusal is told to the agents.
 * Returns whether the lane may go on at once.
 */
export async function onFault(settling: Settling, fault: Fault): Promise<boolean> {
  const { row, store, log, platform } = settling
  log.warn(
    { delivery: row.id, platform, act: row.act, tries: row.tries, fault: fault.kind, code: codeOf(fault) },
    'delivery-fault',
  )
  failpoint('before-fault-mark')
  if (fault.kind === 'refused') {
    count(settling, 'failed')
    return tellGone(settling, fault)
  }
  const isOver = row.act === 'whisper' && row.tries >= WHISPER_TRIES
  count(settling, isOver ? 'failed' : 'again')
  if (fault.kind === 'wait' && fault.scope === 'account') {
    await store.lanes.parkAccount(row.to, untilOf(settling, fault))
  }
  // An unclear post stays half sent: the next claim of the lane looks it up before it is sent again.
  const state = fault.kind === 'unclear' && row.act === 'post' ? 'sending' : 'pending'
  await store.transaction(async (unit) => {
    // Also what is given up leaves its chat the quiet that was asked for.
    await unit.deliveries.later(row, codeOf(fault), untilOf(settling, fault), state)
    if (isOver) await unit.deliveries.settle(row, 'failed', codeOf(fault))
  })
  return false
}

/**
 * What a call came to tells of the platform as a whole, too: no answer may be an outage, any answer ends one. Said
 * before the lane is let go, so that no other lane tries in between.
 */
export async function tellOfPlatform(
  { store, row, troubled, platform, log }: Settling & { troubled: boolean },
  fault?: Fault,
): Promise<void> {
  if (fault?.kind === 'again' || fault?.kind === 'unclear') {
    if (await store.lanes.unanswered(row.to)) log.warn({ platform, code: fault.code }, 'platform-away')
  } else if (troubled && (await store.lanes.answered(row.to))) log.info({ platform }, 'platform-answers')
}

/** What was half sent could not be looked up now: it stays so, and the platform's `Retry-After` counts for reading, too. */
export async function lookUpLater(settling: Settling, fault: Exclude<Fault, { kind: 'refused' }>): Promise<boolean> {
  const { row, store } = settling
  count(settling, 'again')
  const until = untilOf(settling, fault)
  if (fault.kind === 'wait' && fault.scope === 'account') await store.lanes.parkAccount(row.to, until)
  await store.transaction((unit) => unit.deliveries.later(row, codeOf(fault), until, 'sending'))
  return false
}

/**
 * What was half sent is not there, or nobody can say: it is sent again at once, for the waiting was done before it was
 * looked up. What must not be doubled becomes `unknown` where nobody can say.
 */
export async function sendAnew(settling: Settling, code: 'absent' | 'unknowable'): Promise<boolean> {
  const { row, store, realNow } = settling
  if (code === 'unknowable' && row.class === 'must-not-double' && row.act === 'post') {
    count(settling, 'unknown')
    return tellUnclear(settling, code)
  }
  count(settling, 'again')
  await store.transaction((unit) => unit.deliveries.later(row, code, realNow(), 'pending'))
  return true
}

function count({ counting, platform, row }: Settling, end: 'failed' | 'unknown' | 'again'): void {
  counting?.delivered({ platform, act: row.act, end })
}

/**
 * No call before `Retry-After`; otherwise later and later, with jitter. In the end later than a platform that is away
 * is tried, so that what it never takes cannot be the only thing that tries.
 */
function untilOf({ realNow, row }: Settling, fault: Exclude<Fault, { kind: 'refused' }>): Date {
  const waitMs =
    fault.kind === 'wait'
      ? fault.retryAfterSeconds * 1000
      : createTimeout(Math.min(row.tries - 1, 8), { minTimeout: 250, maxTimeout: 20_000, factor: 2, randomize: true })
  return new Date(realNow().getTime() + waitMs)
}

function codeOf(fault: Fault): string {
  return fault.kind === 'wait' ? `wait-${fault.retryAfterSeconds}s` : fault.code
}
