import { parseArgs } from 'node:util'
import { z } from 'zod'
import { FORUM, TG_ADA } from '../test/support/forum.ts'
import { randomOf } from '../test/support/random.ts'
import { type Debt, type Found, foundIn, tooSoon } from './budget/found.ts'
import { type BudgetGround, openBudgetGround } from './budget/ground.ts'
import { linesOfBudget } from './budget/table.ts'
import { owedFor, type Queue, type Rates, seatTickets, trafficOf } from './budget/traffic.ts'
import { publish } from './table.ts'

const STARTS_AT = '2027-03-11T09:00:00Z'
const STEP_MS = 1000
const MINUTE_MS = 60_000
const TICKETS = 8
/** More than a group takes (15 a minute for good) in all, and less in words alone. */
const BUSY: Record<'telegram' | 'slack', Rates> = {
  telegram: { words: 11, card: 14, digest: 1 },
  slack: { words: 45, card: 50, digest: 2 },
}
const QUIET_SECONDS = 40

const count = z.coerce.number().int().positive()

/** `npm run bench -- budget [--minutes N] [--seed N] [--try]`; see README.md beside this file. */
export async function benchBudget(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '6' },
      seed: { type: 'string', default: '20261128' },
      try: { type: 'boolean', default: false },
    },
  })
  const [minutes, seed] = [count.parse(values.minutes), count.parse(values.seed)]
  const began = performance.now()
  const ground = await openBudgetGround(STARTS_AT, { telegramBudgets: true })
  try {
    const found = await busyHour(ground, minutes, seed)
    const quiet = await askedForQuiet(ground, found)
    const tookMs = performance.now() - began
    return await publish('budget', linesOfBudget({ found, quiet, minutes, seed, tookMs }), { kept: !values.try })
  } finally {
    await ground.close()
  }
}

/** The same traffic at the same moments in four chats: two as the desk serves them, two first come first served. */
async function busyHour(ground: BudgetGround, minutes: number, seed: number): Promise<Found[]> {
  const queues = openQueues(ground)
  const all = await Promise.all(
    queues.map(async (queue) => ({
      queue,
      seats: await seatTickets(ground.store, queue, TICKETS),
      debts: [] as Debt[],
    })),
  )
  // Cards and topics first; then a while of rest, in which the budgets fill again.
  for (let n = 0; n < 3 * MINUTE_MS; n += STEP_MS) await ground.goesOn(STEP_MS)
  const from = ground.nowMs()
  const traffic = {
    telegram: trafficOf(randomOf(seed), BUSY.telegram, minutes, TICKETS),
    slack: trafficOf(randomOf(seed + 1), BUSY.slack, minutes, TICKETS),
  }
  let heard = 0
  const owe = async (untilMs: number): Promise<void> => {
    for (const { queue, seats, debts } of all) {
      const due = traffic[queue.at.platform === 'slack' ? 'slack' : 'telegram'].filter(
        ({ atMs }) => atMs >= heard && atMs < untilMs,
      )
      const owed = due.map((happening, n) => owedFor(happening, debts.length + n, queue, seats))
      // One by one, as they come: of two changes of a card owed at a time neither replaces the other.
      for (const one of owed) await ground.store.transaction((unit) => unit.deliveries.owe([one]))
      for (const [n, happening] of due.entries())
        debts.push({ happening, id: owed[n]?.id ?? '', owedMs: from + happening.atMs })
    }
    heard = untilMs
  }
  while (heard < minutes * MINUTE_MS) {
    await owe(heard + STEP_MS)
    await ground.goesOn(STEP_MS)
  }
  // As long again and longer: the plain queue has much left over.
  for (let n = 0; n < 2 * minutes * MINUTE_MS && (await ground.owing()); n += STEP_MS) await ground.goesOn(STEP_MS)
  return all.map(({ queue, debts }) => foundIn(queue, debts, ground.calls))
}

function openQueues({ playground, platforms }: BudgetGround): Queue[] {
  const plainForum = FORUM - 1
  playground.telegram.world.addForum(plainForum, 'First come, first served', [TG_ADA])
  const [ranked, plain] = ['C0BUSY', 'C0PLAIN']
  for (const id of [ranked, plain]) {
    playground.slack.world.addChannel({ id, name: id.toLowerCase(), private: true, members: ['U0DESK'] })
  }
  const at = (platform: 'telegram' | 'slack', chat: string) => ({
    platform,
    account: platforms.get(platform)?.account ?? '',
    chat,
  })
  return [
    { name: 'Telegram group', at: at('telegram', String(FORUM)), ranked: true, topics: true },
    { name: 'Telegram group, plain queue', at: at('telegram', String(plainForum)), ranked: false, topics: true },
    { name: 'Slack channel', at: at('slack', ranked), ranked: true, topics: false },
    { name: 'Slack channel, plain queue', at: at('slack', plain), ranked: false, topics: false },
  ]
}

/** Each busy chat asks for quiet while five words wait. Returns how many calls came too soon, and how many words got through. */
async function askedForQuiet(
  ground: BudgetGround,
  found: readonly Found[],
): Promise<{ tooSoon: number; sent: number }> {
  const before = ground.calls.length
  for (const { queue } of found.filter((one) => one.queue.ranked)) {
    const seats = await seatTickets(ground.store, queue, 1)
    for (let n = 0; n < 10 * MINUTE_MS && (await ground.owing()); n += STEP_MS) await ground.goesOn(STEP_MS)
    const { faults } = ground.playground[queue.at.platform === 'slack' ? 'slack' : 'telegram']
    faults.arm({ on: 'call', does: 'too-many', retryAfterSeconds: QUIET_SECONDS })
    for (let n = 0; n < 5; n++) {
      const one = owedFor({ atMs: 0, what: 'words', ticket: 0 }, n, queue, seats)
      await ground.store.transaction((unit) => unit.deliveries.owe([one]))
    }
    for (let n = 0; n < 2 * MINUTE_MS; n += STEP_MS) await ground.goesOn(STEP_MS)
  }
  const calls = ground.calls.slice(before)
  return { tooSoon: tooSoon(calls), sent: calls.filter(({ act, fault }) => act === 'post' && !fault).length }
}
