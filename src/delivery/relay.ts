import { createTimeout } from 'retry'
import { type Adapter, type Budget, type Delivered, type Delivery, DeliveryFault, type Platform } from '../adapter.ts'
import type { Counting } from '../ports/counting.ts'
import { failpoint } from '../ports/failpoint.ts'
import type { Files } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Claim, OwedRow, Store } from '../ports/store.ts'
import { type Bringing, type Brought, bringFile, knownFile } from './bring-file.ts'
import { withLinks } from './links.ts'
import { type Pace, paceOf } from './pace.ts'
import { phrasePost } from './phrase-post.ts'
import { onFault, type Settling } from './settle.ts'

export interface Relaying {
  store: Store
  platforms: Platforms
  files: Files
  log: Log
  /** This process, as its lease names it. */
  holder: string
  /** The lanes' clock (design.md §8). */
  realNow: () => Date
  uuid: () => string
  /** What a chat takes; default what its platform says. */
  budgetOf?: ((adapter: Adapter, chat: string) => Budget) | undefined
  /** What an account takes over all its chats; default what its platform says. */
  accountBudgetOf?: ((adapter: Adapter) => Budget) | undefined
  counting?: Counting | undefined
}

/** Sends what is owed: one send in flight per lane, lanes side by side. */
export interface Relay {
  wake(): void
  /** Begins no more sends; resolves when those in flight are settled. */
  stop(): Promise<void>
  /** Resolves when nothing can be sent now; for tests. */
  idle(): Promise<void>
}

const LANES_AT_ONCE = 8
/** About seven seconds altogether: as long as a stop may take. */
const MARK_AGAIN = 7

/** @param everyMs how often the lanes are looked at when nobody wakes us. */
export function startRelay(relaying: Relaying, everyMs: number): Relay {
  const inHand = new Map<string, Promise<void>>()
  const { accountBudgetOf = (adapter: Adapter) => adapter.budget('').account } = relaying
  const paces = new Map(
    [...relaying.platforms.values()].map((adapter) => [adapter.platform, paceOf(accountBudgetOf(adapter))]),
  )
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  const look = async (): Promise<void> => {
    do {
      again = false
      if (stopped) return
      const lanes = await relaying.store.lanes.waiting().catch((error: unknown) => {
        relaying.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'lanes-unreadable')
        return []
      })
      for (const lane of lanes) {
        if (stopped || inHand.size >= LANES_AT_ONCE) return
        if (!inHand.has(lane)) inHand.set(lane, run(lane))
      }
    } while (again)
  }
  const wake = (): void => {
    again = true
    looking ??= look().finally(() => {
      looking = undefined
    })
  }
  const run = async (lane: string): Promise<void> => {
    try {
      while (!stopped && (await sendNext(relaying, paces, lane)));
    } catch (error) {
      relaying.log.error(
        { lane, error: error instanceof Error ? error.name : 'unknown', at: placeOf(error) },
        'lane-failed',
      )
    } finally {
      inHand.delete(lane)
      wakeOthers()
    }
  }
  /** A full house may have left lanes unlooked at. */
  const wakeOthers = (): void => {
    if (!stopped && inHand.size === LANES_AT_ONCE - 1) wake()
  }
  const timer = setInterval(wake, everyMs)
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

/** True: something was done, and there may be more. */
async function sendNext(relaying: Relaying, paces: ReadonlyMap<Platform, Pace>, lane: string): Promise<boolean> {
  const [platform = '', , chat = ''] = lane.split(':')
  // The lane's name begins with its platform, as `laneOf` made it.
  const adapter = relaying.platforms.get(platform as Platform)
  const pace = paces.get(platform as Platform)
  if (!adapter || !pace?.free(relaying.realNow())) return false
  const budget = relaying.budgetOf?.(adapter, chat) ?? adapter.budget(chat).chat
  const claim = await relaying.store.lanes.claim(lane, relaying.holder, budget)
  if (claim.found === 'nothing' || claim.found === 'wait') return false
  pace.spend(relaying.realNow())
  const settling: Settling = { ...relaying, row: claim.row, platform: adapter.platform }
  if (claim.found === 'recover') return recover(settling, adapter, claim, relaying)
  const row = { ...claim.row, content: await withLinks(relaying, claim.row.content) }
  const delivery = deliveryOf({ ...claim, row })
  if (!delivery) return onFault(settling, { kind: 'refused', reason: 'message-gone', code: 'target-never-sent' })
  return send(settling, adapter, delivery, relaying)
}

async function send(settling: Settling, adapter: Adapter, delivery: Delivery, bringing: Bringing): Promise<boolean> {
  const { row, log } = settling
  let delivered: Delivered
  failpoint('before-api-call')
  try {
    delivered = await adapter.deliver(await whole(delivery, row, bringing))
  } catch (error) {
    if (error instanceof DeliveryFault) return onFault(settling, error.fault)
    log.error(
      { delivery: row.id, error: error instanceof Error ? error.name : 'unknown', at: placeOf(error) },
      'delivery-crashed',
    )
    return onFault(settling, { kind: 'unclear', code: 'crashed' })
  }
  failpoint('after-api-call')
  await markSent(settling, delivered)
  failpoint('after-sent-mark')
  log.debug({ delivery: row.id, act: row.act, platform: adapter.platform, tries: row.tries }, 'sent')
  return true
}

/** A process died, or lost its answer, while this was on its way: ask the platform before sending it again. */
async function recover(
  settling: Settling,
  adapter: Adapter,
  claim: Extract<Claim, { found: 'recover' }>,
  bringing: Bringing,
): Promise<boolean> {
  const { row, log } = settling
  const owed = row.act === 'post' ? deliveryOf({ ...claim, target: null }) : undefined
  const delivery = owed && row.content ? asPost(owed, await knownFile(bringing, row.content)) : owed
  // Edits and deletions may be repeated without harm; a whisper leaves nothing to find.
  if (!delivery) return onFault(settling, { kind: 'again', code: 'interrupted' })
  const found = await adapter.find(delivery, row.triedAt ?? row.owedAt).catch((error: unknown) => {
    if (error instanceof DeliveryFault && error.fault.kind === 'refused') return error.fault
    return 'later' as const
  })
  if (typeof found === 'object' && 'kind' in found) return onFault(settling, found)
  log.info({ delivery: row.id, found: typeof found === 'string' ? found : 'sent' }, 'recovered')
  failpoint('in-recovery')
  if (found === 'later') return onFault(settling, { kind: 'unclear', code: 'not-looked-up' })
  if (found === 'absent') return onFault(settling, { kind: 'again', code: 'absent' })
  if (found === 'unknowable') return onFault(settling, { kind: 'again', code: 'unknowable' }, 'unclear')
  await markSent(settling, found)
  return true
}

/** The delivery with the file it brings. */
async function whole(delivery: Delivery, row: OwedRow, bringing: Bringing): Promise<Delivery> {
  if (row.content?.file === undefined) return delivery
  return asPost(delivery, await bringFile(bringing, row.content, row.tries))
}

function asPost(delivery: Delivery, { content, file }: Brought): Delivery {
  return delivery.act === 'post' ? { ...delivery, post: { ...phrasePost(content), ...(file && { file }) } } : delivery
}

/**
 * The platform has it. While the database is away only this process knows that: it says so as soon as it can, for what
 * nobody wrote down is sent again, and Telegram cannot be asked about it.
 */
async function markSent(settling: Settling, delivered: Delivered): Promise<void> {
  const { row, platform, log, counting } = settling
  for (let tries = 0; ; tries++) {
    try {
      const now = await mark(settling, delivered)
      counting?.delivered({ platform, act: row.act, end: 'sent' }, now.getTime() - row.owedAt.getTime())
      return
    } catch (error) {
      if (tries >= MARK_AGAIN) throw error
      log.warn({ delivery: row.id, platform, tries: tries + 1 }, 'not-marked-yet')
      const waitMs = createTimeout(tries, { minTimeout: 100, maxTimeout: 2_000, factor: 2 })
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

async function mark({ store, row }: Settling, delivered: Delivered): Promise<Date> {
  return store.transaction(async (unit) => {
    // The try before may have got through without our hearing of it, and the lane may be another's now.
    const stored = await unit.deliveries.byId(row.id)
    if (stored?.state === 'sending') await unit.deliveries.sent(row, delivered)
    return unit.now
  })
}

/** The row as the adapter is asked for it; undefined where the message to change was never sent. */
function deliveryOf(claim: {
  row: OwedRow
  target: string | null
  chat: string
  thread: string | null
}): Delivery | undefined {
  const { row, target, chat, thread } = claim
  const base = { id: row.id, ticket: row.ticketId ?? undefined, to: { ...row.to, chat, thread: thread ?? undefined } }
  const post = row.content ? phrasePost(row.content) : undefined
  if (row.act === 'delete') return target === null ? undefined : { ...base, act: 'delete', target }
  if (!post) return undefined
  if (row.act === 'edit') return target === null ? undefined : { ...base, act: 'edit', target, post }
  if (row.act === 'whisper')
    return { ...base, act: 'whisper', person: row.person ?? '', via: row.via ?? undefined, post }
  if (row.act === 'finish') return { ...base, act: 'finish', run: row.via ?? '', post }
  return { ...base, act: 'post', post, replyTo: row.replyTo ?? undefined }
}

function placeOf(error: unknown): string | undefined {
  return error instanceof Error
    ? error.stack
        ?.split('\n')
        .find((line) => line.trimStart().startsWith('at '))
        ?.trim()
    : undefined
}
