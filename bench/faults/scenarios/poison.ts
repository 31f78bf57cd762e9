import { setTimeout as sleep } from 'node:timers/promises'
import { HELP, RITA, TEAM } from '../../../playground/slack/index.ts'
import { runParked } from '../../../src/commands/parked.ts'
import { type Orm, openOrm } from '../../../src/store/orm.ts'
import { JSON_TYPE, signed } from '../../../test/support/hostile-door.ts'
import { randomOf } from '../../../test/support/random.ts'
import { median } from '../../latency.ts'
import { latencies } from '../checker.ts'
import { type Ground, openGround } from '../ground.ts'
import { startLoad } from '../load.ts'
import { all, none, told } from '../measure.ts'
import { othersSlower } from '../others-slower.ts'
import { onePart, type Scenario } from '../scenario.ts'

const POISONS = 50
const MOST_TRIES = 5
const RATE = 10
const WARM_MS = 6_000
const SEEN_WITHIN_MS = 60_000
const PARKED_WITHIN_MS = 60_000
/** Some 25 messages each. */
const PIECE_MS = 2_500
/** As many of them are of a shape nobody can read. */
const DEADLY = Array.from({ length: POISONS }, (_, n) => n).filter(isDeadly).length

/**
 * R9: events that break whoever reads them, among those of people; then they are listed and played again. What it costs
 * others is told by pieces of a few seconds, calm ones before each of both times poison is about: one pause of the
 * machine spoils one piece, and the medians of the pieces' p95s are compared.
 */
export const poison: Scenario = {
  name: 'poison',
  proves: ['R9'],
  parts: onePart(async ({ seed, say }, size) => {
    // 10 a second: 10,000 messages in the four stretches of a full run.
    const stretchMs = size === 'quick' ? 5_000 : 250_000
    const ground = await openGround()
    const orm = await openOrm(ground.databaseUrl, 2)
    const parked = (): Promise<number[]> => parkedOf(orm, DEADLY)
    try {
      const load = startLoad(ground.playground, { random: randomOf(seed), rate: RATE })
      await sleep(WARM_MS)
      const calm = [await during(() => sleep(stretchMs))]
      let accepted = 0
      let tries: number[] = []
      const among = [
        await during(async () => {
          for (let n = 0; n < POISONS; n++) {
            if ((await send(ground, poisonous(n))) === 200) accepted += 1
            await sleep(stretchMs / POISONS / 2)
          }
          tries = await parked()
        }, stretchMs),
      ]
      const listed = (await runParked([], { databaseUrl: ground.databaseUrl }, '.')).lines.length - 1
      calm.push(await during(() => sleep(stretchMs)))
      let replayed: number[] = []
      among.push(
        await during(async () => {
          const again = await runParked(['--replay', 'all'], { databaseUrl: ground.databaseUrl }, '.')
          say(again.lines.join(' '))
          replayed = await parked()
        }, stretchMs),
      )
      await load.stop()
      await allSeen(ground)
      const [without, withPoison] = [pieces(ground, calm), pieces(ground, among)]
      say(`p95 of each piece without poison ${shownPieces(without)}, with it ${shownPieces(withPoison)}`)
      return {
        R9: [
          all('accepted', accepted, POISONS),
          all('parked after five attempts', tries.filter((times) => times === MOST_TRIES).length, DEADLY),
          all('listed by desk parked', listed, DEADLY),
          all('tried again when replayed, and parked again', replayed.length, DEADLY),
          none('waiting for ever', await stuck(orm)),
          none(
            'restarts',
            ground.replicas.reduce((sum, { unasked }) => sum + unasked, 0),
          ),
          // One pause of the machine spoils one piece.
          othersSlower(median(without), median(withPoison)),
          told('pieces compared', without.length + withPoison.length),
          told('messages', load.done.messages),
        ],
      }
    } finally {
      await orm.close(true)
      await ground.close()
    }
  }),
}

interface Stretch {
  from: number
  to: number
}

/** While something is done, and for so long at least (ms). */
async function during(work: () => Promise<unknown>, leastMs = 0): Promise<Stretch> {
  const from = Date.now()
  await Promise.all([work(), sleep(leastMs)])
  return { from, to: Date.now() }
}

/** Waits until agents have seen all that was said, or nobody waits any longer. */
async function allSeen({ playground: { slack, telegram } }: Ground): Promise<void> {
  const unseen = (): number => latencies([...slack.ledger.entries, ...telegram.ledger.entries]).unseen
  for (const end = performance.now() + SEEN_WITHIN_MS; unseen() > 0 && performance.now() < end; ) await sleep(500)
}

/** How long it took, at the 95th percentile, until agents saw what was said in each piece of these stretches (ms). */
function pieces({ playground: { slack, telegram } }: Ground, stretches: readonly Stretch[]): number[] {
  const entries = [...slack.ledger.entries, ...telegram.ledger.entries]
  return stretches.flatMap(({ from, to }) => {
    const count = Math.max(1, Math.floor((to - from) / PIECE_MS))
    return Array.from({ length: count }, (_, nth) => {
      const [first, last] = [from + ((to - from) * nth) / count, from + ((to - from) * (nth + 1)) / count]
      const own = entries.filter(({ what, atMs }) => what !== 'offered' || (atMs >= first && atMs < last))
      const { unseen, seenByAgent } = latencies(own)
      // Nothing can be said of how late it was.
      return unseen === 0 ? seenByAgent.p95 : Number.NaN
    })
  })
}

function shownPieces(all: readonly number[]): string {
  return all.map((ms) => `${Math.round(ms)} ms`).join(', ')
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
