import { openPlayground } from '../../playground/open.ts'
import { freshDatabase } from './database.ts'
import { secrets } from './demo.ts'
import { startTestDesk } from './desk.ts'
import { startKillable } from './killable.ts'

/** A desk that mutated requests are sent to, by webhook on both platforms. */
export interface FuzzedDesk {
  port: number
  databaseUrl: string
  slack: Awaited<ReturnType<typeof openPlayground>>['slack']['world']
  /** Memory the desk's process holds on to (bytes); undefined where it shares the process of the test. */
  memory(): Promise<number | undefined>
  /** How often a process of its own has ended by itself. */
  ended(): number
  /** The names on the `Object.prototype` of a process of its own. */
  prototype(): Promise<string[]>
  stop(): Promise<void>
}

/** Within the test's own process, where `fuzz` itself sees exceptions and the prototype: quick to start. */
export async function fuzzedWithin(): Promise<FuzzedDesk> {
  const desk = await startTestDesk({ webhook: true })
  return {
    port: desk.desk.port,
    databaseUrl: desk.database.url,
    slack: desk.slack,
    memory: async () => undefined,
    ended: () => 0,
    prototype: async () => [],
    stop: () => desk.stop(),
  }
}

/** A process of its own: its memory is the desk's alone. */
export async function fuzzedApart(): Promise<FuzzedDesk> {
  const playground = await openPlayground({ port: 0, ...secrets, now: () => Date.now() })
  const database = await freshDatabase()
  const desk = await startKillable({
    DESK_DATABASE: database.url,
    DESK_SLACK: playground.slackApiUrl,
    DESK_TELEGRAM: playground.telegramApiRoot,
    // Nobody is there: what comes by webhook is sent by the test alone.
    DESK_WEBHOOK: 'http://127.0.0.1:9/telegram/webhook',
  })
  playground.slack.setRequestUrl(`http://127.0.0.1:${desk.port}/slack/events`)
  return {
    port: desk.port,
    databaseUrl: database.url,
    slack: playground.slack.world,
    memory: async () => (await desk.memory()).resident,
    ended: () => desk.unasked,
    prototype: () => desk.prototype(),
    async stop() {
      await desk.stop()
      await playground.stop()
      await database.drop()
    },
  }
}
