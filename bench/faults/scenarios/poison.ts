import { setTimeout as sleep } from 'node:timers/promises'
import { HELP, RITA, TEAM } from '../../../playground/slack/index.ts'
import { runParked } from '../../../src/commands/parked.ts'
import { type Orm, openOrm } from '../../../src/store/orm.ts'
import { JSON_TYPE, signed } from '../../../test/support/hostile-door.ts'
import { randomOf } from '../../../test/support/random.ts'
import { latencies } from '../checker.ts'
import { type Ground, openGround } from '../ground.ts'
import { startLoad } from '../load.ts'
import { all, type Measure, none, told } from '../measure.ts'
import { onePart, type Scenario } from '../scenario.ts'

const POISONS = 50
const MOST_TRIES = 5
const RATE = 10
const WARM_MS = 4_000
const SEEN_WITHIN_MS = 60_000
const PARKED_WITHIN_MS = 60_000

/** R9: events that break whoever reads them, among those of people; then they are listed and played again. */
export const poison: Scenario = {
  name: 'poison',
  proves: ['R9'],
  parts: onePart(async ({ seed, say }, size) => {
    // 10 a second: 10,000 messages in the two stretches of a full run.
    const stretchMs = size === 'quick' ? 10_000 : 500_000
    const ground = await openGround()
    const orm = await openOrm(ground.databaseUrl, 2)
    try {
      const load = startLoad(ground.playground, { random: randomOf(seed), rate: RATE })
      await sleep(WARM_MS)
      const calm = await stretch(ground, stretchMs)
      let accepted = 0
      const among = await stretch(ground, stretchMs, async () => {
        for (let n = 0; n < POISONS; n++) {
          if ((await send(ground, poisonous(n))) === 200) accepted += 1
          await sleep(stretchMs / POISONS / 2)
        }
      })
      await load.stop()
      const deadly = Array.from({ length: POISONS }, (_, n) => n).filter(isDeadly).length
      const parked = await parkedOf(orm, deadly)
      const listed = (await runParked([], { databaseUrl: ground.databaseUrl }, '.')).lines.length - 1
      const again = await runParked(['--replay', 'all'], { databaseUrl: ground.databaseUrl }, '.')
      const replayed = await parkedOf(orm, deadly)
      say(again.lines.join(' '))
      return {
        R9: [
          all('accepted', accepted, POISONS),
          all('parked after five attempts', parked.filter((tries) => tries === MOST_TRIES).length, deadly),
          all('listed by desk parked', listed, deadly),
          all('tried again when replayed, and parked again', replayed.length, deadly),
          none('waiting for ever', await stuck(orm)),
          none(
            'restarts',
            ground.replicas.reduce((sum, { unasked }) => sum + unasked, 0),
          ),
          slower(calm, among),
          told('messages', load.done.messages),
        ],
      }
    } finally {
      await orm.close(true)
      await ground.close()
    }
  }),
}

/** How long it took at the 95th percentile until agents saw what was said meanwhile (ms). */
async function stretch({ playground }: Ground, ms: number, meanwhile?: () => Promise<void>): Promise<number> {
  const { slack, telegram } = playground
  const from = Date.now()
  await Promise.all([sleep(ms), meanwhile?.()])
  const to = Date.now()
  for (const end = performance.now() + SEEN_WITHIN_MS; ; await sleep(500)) {
    const entries = [...slack.ledger.entries, ...telegram.ledger.entries]
    const found = latencies(entries.filter(({ what, atMs }) => what !== 'offered' || (atMs >= from && atMs <= to)))
    if (found.unseen === 0) return found.seenByAgent.p95
    // Nothing can be said of how late it was.
    if (performance.now() > end) return Number.NaN
  }
}

function slower(calm: number, among: number): Measure {
  return { what: 'others p95, slower by', found: Math.max(0, (among / calm - 1) * 100), unit: '%', most: 10 }
}

/** Every second one is of a shape nobody can read; the others are only unpleasant. */
function isDeadly(n: number): boolean {
  return n % 2 === 0
}

function poisonous(n: number): string {
  const seconds = Math.floor(Date.now() / 1000)
  const ts = `${seconds}.${String(n).padStart(6, '0')}`
  const event: Record<string, unknown> = { type: 'message', channel: HELP, channel_type: 'channel', user: RITA, ts }
  const unpleasant = [
    `a\0b`,
    '\ud800 half',
    `${'a'.repeat(900_000)}!`,
    '((((a+)+)+)+)$'.repeat(2_000),
    '\u202e'.repeat(5_000),
  ]
  if (isDeadly(n)) Object.assign(event, { channel: `C0POISON${n}`, thread_ts: [n] })
  else event.text = unpleasant[((n - 1) / 2) % unpleasant.length]
  if (n % 10 === 9) event.type = `unknown_type_${n}`
  return JSON.stringify({
    type: 'event_callback',
    team_id: TEAM,
    event_id: `EvPoison${n}`,
    event_time: seconds,
    event,
  })
}

async function send({ balancer }: Ground, body: string): Promise<number> {
  const headers = Object.fromEntries([JSON_TYPE, ...signed(body, Math.floor(Date.now() / 1000))])
  const answer = await fetch(`${balancer.url}/slack/events`, { method: 'POST', headers, body })
  await answer.arrayBuffer()
  return answer.status
}

/** How often each parked row was tried, once there are so many. */
async function parkedOf(orm: Orm, wanted: number): Promise<number[]> {
  for (const end = performance.now() + PARKED_WITHIN_MS; ; await sleep(200)) {
    const rows = await orm.em.fork().execute<{ tries: number }[]>("select tries from inbox where state = 'parked'")
    if (rows.length >= wanted || performance.now() > end) return rows.map(({ tries }) => tries)
  }
}

async function stuck(orm: Orm): Promise<number> {
  const rows = await orm.em.fork().execute("select id from inbox where state = 'waiting' and key like 'EvPoison%'")
  return rows.length
}
