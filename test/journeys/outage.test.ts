import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Fault } from '../../playground/faults.ts'
import { ADA, RANDOM, TRIAGE } from '../../playground/slack/index.ts'
import { type Orm, openOrm } from '../../src/store/orm.ts'
import { clockMoves } from '../support/clock.ts'
import { newCustomer } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { unsettled } from '../support/settled.ts'

/*
 * Ten minutes of a platform's worst on the lanes' own clock, with many conversations on both (reliability.md R8):
 * nothing lost, the order kept, one careful try per 15 s for the whole platform, and the other platform knows nothing of it.
 */

const MINUTE = 60_000
/** Between two looks of ours: as often as a platform that is away is tried. */
const STEP_MS = 15_000
const ROOMS = 6
/** Waited for in earnest: long enough for a busy machine. */
const ANSWER_WITHIN_MS = 500
const HEARD_WITHIN_MS = 60_000
const TEST_MS = 120_000
/** Calls that are open when it begins, and as many without an answer as make an outage. */
const BEFORE_IT_IS_KNOWN = 12

type Side = 'telegram' | 'slack'
type CallFault = Extract<Fault, { on: 'call' }>
interface Room {
  /** In the agents' channel; what Ada writes under it goes to the requester. */
  card: string
  /** What the requester has been told, oldest first. */
  told: () => string[]
}

let desk: TestDesk
let orm: Orm
let pastMs = 0
const rooms: Record<Side, Room[]> = { telegram: [], slack: [] }
const customers: number[] = []

beforeAll(async () => {
  desk = await startTestDesk({ realNow: () => new Date(Date.now() + pastMs), callTimeoutMs: ANSWER_WITHIN_MS })
  orm = await openOrm(desk.database.url, 2)
  for (let n = 0; n < ROOMS; n++) {
    const [onTelegram, onSlack] = await Promise.all([telegramRoom(n), slackRoom(n)])
    rooms.telegram.push(onTelegram)
    rooms.slack.push(onSlack)
  }
  await desk.desk.idle()
}, TEST_MS)
afterAll(async () => {
  await replayedEqualsStored(desk)
  await orm.close(true)
  await desk.stop()
})

async function telegramRoom(n: number): Promise<Room> {
  const customer = newCustomer(desk, `Customer ${n}`)
  customers.push(customer)
  desk.telegram.write(customer, `customer ${n} waits`)
  const { ts } = await cardOf(desk, `customer ${n} waits`)
  return {
    card: ts,
    told: () => desk.telegram.messages(customer).flatMap((one) => (one.from === 'bot' ? [one.text] : [])),
  }
}

/** In their own chat with the desk: a lane of its own. */
async function slackRoom(n: number): Promise<Room> {
  const user = `U0COLLEAGUE${n}`
  desk.slack.addUser({ id: user, name: `colleague${n}`, real_name: `Colleague ${n}` })
  desk.slack.join(user, RANDOM)
  await desk.slack.command(user, RANDOM, '/ticket', `colleague ${n} waits`)
  const card = await cardOf(desk, `colleague ${n} waits`)
  const dm = desk.slack.dm(user)
  const root = await until(() => seen(desk.slack, dm, keyOn(desk, card)), 'the thread in their own chat')
  return { card: card.ts, told: () => shownIn(desk.slack, dm, root.ts) }
}

/** Ada writes two words in every room of one platform, and in one of the other; each is heard before the next. */
async function adaSays(what: string, side: Side): Promise<void> {
  const everywhere = [...rooms[side], ...rooms[otherThan(side)].slice(0, 1)]
  for (const n of [1, 2]) {
    for (const { card } of everywhere) desk.slack.say(ADA, TRIAGE, { text: wordOf(what, n), thread: card })
    await desk.playground.slack.idle()
    await until(async () => (await unsettled(orm)).waiting === 0, 'all heard', HEARD_WITHIN_MS)
  }
}

const otherThan = (side: Side): Side => (side === 'slack' ? 'telegram' : 'slack')
const wordOf = (what: string, n: number): string => `${what}, word ${n}`

/** Which of her words a room has been told, as often and in the order in which it was. */
function toldIn({ told }: Room, what: string): number[] {
  return told().flatMap((text) => [1, 2].filter((n) => text.endsWith(wordOf(what, n))))
}

const told = (what: string, side: Side): number[][] => rooms[side].map((room) => toldIn(room, what))
const inOrder = Array.from({ length: ROOMS }, () => [1, 2])
const nothing = Array.from({ length: ROOMS }, () => [])
/** Without what was said again. */
const once = (rooms: number[][]): number[][] => rooms.map((words) => [...new Set(words)])

/** The words for the platform that is well are there at once, each once and in order. */
async function theOtherHas(what: string, side: Side): Promise<void> {
  const [room] = rooms[otherThan(side)]
  await until(() => room && toldIn(room, what).length >= 2, 'all of it on the platform that is well')
  expect(room && toldIn(room, what)).toEqual([1, 2])
}

const reading = /^(getUpdates|users|usergroups|conversations\.(info|members|open)|auth)/

/** What the platform was asked to do since, by method: reading who people are has its own rhythm. */
function askedSince(side: Side, from: number): string[] {
  return desk.playground[side].ledger.entries
    .slice(from)
    .flatMap((entry) => ('method' in entry && !reading.test(entry.method) ? [entry.method] : []))
}

const mark = (side: Side): number => desk.playground[side].ledger.entries.length

/** Time goes by for the lanes. Returns what the platform was asked, step by step. */
async function goesBy(side: Side, ms: number, stepMs = STEP_MS): Promise<string[][]> {
  const asked: string[][] = []
  for (let passed = 0; passed < ms; passed += stepMs) {
    const from = mark(side)
    pastMs += stepMs
    // What was half sent is looked up by the hour it was tried at, so the platforms stamp by the same clock.
    desk.later(stepMs)
    await desk.desk.idle()
    asked.push(askedSince(side, from))
  }
  return asked
}

/** The platform that is well: what Ada writes, or what the bot answers, is there at once. */
async function alive(side: Side, what: string): Promise<void> {
  if (side === 'slack') {
    const still = `${what}, still here`
    const [, room] = rooms.slack
    for (const n of [1, 2]) {
      desk.slack.say(ADA, TRIAGE, { text: wordOf(still, n), thread: room?.card ?? '' })
      await desk.playground.slack.idle()
    }
    await until(() => room && toldIn(room, still).length >= 2, 'Slack goes on')
    expect(room && toldIn(room, still)).toEqual([1, 2])
    return
  }
  const [customer = 0] = customers
  const bots = () => desk.telegram.messages(customer).filter(({ from }) => from === 'bot').length
  const before = bots()
  desk.telegram.write(customer, '/tickets')
  await until(() => bots() > before, 'Telegram goes on')
}

/** Slack goes on telling who people are: what is tried out here is how it is written to. */
const writing = ['chat.postMessage', 'chat.update', 'chat.postEphemeral', 'reactions.add', 'reactions.remove']
const lookingUp = ['conversations.history', 'conversations.replies']

function arm(side: Side, fault: CallFault, times = Number.POSITIVE_INFINITY): void {
  const { faults } = desk.playground[side]
  if (side === 'telegram') faults.arm(fault, times)
  else for (const method of [...writing, ...lookingUp]) faults.arm({ ...fault, method }, times)
}

const error = (status: number): CallFault => ({ on: 'call', does: 'error', status })
/** How it goes wrong, and between which looks of ours: what has to be waited for in earnest is looked at less often. */
const troubles: [string, number, CallFault, CallFault?][] = [
  ['answers 500, then 503', STEP_MS, error(503), error(500)],
  ['cuts every connection', STEP_MS, { on: 'call', does: 'drop' }],
  ['accepts, and cuts before it answers', STEP_MS, { on: 'call', does: 'drop-after-accepting' }],
  ['says nothing at all', 2.5 * MINUTE, { on: 'call', does: 'hang' }],
  ['takes 25 s for every answer', 2.5 * MINUTE, { on: 'call', does: 'slow', ms: 25_000 }],
]
const sides = ['telegram', 'slack'] as const

it.each(sides.flatMap((side) => troubles.map((trouble): [Side, ...(typeof troubles)[number]] => [side, ...trouble])))(
  '%s %s for ten minutes: one careful try per 15 s, the other platform goes on, then every word in order',
  async (side, how, stepMs, fault, atFirst) => {
    const { faults } = desk.playground[side]
    const before = mark(side)
    if (atFirst) arm(side, atFirst, 10)
    arm(side, fault)
    const what = `${side} ${how}`
    await adaSays(what, side)
    await theOtherHas(what, side)
    await desk.desk.idle()
    expect(askedSince(side, before).length).toBeLessThanOrEqual(2 * BEFORE_IT_IS_KNOWN)
    if (side === 'telegram') {
      await clockMoves(desk, 12_000)
      await until(() => whispers(desk, ADA).some((text) => text.includes('does not answer')), 'that Ada is told')
    }

    const first = await goesBy(side, 5 * MINUTE, stepMs)
    await alive(otherThan(side), what)
    const asked = [...first, ...(await goesBy(side, 5 * MINUTE, stepMs))]
    // A try is one call; where something may have arrived already it is looked up first.
    const sends = asked.map((methods) => methods.filter((method) => !/^conversations|^getMe/.test(method)).length)
    const lookUps = asked.map((methods) => methods.filter((method) => /^conversations|^getMe/.test(method)).length)
    expect(Math.max(...sends), String(asked)).toBeLessThanOrEqual(1)
    expect(Math.max(...lookUps), String(asked)).toBeLessThanOrEqual(1)
    expect(asked.flat().length).toBeGreaterThan(asked.length / 2)

    faults.clear()
    await goesBy(side, MINUTE)
    await until(async () => (await unsettled(orm)).owed === 0, 'all of it sent')
    expect(once(told(what, side))).toEqual(inOrder)
    // Slack knows what it has; Telegram cannot be asked, and only what was on its way when it began is said again.
    const doubled = told(what, side).flat().length - 2 * ROOMS
    expect(doubled).toBeLessThanOrEqual(side === 'telegram' ? BEFORE_IT_IS_KNOWN : 0)
  },
  TEST_MS,
)

it.each(sides)(
  '%s asks for ten minutes of quiet (429), chat by chat: not one call before',
  async (side) => {
    const what = `quiet ${side}`
    const { faults } = desk.playground[side]
    const before = mark(side)
    arm(side, { on: 'call', does: 'too-many', retryAfterSeconds: 600 })
    await adaSays(what, side)
    await theOtherHas(what, side)
    await desk.desk.idle()
    // Each chat is asked once: that one wants quiet says nothing of the others.
    expect(askedSince(side, before).length).toBeGreaterThanOrEqual(ROOMS)
    if (side === 'telegram') {
      await clockMoves(desk, 12_000)
      await until(
        () => whispers(desk, ADA).some((text) => /takes nothing more for about \d+/.test(text)),
        'that Ada is told',
      )
    }
    const asked = await goesBy(side, 10 * MINUTE - 2 * STEP_MS)
    expect(asked.flat()).toEqual([])
    expect(told(what, side)).toEqual(nothing)
    faults.clear()
    await goesBy(side, MINUTE)
    expect(told(what, side)).toEqual(inOrder)
  },
  TEST_MS,
)

it.each<[string, CallFault]>([
  ['asks for ten minutes of quiet', { on: 'call', does: 'too-many', retryAfterSeconds: 600 }],
  ['gets no answer but 500', { on: 'call', does: 'error', status: 500 }],
])(
  'one chat of Telegram %s: the others on the same platform are told everything meanwhile, in order, and it is afterwards',
  async (how, fault) => {
    const what = `one chat ${how}`
    const { faults } = desk.playground.telegram
    faults.arm({ ...fault, chat: String(customers[0]) }, Number.POSITIVE_INFINITY)
    await adaSays(what, 'telegram')
    const others = () => told(what, 'telegram').slice(1)
    await until(() => others().flat().length >= 2 * (ROOMS - 1), 'all of it in the chats that are well')
    await goesBy('telegram', 5 * MINUTE)
    const still = `${what}, still here`
    await adaSays(still, 'telegram')
    // One chat's trouble may have been all that was heard of the platform for minutes: then the others are a careful try.
    await goesBy('telegram', MINUTE)
    await until(() => told(still, 'telegram').slice(1).flat().length >= 2 * (ROOMS - 1), 'the others go on')
    for (const said of [what, still]) expect(told(said, 'telegram')).toEqual([[], ...inOrder.slice(1)])
    faults.clear()
    await goesBy('telegram', 6 * MINUTE)
    await until(async () => (await unsettled(orm)).owed === 0, 'all of it sent')
    for (const said of [what, still]) expect(once(told(said, 'telegram'))).toEqual(inOrder)
  },
  TEST_MS,
)
