import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { launchPlayground } from '../playground/launch.ts'
import { warningLine } from './commands/check-desks.ts'
import { onOneLine } from './commands/doctor/lines.ts'
import { type Config, ConfigFault, isDebugging, readConfig } from './config.ts'
import { startDesk } from './desk-process.ts'
import { readDesks } from './desks.ts'
import { DeskFault } from './domain/desk/fault.ts'
import { refuseTaken } from './http.ts'
import { words } from './locales/index.ts'
import { logTo } from './log.ts'
import { deskSurroundings, inPlayground } from './playground-names.ts'
import { type Log, nameOfError } from './ports/log.ts'
import { stopAll } from './ports/stop-all.ts'
import { secretIn } from './secret.ts'
import { openCluster } from './store/embedded/cluster.ts'

const home = fileURLToPath(new URL('../.deskhand', import.meta.url))

/** The program: `npm start` without words, `npm run desk -- …`, `npm run doctor` and `npm run demo` with them. Only start.mjs calls it. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    if (args.length === 0) await serve(readConfig(process.env))
    else {
      // A desk that starts does not wait for what only commands load.
      const { runCommand } = await import('./commands/index.ts')
      process.exitCode = await runCommand(args, process.env, home)
    }
  } catch (error) {
    const told = error instanceof ConfigFault || error instanceof DeskFault
    if (!told && error instanceof Error && isDebugging(process.env)) throw error
    process.stderr.write(`${await lastLineOf(error)}\n`)
    process.exitCode = 1
  }
}

/**
 * What ended it, as the operator reads it. The driver says of a database neither where it is named nor how to mend that,
 * and of a host with two addresses nothing at all: its `AggregateError` has no message.
 */
async function lastLineOf(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error)
  const { refusedBy } = await import('./commands/doctor/database.ts')
  const refused = refusedBy(error)
  return refused ? onOneLine(refused) : error.message || nameOfError(error)
}

/** Starts everything in order, and stops it in the reverse order at SIGINT or SIGTERM. */
async function serve(config: Config): Promise<void> {
  const log = logTo(config.logLevel)
  const told = signalled()
  const stops: (() => Promise<void>)[] = []
  const starting = start(config, log, stops)
  try {
    await Promise.race([starting, told])
    await told
    log.info({}, 'stopping')
    // What is half started has nothing to stop it by yet; what comes of it now is nobody's affair any more.
    await Promise.race([starting.catch(() => {}), sleep(HALF_STARTED_MS)])
  } finally {
    await stopAll(stops)
  }
  // Nothing of ours is left, but Agenda leaves timers of five seconds behind, for which nobody should wait.
  process.exit()
}

/** So long a start that was broken off is waited for (ms): Slack may be away, and then it never ends. */
const HALF_STARTED_MS = 5_000

/** Everything in order, each with what stops it. */
async function start(config: Config, log: Log, stops: (() => Promise<void>)[]): Promise<void> {
  if (config.traces) {
    const { startTraces } = await import('./traces/index.ts')
    stops.push(await startTraces(config.traces))
  }
  const databaseUrl = config.databaseUrl ?? (await embedded(log, stops))
  const secret = config.secret ?? (await secretIn(home))
  const world: PlaygroundConfig = inPlayground(config) ? await withPlayground(config, secret, log, stops) : config
  const desks = await desksFor(config, log)
  const desk = await startDesk({
    config: world,
    databaseUrl,
    desks,
    secret,
    log,
    host: world === config ? undefined : '127.0.0.1',
    playgroundSecret: world.playgroundSecret,
  })
  stops.push(() => desk.stop())
  await world.clockIs?.(await desk.store.clock.offsetMs())
  log.info({ port: desk.port, desks: desks.map(({ desk: id }) => id) }, 'ready')
  if (world !== config) process.stdout.write(`\n  ${words('playground-at', { url: world.playground ?? '' }, 'en')}\n\n`)
}

async function embedded(log: Log, stops: (() => Promise<void>)[]): Promise<string> {
  const cluster = await openCluster({ home, log: (event, facts) => log.info(facts, event) })
  stops.push(() => cluster.release())
  cluster.keepUp()
  return cluster.ensureDatabase('deskhand')
}

/** The configuration a desk of the playground runs with: a Slack and a Telegram on this machine. */
type PlaygroundConfig = Config & {
  playground?: string
  playgroundSecret?: string
  /** Tells the playground by how much the desk's clock is ahead. */
  clockIs?: (offsetMs: number) => Promise<void>
}

async function withPlayground(
  config: Config,
  secret: string,
  log: Log,
  stops: (() => Promise<void>)[],
): Promise<PlaygroundConfig> {
  // A second start would end the first one's playground when it finds its port taken.
  await refuseTaken(config.port, '127.0.0.1')
  const made = (what: string) => createHmac('sha256', secret).update(`playground ${what}`).digest('hex')
  const secrets = {
    signingSecret: made('signing'),
    slackToken: `xoxb-${made('slack')}`,
    telegramToken: `700001:${made('telegram')}`,
  }
  const deskUrl = `http://127.0.0.1:${config.port}/slack/events`
  const playground = await launchPlayground({ home, port: config.port + 1, deskUrl, ...secrets, log })
  stops.push(() => playground.stop())
  return {
    ...config,
    slack: { botToken: secrets.slackToken, signingSecret: secrets.signingSecret, apiUrl: playground.slackApiUrl },
    telegram: { token: secrets.telegramToken, apiRoot: playground.telegramApiRoot, webhook: undefined },
    playground: playground.url,
    playgroundSecret: secrets.signingSecret,
    clockIs: playground.clockIs,
  }
}

async function desksFor(config: Config, log: Log) {
  const { named, absent } = deskSurroundings(config)
  const { desks, warnings } = await readDesks(config.desks, named, absent)
  for (const warning of warnings) log.warn({}, warningLine(warning))
  return desks
}

/** Resolves at the first SIGINT or SIGTERM; later ones are heard and change nothing, so that the drain is not cut short. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}
