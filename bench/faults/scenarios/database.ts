import { setTimeout as sleep } from 'node:timers/promises'
import { databaseTroubles } from '../database-trouble.ts'
import { UNPRESSED_RETRIES } from '../ground.ts'
import { none, told, within } from '../measure.ts'
import type { Part, Scenario } from '../scenario.ts'
import { harmIn, underLoad } from '../under-load.ts'

type Name = keyof typeof databaseTroubles

const RATE = 5

/** Slack comes again for two minutes: between two troubles it must find the desk well, as between any two of a real day. */
interface Pace {
  betweenMs: number
  slackRetriesMs?: readonly number[]
}
const SHORT: Pace = { betweenMs: 1_000 }
const LONG: Pace = { betweenMs: 15_000, slackRetriesMs: UNPRESSED_RETRIES }

/** R6: the database restarts, stands still, vanishes, is locked, takes no writes, while people talk. */
export const database: Scenario = {
  name: 'database',
  proves: ['R6'],
  parts: (size) =>
    size === 'quick'
      ? [part('each once', ['restarted', 'paused', 'swallowed', 'locked', 'read-only'], 2_500)]
      : [
          part('20 restarts', Array<Name>(20).fill('restarted'), 0),
          part('5 × paused 60 s', Array<Name>(5).fill('paused'), 60_000),
          part('swallowed, locked, read-only', ['swallowed', 'locked', 'read-only'], 60_000),
          part('3 × failed over', Array<Name>(3).fill('failed-over'), 60_000),
        ],
}

function part(name: string, troubles: readonly Name[], ms: number): Part {
  const { betweenMs, ...pressed } = ms > 10_000 ? LONG : SHORT
  return {
    name,
    run: ({ seed, say }) =>
      underLoad({ seed, rate: RATE, wire: true, ...pressed }, async ({ ground, load, rest }) => {
        let slowestReadyMs = 0
        for (const trouble of troubles) {
          await sleep(betweenMs)
          const readyMs = await databaseTroubles[trouble](ground, ms)
          say(`${trouble}: ready ${(readyMs / 1000).toFixed(1)} s after`)
          slowestReadyMs = Math.max(slowestReadyMs, readyMs)
        }
        await sleep(betweenMs)
        const rested = await rest()
        const { unaskedExits, statuses, slowestRefusalMs } = rested.findings
        return {
          R6: [
            none('process exits', unaskedExits),
            ...harmIn(rested),
            within('ready after the database', slowestReadyMs, 10_000),
            within('slowest 503', slowestRefusalMs, 1_000),
            told('answers of 503', statuses.get(503) ?? 0),
            told('messages', load.done.messages),
            told('troubles', troubles.length),
          ],
        }
      }),
  }
}
