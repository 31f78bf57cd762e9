import { openPlayground } from '../../../playground/open.ts'
import { freshDatabase } from '../../../test/support/database.ts'
import { secrets } from '../../../test/support/demo.ts'
import { fuzz, pollutedOf, strangeIn } from '../../../test/support/fuzz.ts'
import { startKillable } from '../../../test/support/killable.ts'
import { openClosings } from '../../closings.ts'
import { all, type Measure, none, told, within } from '../measure.ts'
import type { Part, Scenario } from '../scenario.ts'

/** After so many all code has run and been compiled, and the process has the size it has. */
const WARM = 1000
const WEIGHED_EVERY = 500
const MEBIBYTE = 1024 * 1024
const MORE_MIB = 64

/** SEC6: mutated requests of both platforms, structure-aware. In full 200,000, in pieces that can be gone on with. */
export const mutations: Scenario = {
  name: 'mutations',
  proves: ['SEC6'],
  parts: (size) =>
    size === 'quick'
      ? [part('1,000', 1_000)]
      : Array.from({ length: 10 }, (_, n) => part(`20,000, ${n + 1} of 10`, 20_000)),
}

function part(name: string, times: number): Part {
  return {
    name,
    async run({ cluster, seed, say }) {
      const closings = openClosings()
      try {
        const desk = await startFuzzed(await cluster(), closings.push)
        const weighed: number[] = []
        const found = await fuzz(desk, {
          // Seeds of two parts are neighbours: each has a stretch of its own.
          seed: seed * 1_000_003,
          times,
          async onSent(sent) {
            if (sent >= WARM && sent % WEIGHED_EVERY === 0) weighed.push((await desk.memory()).resident)
          },
        })
        for (const { n, status } of found.broken) say(`request ${n} was answered ${status}`)
        const answered = (status: number): number => found.statuses.get(status) ?? 0
        return {
          SEC6: [
            none('answers of 5xx', found.broken),
            none('answers that neither take in nor refuse', strangeIn(found.statuses)),
            none('process exits', desk.unasked),
            none('prototypes touched', pollutedOf(await desk.prototype())),
            within('slowest answer', found.slowestMs, 1_000),
            ...memoryOf(weighed),
            told('requests', times),
            // It was no walk past the door.
            all('taken in', answered(200), times / 10),
            all('refused', answered(400), times / 50),
          ],
        }
      } finally {
        await closings.close()
      }
    },
  }
}

/** What it holds more than when it was warm; a small run does not get that far. */
function memoryOf([warm, ...later]: readonly number[]): Measure[] {
  if (warm === undefined || later.length === 0) return []
  const found = (Math.max(...later) - warm) / MEBIBYTE
  return [{ what: 'MiB more than when warm', found, unit: 'MiB', most: MORE_MIB }]
}

/** A desk that is a process of its own, by webhook on both platforms: an exception nobody handles ends it. */
async function startFuzzed(cluster: string, closing: (close: () => Promise<void>) => void) {
  const database = await freshDatabase(cluster)
  closing(() => database.drop())
  const playground = await openPlayground({ port: 0, ...secrets, now: () => Date.now() })
  closing(() => playground.stop())
  const desk = await startKillable({
    DESK_DATABASE: database.url,
    DESK_SLACK: playground.slackApiUrl,
    DESK_TELEGRAM: playground.telegramApiRoot,
    // Nobody is there: what comes by webhook is sent by the fuzzer alone.
    DESK_WEBHOOK: 'http://127.0.0.1:9/telegram/webhook',
  })
  closing(() => desk.stop())
  playground.slack.setRequestUrl(`http://127.0.0.1:${desk.port}/slack/events`)
  return desk
}
