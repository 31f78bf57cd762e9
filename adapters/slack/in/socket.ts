import { setTimeout as sleep } from 'node:timers/promises'
import { type App, type Receiver, webApi } from '@slack/bolt'
import { refusalOf, repairOf } from '../app-token.ts'
import { factsOf, type Log } from '../log.ts'
import { dial, type Line } from './line.ts'
import { openEnvelope } from './payload.ts'
import type { TakeDropped } from './rate-limited.ts'
import { within } from './within.ts'

/** What is half way in may finish, before its line is closed (ms). */
const FINISH_WITHIN_MS = 3_500
/**
 * How long a line is kept beside its successor (ms): what Slack sent by the old one just before may arrive after the
 * new one's greeting.
 */
const LINGER_MS = 1_000
/** A line that breaks sooner was no success, and the next is not dialled at once (ms). */
const LASTING_MS = 30_000
const LONGEST_PAUSE_MS = 30_000

interface SocketOptions {
  /** xapp-… */
  appToken: string
  apiUrl: string
  /** How long a line may leave a ping unanswered (ms); default the SDK's 5 s. */
  silentMs?: number | undefined
  /** Real time. */
  now: () => Date
  log: Log
}

/** Bolt's door, whether Slack's line is open, and who is told that Slack dropped events. */
export interface SocketDoor extends Receiver {
  hears(): boolean
  onDropped(take: TakeDropped): void
}

/**
 * Bolt's door by Socket Mode (platforms.md §A2): no public address, no signature. One line at a time; where Slack asks
 * for another, that one is open before the old one is closed, so that nobody's command falls between.
 *
 * `start` resolves with the first line, however long Slack is away; it rejects where the token is refused, and when
 * `stop` is called meanwhile. `stop` resolves within 8 s, also where Slack does not answer any more.
 */
export function socketReceiver({ appToken, apiUrl, silentMs, now, log }: SocketOptions): SocketDoor {
  const stopping = new AbortController()
  const { signal } = stopping
  const stopped = new Promise<'stopped'>((resolve) => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
  const working = new Set<Promise<void>>()
  const lines = new Set<Line>()
  let failures = 0
  let connected = false
  let bolt: App | undefined
  let dropped: TakeDropped = async () => {}
  let serving: Promise<void> = Promise.resolve()

  /** What comes by a line is opened as a request is, before it is stored. */
  function takeEnvelopes(app: App): void {
    const take = app.processEvent.bind(app)
    app.processEvent = async (event) => {
      // Not acknowledged, so that Slack gives it to another process or again to the next.
      if (signal.aborted) return
      const body = openEnvelope(event.body, Math.floor(now().getTime() / 1000))
      const work = take({ ...event, body }).finally(() => working.delete(work))
      working.add(work)
      await work
    }
  }

  /** Dials until there is a line. Rejects when stopping, and with `refused: 'throw'` where the token is no good. */
  async function connect(app: App, refused: 'throw' | 'go-on'): Promise<Line> {
    for (;;) {
      if (failures > 0) await sleep(pauseMs(failures), undefined, { signal })
      signal.throwIfAborted()
      try {
        const line = await dial({
          app,
          appToken,
          apiUrl,
          silentMs,
          log,
          stopping: signal,
          dropped: (payload) => dropped(payload),
        })
        lines.add(line)
        connected = true
        log.info({ lines: lines.size }, 'slack-socket-connected')
        return line
      } catch (error) {
        signal.throwIfAborted()
        failures += 1
        const code = refusalOf(error)
        if (code === undefined) log.warn({ ...factsOf(error), failures }, 'slack-socket-not-reached')
        else if (refused === 'throw') throw new Error(repairOf(code), { cause: error })
        else log.error({ code, failures }, 'slack-socket-refused')
        if (error instanceof webApi.WebAPIRateLimitedError) await sleep(error.retryAfter * 1000, undefined, { signal })
      }
    }
  }

  /** From one line to the next. Rejects when stopping. */
  async function keepConnected(app: App, first: Line): Promise<void> {
    for (let line = first; ; ) {
      const since = now().getTime()
      const end = await Promise.race([line.ending, stopped])
      if (end === 'stopped') return
      const lasted = now().getTime() - since >= LASTING_MS
      // Asked too soon is no failure, but not for a storm either: the old line still serves meanwhile.
      if (lasted) failures = 0
      else failures = end === 'asked' ? 1 : failures + 1
      if (end === 'down') {
        connected = false
        log.warn({ failures }, 'slack-socket-disconnected')
      }
      const old = line
      const next = await connect(app, 'go-on')
      void sleep(LINGER_MS, undefined, { signal }).then(
        () => retire(old),
        () => {}, // stopping: `stop` retires all
      )
      line = next
    }
  }

  /** Acknowledgements still to be sent go by the line their envelope came by. */
  async function retire(line: Line): Promise<void> {
    await within(FINISH_WITHIN_MS, Promise.allSettled(working))
    await line.hangUp()
    lines.delete(line)
  }

  return {
    hears: () => connected,
    onDropped: (take) => {
      dropped = take
    },
    init: (app) => {
      bolt = app
    },
    start: async () => {
      if (!bolt) throw new Error('socket receiver: no app')
      takeEnvelopes(bolt)
      const app = bolt
      const line = await connect(app, 'throw')
      serving = keepConnected(app, line).catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
    },
    stop: async () => {
      stopping.abort()
      await Promise.all([serving, ...Array.from(lines, retire)])
      // One that was greeted in the very moment.
      await Promise.all(Array.from(lines, (line) => line.hangUp()))
      log.info({}, 'slack-socket-closed')
    },
  }
}

/** Doubled for every failure in a row, with jitter: many processes may come back at the same moment. */
function pauseMs(failures: number): number {
  return Math.min(250 * 2 ** (failures - 1), LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2)
}
