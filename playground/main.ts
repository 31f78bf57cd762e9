import { z } from 'zod'
import { stopEach } from '../src/ports/stop-all.ts'
import { openCluster } from '../src/store/embedded/cluster.ts'
import { signature } from '../src/store/embedded/liveness.ts'
import { aboutApp } from './about.ts'
import { deskClock } from './desk-clock.ts'
import { keepInPostgres } from './keep-postgres.ts'
import { openPlayground } from './open.ts'

/** The environment of the process; `launch.ts` sets it. */
const environment = z.object({
  PLAYGROUND_PORT: z.coerce.number().int().min(0).max(65_535),
  /** The `.deskhand` folder, absolute. */
  PLAYGROUND_HOME: z.string().min(1),
  PLAYGROUND_SIGNING_SECRET: z.string().min(1),
  PLAYGROUND_SLACK_TOKEN: z.string().min(1),
  PLAYGROUND_TELEGRAM_TOKEN: z.string().min(1),
  /** The desk's `/slack/events`. */
  PLAYGROUND_DESK_URL: z.url().optional(),
})

const realNow = (): number => Date.now()

/**
 * The playground as a process of its own (design.md §8), so that Slack and Telegram outlive a killed desk. Its state is
 * in the database `playground` of the embedded cluster. SIGTERM or SIGINT ends it.
 */
async function run(): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  const given = environment.parse(process.env)
  const stops: (() => Promise<void>)[] = []
  try {
    const cluster = await openCluster({ home: given.PLAYGROUND_HOME })
    stops.push(() => cluster.release())
    const keep = await keepInPostgres(await cluster.ensureDatabase('playground'))
    stops.push(() => keep.close())
    const about = {
      product: 'deskhand-playground',
      home: given.PLAYGROUND_HOME,
      pid: process.pid,
      signature: await signature(),
    } as const
    let deskUrl = given.PLAYGROUND_DESK_URL
    // What people see is stamped by the desk's clock; signatures and the log by the real one.
    const clock = deskClock({ deskUrl: () => deskUrl, secret: given.PLAYGROUND_SIGNING_SECRET, realNow })
    const playground = await openPlayground({
      port: given.PLAYGROUND_PORT,
      signingSecret: given.PLAYGROUND_SIGNING_SECRET,
      slackToken: given.PLAYGROUND_SLACK_TOKEN,
      telegramToken: given.PLAYGROUND_TELEGRAM_TOKEN,
      slackRequestUrl: given.PLAYGROUND_DESK_URL,
      keep,
      now: () => clock.now(),
      realNow,
      clock,
      beside: (slack) =>
        aboutApp(about, given.PLAYGROUND_SIGNING_SECRET, {
          setRequestUrl: (url) => {
            deskUrl = url
            slack.setRequestUrl(url)
          },
          setOffset: (ms) => clock.setOffset(ms),
        }),
    })
    stops.push(() => playground.stop())
    say('started', { url: playground.url })
    await signalled
  } finally {
    await stopEach(stops, (error) => {
      say('not-stopped', { error: String(error) })
      process.exitCode = 1
    })
  }
  say('stopped', {})
}

function say(event: string, facts: Record<string, unknown>): void {
  process.stdout.write(
    `${JSON.stringify({ time: realNow(), pid: process.pid, event: `playground.${event}`, ...facts })}\n`,
  )
}

await run().catch((error: unknown) => {
  say('failed', { error: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
})
// Whatever still hangs on (a desk's open connection) is no reason to stay.
process.exit()
