import { parseArgs } from 'node:util'
import { z } from 'zod'
import { FORUM, TG_ADA } from '../test/support/forum.ts'
import { randomOf } from '../test/support/random.ts'
import { type BudgetGround, openBudgetGround } from './budget/ground.ts'
import { owedFor, type Queue, type Seat, seatTickets } from './budget/traffic.ts'
import { type Flooded, judgeFlood, type Word } from './flood/judge.ts'
import { type RelayApart, startRelayApart } from './flood/relay-apart.ts'
import { seconds, shown } from './latency.ts'
import { atMost, type Line, none, publish, times } from './table.ts'

const STARTS_AT = '2027-03-11T09:00:00Z'
const STEP_MS = 1000
const MINUTE_MS = 60_000
const TICKETS = 8
const REFUSED_SHARE = 0.1
const RETRY_AFTER_SECONDS = 5
/** platforms.md §B2: of a group, over all its topics. */
const TELEGRAM_MOST = 20
/** design.md §8: one in flight per lane, at each kill. */
const DOUBLES_A_KILL = 1
/** Given up when it has not drained by then: a plain queue of a minute's words and cards takes some eight. */
const DRAIN_MINUTES_A_MINUTE = 30

const count = z.coerce.number().int().positive()

/** `npm run bench -- flood [--minutes N] [--seed N] [--try]`; see README.md beside this file. */
export async function benchFlood(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '20261128' },
      try: { type: 'boolean', default: false },
    },
  })
  const [minutes, seed] = [count.parse(values.minutes), count.parse(values.seed)]
  const began = performance.now()
  const ground = await openBudgetGround(STARTS_AT, { telegramBudgets: true })
  let relay: RelayApart | undefined
  try {
    // Only the other process sends.
    await ground.relay.stop()
    relay = await startRelayApart(ground)
    const told = await flood(ground, relay, minutes, seed)
    const lines = linesOf({ ...told, minutes, seed, tookMs: performance.now() - began })
    return await publish('flood', lines, { kept: !values.try })
  } finally {
    await relay?.stop()
    await ground.close()
  }
}

interface Told {
  found: Flooded[]
  deaths: number
  /** 429s, those ordered and those of Telegram's own budgets. */
  refused: { ordered: number; own: number; of: number }
  left: boolean
}

/** A word a second, each with its ticket's card to change, in both queues at the same moments; one kill in the middle. */
async function flood(ground: BudgetGround, relay: RelayApart, minutes: number, seed: number): Promise<Told> {
  const all = await Promise.all(
    queuesOf(ground).map(async (queue) => ({ queue, seats: await seatTickets(ground.store, queue, TICKETS) })),
  )
  // Cards and topics first; then a while of rest, in which the budgets fill again.
  for (let n = 0; n < 4 * MINUTE_MS; n += STEP_MS) await relay.goesOn(STEP_MS)
  const { faults, ledger } = ground.playground.telegram
  const [fromMs, first] = [ground.nowMs(), ledger.entries.length]
  const random = randomOf(seed)
  const ordered = refusals(ground, first)
  const said: Word[] = []
  for (let second = 0; second < minutes * 60; second++) {
    const ticket = Math.floor(random() * TICKETS)
    said.push({ words: `words ${second}`, ticket, owedMs: ground.nowMs() })
    for (const { queue, seats } of all) await owe(ground, { queue, seats, ticket, second })
    if (second === minutes * 30) relay.dieAt('after-api-call')
    ordered.keepUp()
    await relay.goesOn(STEP_MS)
  }
  const most = minutes * DRAIN_MINUTES_A_MINUTE * MINUTE_MS
  for (let n = 0; n < most && (await ground.owing()); n += STEP_MS) {
    ordered.keepUp()
    await relay.goesOn(STEP_MS)
  }
  faults.clear()
  return {
    found: all.map(({ queue }) => judgeFlood(queue, said, ledger, fromMs)),
    deaths: relay.deaths,
    refused: ordered.told(),
    left: await ground.owing(),
  }
}

async function owe(
  { store }: BudgetGround,
  { queue, seats, ticket, second }: { queue: Queue; seats: readonly Seat[]; ticket: number; second: number },
): Promise<void> {
  const atMs = second * STEP_MS
  // One by one: of two changes of a card owed at a time neither replaces the other.
  for (const what of ['words', 'card'] as const) {
    const one = owedFor({ atMs, what, ticket }, second, queue, seats)
    await store.transaction((unit) => unit.deliveries.owe([one]))
  }
}

/** Every tenth call of each kind is answered 429, whichever queue it is of. */
function refusals({ playground: { telegram } }: BudgetGround, first: number) {
  const methods = ['sendMessage', 'editMessageText']
  const armed = new Map(methods.map((method) => [method, 0]))
  const made = (method: string): number =>
    telegram.ledger.entries.slice(first).filter((entry) => 'method' in entry && entry.method === method).length
  return {
    keepUp(): void {
      for (const method of methods) {
        const before = armed.get(method) ?? 0
        if (before >= made(method) * REFUSED_SHARE) continue
        telegram.faults.arm({ on: 'call', method, does: 'too-many', retryAfterSeconds: RETRY_AFTER_SECONDS })
        armed.set(method, before + 1)
      }
    },
    told() {
      const { entries } = telegram.ledger
      const made = entries.slice(first).filter((one) => 'method' in one && methods.includes(one.method))
      const errors = made.flatMap((one) => (one.what === 'refused' ? [one.error] : []))
      return {
        // What was ordered stands in the ledger by its fault's name.
        ordered: errors.filter((error) => error === 'too-many').length,
        own: errors.filter((error) => error.startsWith('Too Many Requests')).length,
        of: made.length,
      }
    },
  }
}

function queuesOf({ playground, platforms }: BudgetGround): Queue[] {
  const plain = FORUM - 1
  playground.telegram.world.addForum(plain, 'First come, first served', [TG_ADA])
  const at = (chat: number) => ({
    platform: 'telegram' as const,
    account: platforms.get('telegram')?.account ?? '',
    chat: String(chat),
  })
  return [
    { name: 'the desk', at: at(FORUM), ranked: true, topics: true },
    { name: 'plain queue', at: at(plain), ranked: false, topics: true },
  ]
}

function linesOf({
  found,
  deaths,
  refused,
  left,
  minutes,
  seed,
  tookMs,
}: Told & { minutes: number; seed: number; tookMs: number }): Line[] {
  const [desk, plain] = found
  if (!desk || !plain) throw new Error('two queues are compared')
  const below = (at: 'p50' | 'p95') => (plain.age[at] === 0 ? 1 : desk.age[at] / plain.age[at])
  return [
    none('words lost', desk.lost),
    atMost('words doubled', desk.doubled.length, deaths * DOUBLES_A_KILL),
    none('words out of their ticket’s order', desk.disordered),
    { what: 'kill -9 between a call and our knowing of it', found: String(deaths), target: '1', holds: deaths === 1 },
    atMost('most calls in any 60 s', desk.most, TELEGRAM_MOST),
    { what: 'answers of 429', found: `${refused.ordered} of ${refused.of}`, target: 'every tenth' },
    atMost('429 by Telegram’s own budgets', refused.own, 0),
    { what: 'left over', found: left ? 'some' : '0', target: '0', holds: !left },
    { what: 'how long words waited', found: shown(desk.age) },
    { what: 'the same in a plain queue', found: shown(plain.age) },
    { what: 'that is, of the plain queue’s p50', found: times(below('p50')) },
    { what: 'that is, of the plain queue’s p95', found: times(below('p95')), target: '< 1 ×', holds: below('p95') < 1 },
    {
      what: 'last word shown after it was said',
      found: `${seconds(desk.drainedMs)}; plain ${seconds(plain.drainedMs)}`,
    },
    { what: 'calls for all of it', found: `${desk.calls}; plain ${plain.calls}` },
    { what: 'plain queue: lost, doubled', found: `${plain.lost.length}, ${plain.doubled.length}` },
    { what: 'simulated', found: `${minutes} min of 1 message/s, seed ${seed}, in ${seconds(tookMs)}` },
  ]
}
