import { type Adapter, type Budget, type Delivered, type Delivery, DeliveryFault, type Platform } from '../adapter.ts'
import type { Log } from '../ports/log.ts'
import type { Platforms } from '../ports/platforms.ts'
import type { Claim, OwedRow, Store } from '../ports/store.ts'
import { type Pace, paceOf } from './pace.ts'
import { phrasePost } from './phrase-post.ts'
import { onFault, type Settling } from './settle.ts'

export interface Relaying {
  store: Store
  platforms: Platforms
  log: Log
  /** This process, as its lease names it. */
  holder: string
  /** The lanes' clock (design.md §8). */
  realNow: () => Date
  uuid: () => string
  /** What a chat takes; default what its platform says. */
  budgetOf?: ((adapter: Adapter, chat: string) => Budget) | undefined
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

/** @param everyMs how often the lanes are looked at when nobody wakes us. */
export function startRelay(relaying: Relaying, everyMs: number): Relay {
  const inHand = new Map<string, Promise<void>>()
  const paces = new Map(
    [...relaying.platforms.values()].map((adapter) => [adapter.platform, paceOf(adapter.budget('').account)]),
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
  if (claim.found === 'recover') return recover(settling, adapter, claim)
  const delivery = deliveryOf(claim)
  if (!delivery) return onFault(settling, { kind: 'refused', reason: 'message-gone', code: 'target-never-sent' })
  return send(settling, adapter, delivery)
}

async function send(settling: Settling, adapter: Adapter, delivery: Delivery): Promise<boolean> {
  const { row, log } = settling
  let delivered: Delivered
  try {
    delivered = await adapter.deliver(delivery)
  } catch (error) {
    if (error instanceof DeliveryFault) return onFault(settling, error.fault)
    log.error(
      { delivery: row.id, error: error instanceof Error ? error.name : 'unknown', at: placeOf(error) },
      'delivery-crashed',
    )
    return onFault(settling, { kind: 'unclear', code: 'crashed' })
  }
  await settling.store.transaction((unit) => unit.deliveries.sent(row, delivered))
  log.debug({ delivery: row.id, act: row.act, platform: adapter.platform, tries: row.tries }, 'sent')
  return true
}

/** A process died, or lost its answer, while this was on its way: ask the platform before sending it again. */
async function recover(
  settling: Settling,
  adapter: Adapter,
  claim: Extract<Claim, { found: 'recover' }>,
): Promise<boolean> {
  const { row, store, log } = settling
  const delivery = row.act === 'post' ? deliveryOf({ ...claim, target: null }) : undefined
  // Edits and deletions may be repeated without harm; a whisper leaves nothing to find.
  if (!delivery) return onFault(settling, { kind: 'again', code: 'interrupted' })
  const found = await adapter.find(delivery, row.triedAt ?? row.owedAt).catch(() => 'later' as const)
  log.info({ delivery: row.id, found: typeof found === 'string' ? found : 'sent' }, 'recovered')
  if (found === 'later') return onFault(settling, { kind: 'unclear', code: 'not-looked-up' })
  if (found === 'absent') return onFault(settling, { kind: 'again', code: 'absent' })
  if (found === 'unknowable') return onFault(settling, { kind: 'again', code: 'unknowable' }, 'unclear')
  await store.transaction((unit) => unit.deliveries.sent(row, found))
  return true
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
