import { setTimeout as sleep } from 'node:timers/promises'
import { HELP, KIM, RITA } from '../../../playground/slack/index.ts'
import { randomOf } from '../../../test/support/random.ts'
import { latencies } from '../checker.ts'
import { type Ground, openGround } from '../ground.ts'
import { startLoad } from '../load.ts'
import { none, told, within } from '../measure.ts'
import { onePart, type Scenario } from '../scenario.ts'

/** Load unit L of reliability.md: 20 messages a second, and 8 acts of agents beside them. */
const L = 20
const A_SECOND = 100
/** The first words open tickets, and threads are there to write in. */
const WARM_MS = 5_000
const ACKNOWLEDGED_WITHIN_MS = 10_000
const SEEN_WITHIN_MS = 60_000

/** R17 and R18: how soon a message is acknowledged and seen, with all that carries it on the same cores. */
export const speed: Scenario = {
  name: 'speed',
  proves: ['R17', 'R18'],
  parts: onePart(async ({ seed }, size) => {
    const [loadMs, burstMs] = size === 'quick' ? [8_000, 4_000] : [600_000, 60_000]
    const ground = await openGround()
    try {
      const load = startLoad(ground.playground, { random: randomOf(seed), rate: L })
      await sleep(WARM_MS)
      const from = Date.now()
      await sleep(loadMs)
      const to = Date.now()
      await load.stop()
      const under = await seenBy(ground, from, to)
      const rate = load.done.messages / load.done.seconds
      const burst = await startBurst(ground, burstMs)
      return {
        R17: [
          within('p99', burst.acknowledged.p99, 500),
          within('max', burst.acknowledged.max, 2_500),
          within('p99 under L', under.acknowledged.p99, 500),
          told('sent', burst.sent),
          { what: 'not acknowledged', found: burst.sent - burst.heard, most: 0 },
        ],
        R18: [
          none('never seen', under.unseen),
          within('p95', under.seenByAgent.p95, 1_500),
          within('p99', under.seenByAgent.p99, 4_000),
          { what: 'messages', found: rate, unit: '/s', least: L * 0.9 },
        ],
      }
    } finally {
      await ground.close()
    }
  }),
}

/** Once all that was said in this stretch is seen, or nobody waits any longer. */
async function seenBy(ground: Ground, from: number, to: number): Promise<ReturnType<typeof latencies>> {
  for (const end = performance.now() + SEEN_WITHIN_MS; ; await sleep(500)) {
    const found = latencies(entriesOf(ground, from, to))
    if (found.unseen === 0 || performance.now() > end) return found
  }
}

/** 100 messages of people in #help every second, whether or not the desk keeps up. */
async function startBurst(ground: Ground, ms: number) {
  const { slack } = ground.playground
  const first = slack.ledger.entries.length
  const began = performance.now()
  let sent = 0
  while (performance.now() - began < ms) {
    const due = Math.floor(((performance.now() - began) / 1000) * A_SECOND)
    for (; sent < due; sent++) slack.world.say(sent % 2 ? RITA : KIM, HELP, { text: `burst${sent}` })
    await sleep(5)
  }
  const ours = () => slack.ledger.entries.slice(first)
  const offered = new Set(
    ours().flatMap((entry) => (entry.what === 'offered' && entry.words?.startsWith('burst') ? [entry.id] : [])),
  )
  const heard = () => ours().filter((entry) => entry.what === 'acknowledged' && offered.has(entry.id)).length
  for (const end = performance.now() + ACKNOWLEDGED_WITHIN_MS; heard() < sent && performance.now() < end; )
    await sleep(50)
  const entries = ours().filter((entry) => 'id' in entry && offered.has(entry.id))
  return { sent, heard: heard(), acknowledged: latencies(entries).acknowledged }
}

/** What was offered in this stretch, and everything that came of anything. */
function entriesOf({ playground: { slack, telegram } }: Ground, from: number, to: number) {
  return [...slack.ledger.entries, ...telegram.ledger.entries].filter(
    ({ what, atMs }) => what !== 'offered' || (atMs >= from && atMs <= to),
  )
}
