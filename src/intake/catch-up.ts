import type { Adapter } from '../adapter.ts'
import { channelsOn } from '../domain/desk/questions.ts'
import { nameOfError } from '../ports/log.ts'
import type { Handling } from './prepare.ts'
import type { ToHear } from './worker.ts'

/** Nobody listened for longer than this: what was said meanwhile is asked for (ms). Slack itself comes again after 1 min and 5 min. */
const AWAY_MS = 60_000
/** Further back than the last time we listened (ms): what came then may have been in hand as the process died. */
const MARGIN_MS = 60_000
/** What a platform says it dropped in a minute is asked for when that minute is over by so much (ms), and no further back than a day. */
const GAP_OVER_MS = 15_000
const GAP_MOST_MS = 24 * 60 * 60_000
/** Threads of more open tickets than this are not looked at, the newest tickets' are; Slack takes some fifty questions a minute. */
const MOST_THREADS = 1000
/** What was said so long before is looked at again: somebody may have edited it, taken it back or reacted to it (ms). */
const KNOWN_MS = 24 * 60 * 60_000
/** More messages than this are not looked at again: the newest are. */
const MOST_KNOWN = 5_000
/** How long whoever catches up keeps it to itself without another batch (ms). */
const LEASE_MS = 60_000
/** How soon it is looked again whether another process has caught up. */
const GLANCE_MS = 250

/** Listens to the platforms that forget, and asks them what was said while nobody did. */
export interface CatchingUp {
  /** Resolves when what was missed before the start is in the inbox, whoever asked for it, or could not be had; never rejects. */
  readonly first: Promise<void>
  /** Asks for no more, and resolves when nothing is in hand. */
  stop(): Promise<void>
}

interface Hooks {
  holder: string
  realNow: () => Date
  /** How often it is written down that we listen (ms), and what could not be asked for is asked for again. */
  everyMs: number
  /** Default `MOST_THREADS`. */
  mostThreads?: number | undefined
  /** Something has come. */
  onReceived: (what: ToHear) => void
}

/**
 * After an outage of ours longer than `AWAY_MS`, on every start, and for what a platform says it dropped (`Door.dropped`),
 * what its history has of that time goes into the inbox (reliability.md R7), under the keys the events would have had: what came after all counts once. Until all of it
 * is there the time we listened until does not move on, so that one who dies meanwhile is followed by another.
 */
export function startCatchingUp(handling: Handling, hooks: Hooks): CatchingUp {
  const stopping = new AbortController()
  const listeners = [...handling.platforms.values()]
    .filter((adapter) => adapter.missed !== undefined)
    .map((adapter) => listenerTo(adapter, handling, hooks, stopping.signal))
  let inHand: Promise<unknown> = Promise.resolve()
  const tick = (): void => {
    inHand = Promise.all(listeners.map((listener) => listener.look()))
  }
  const timer = setInterval(tick, hooks.everyMs)
  const first = Promise.all(listeners.map((listener) => listener.caughtUp())).then(() => {})
  return {
    first,
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await Promise.all([first, inHand])
    },
  }
}

/** `elsewhere`: another process is catching up. `not-now`: it could not be asked, or cannot reach us. */
type Look = 'listening' | 'elsewhere' | 'not-now'

function listenerTo(adapter: Adapter, handling: Handling, hooks: Hooks, signal: AbortSignal) {
  const { store, world } = handling
  const { platform } = adapter
  const name = `catch-up:${platform}:${adapter.account}`
  /** When this process last wrote down that it listens (real time). */
  let since: number | undefined
  /** It was said of this gap that it is too wide, however often it is asked for in vain. */
  let saidTooWide = false
  let looking: Promise<Look> | undefined

  const hears = (): boolean => adapter.hears !== false
  const listen = async (): Promise<Look> => {
    if (!hears()) return 'not-now'
    const real = hooks.realNow().getTime()
    const now = await store.clock.now()
    const until = await store.listening.heardUntil(platform, adapter.account)
    // The playground's clock may have been moved on while we listened: that is no absence.
    const wasHere = since !== undefined && real - since < AWAY_MS
    const away = until && !wasHere && now.getTime() - until.getTime() > AWAY_MS ? until : undefined
    const gap = await droppedBefore(now)
    const filled = away !== undefined || gap !== undefined
    if (filled) {
      if (!(await store.leases.hold(name, hooks.holder, LEASE_MS))) return 'elsewhere'
      try {
        await fill(earliest(away, gap?.from))
        if (gap) await store.listening.closeGap(platform, adapter.account, gap.until)
      } finally {
        await store.leases.release(name, hooks.holder).catch(() => {})
      }
    }
    // A gap may take longer to fill than an absence lasts: what was said meanwhile we have heard, and did not miss.
    const throughout = filled && hears()
    await store.listening.setHeardUntil(platform, adapter.account, throughout ? await store.clock.now() : now)
    since = throughout ? hooks.realNow().getTime() : real
    return 'listening'
  }

  /** What the platform says it dropped, once it has told us of the last minute of it. */
  const droppedBefore = async (now: Date) => {
    const gap = await store.listening.gap(platform, adapter.account)
    if (!gap || now.getTime() - gap.until.getTime() < GAP_OVER_MS) return undefined
    return { from: new Date(Math.max(gap.from.getTime(), now.getTime() - GAP_MOST_MS)), until: gap.until }
  }

  const askedIn = async (since: Date) => {
    const most = hooks.mostThreads ?? MOST_THREADS
    const threads = await store.listening.openThreads(platform, adapter.account, most + 1)
    if (threads.length > most && !saidTooWide) {
      saidTooWide = true
      const repair = 'docs/operate.md#after-an-outage-of-ours'
      world.log.error({ platform, threads: most, since: since.toISOString(), repair }, 'gap-too-wide')
    }
    return threads.slice(0, most)
  }

  const fill = async (until: Date): Promise<void> => {
    const threads = await askedIn(until)
    const chats = [
      ...new Set([...world.desks.flatMap((desk) => channelsOn(desk, platform)), ...threads.map(({ chat }) => chat)]),
    ]
    const since = new Date(until.getTime() - MARGIN_MS)
    const now = await store.clock.now()
    const from = new Date(since.getTime() - KNOWN_MS)
    const known = await store.listening.knownSince(platform, adapter.account, from, MOST_KNOWN)
    const raising = new Set(world.desks.flatMap(({ channels }) => channels.slack?.emoji ?? []))
    const missed = { since, now, chats, threads, known, knownFrom: from, raising, signal }
    let found = 0
    for await (const raws of adapter.missed?.(missed) ?? []) {
      if (raws.length > 0) {
        const { fresh, heads, behind, held } = await store.inbox.receive(raws)
        found += fresh
        hooks.onReceived({ heads, behind: [...behind, ...held] })
      }
      await store.leases.hold(name, hooks.holder, LEASE_MS)
    }
    saidTooWide = false
    world.log.info({ platform, since: since.toISOString(), threads: threads.length, found }, 'caught-up')
  }

  /** One look at a time; one that fails is made up for by the next. */
  const look = (): Promise<Look> => {
    looking ??= listen()
      .catch((error: unknown) => {
        if (!signal.aborted) world.log.warn({ platform, error: nameOfError(error) }, 'not-caught-up')
        return 'not-now' as const
      })
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  return {
    look,
    async caughtUp() {
      while (!signal.aborted && (await look()) === 'elsewhere') await pause(GLANCE_MS, signal)
    },
  }
}

function earliest(...all: readonly (Date | undefined)[]): Date {
  return new Date(Math.min(...all.flatMap((at) => (at ? [at.getTime()] : []))))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
