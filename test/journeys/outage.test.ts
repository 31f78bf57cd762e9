import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Fault } from '../../playground/faults.ts'
import { ADA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { quietTicket, threadOf } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

/* Ten minutes of a platform's worst on the lanes' own clock (reliability.md R8): nothing lost, the order kept, drained. */

const MINUTE = 60_000
/** Between two looks of ours: as long as the longest wait between two tries. */
const STEP_MS = 15_000

let desk: TestDesk
let pastMs = 0

beforeAll(async () => {
  desk = await startTestDesk({ realNow: () => new Date(Date.now() + pastMs) })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

type Side = 'telegram' | 'slack'
const sends: Record<Side, string> = { telegram: 'sendMessage', slack: 'chat.postMessage' }

interface Talk {
  customer: number
  card: SlackMessage
}

/** Ada answers, so that Telegram is asked; or the customer writes, so that Slack is. */
async function say(side: Side, { customer, card }: Talk, words: readonly string[]): Promise<void> {
  const heard = async () => {
    const found = await desk.desk.store.transaction((unit) => unit.tickets.byKey(keyOn(card)))
    return (found && (await desk.desk.store.transaction((unit) => unit.messages.lastOf(found.id, 20))))?.length
  }
  // One after the other: two words of one millisecond have no order in the database.
  for (const [n, text] of words.entries()) {
    if (side === 'telegram') desk.slack.say(ADA, TRIAGE, { text, thread: card.ts })
    else desk.telegram.write(customer, text)
    await until(async () => (await heard()) === n + 2, `word ${n + 1} in the ticket`)
  }
}

function keyOn(card: SlackMessage): string {
  return /[A-Z]+-\d+/.exec(desk.slack.textOf(card))?.[0] ?? ''
}

function shown(side: Side, { customer, card }: Talk): string[] {
  return side === 'slack'
    ? threadOf(desk, card)
    : desk.telegram
        .messages(customer)
        .filter(({ from }) => from === 'bot')
        .map(({ text }) => text)
}

/** Those of these words that are shown, as often and in the order in which they are. */
function shownOf(side: Side, there: Talk, words: readonly string[]): string[] {
  return shown(side, there).flatMap((text) => words.filter((word) => text.endsWith(word)))
}

function calls(side: Side): number {
  return desk.playground[side].ledger.entries.filter((entry) => 'method' in entry && entry.method === sends[side])
    .length
}

/** Time goes by for the lanes. Returns how often the platform was asked, step by step. */
async function goesBy(side: Side, ms: number): Promise<number[]> {
  const asked: number[] = []
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    const before = calls(side)
    pastMs += STEP_MS
    await desk.desk.idle()
    asked.push(calls(side) - before)
  }
  return asked
}

const failing: [string, Side, Fault][] = [
  ['Telegram answers 500', 'telegram', { on: 'call', method: 'sendMessage', does: 'error', status: 500 }],
  ['Telegram cuts every connection', 'telegram', { on: 'call', method: 'sendMessage', does: 'drop' }],
  ['Slack answers 503', 'slack', { on: 'call', method: 'chat.postMessage', does: 'error', status: 503 }],
  ['Slack cuts every connection', 'slack', { on: 'call', method: 'chat.postMessage', does: 'drop' }],
]

it.each(failing)(
  '%s for ten minutes: one careful try at a time, then every word once and in order',
  async (what, side, fault) => {
    const there = await quietTicket(desk, what)
    const { faults } = desk.playground[side]
    faults.arm(fault, Number.POSITIVE_INFINITY)
    const words = Array.from({ length: 6 }, (_, n) => `${what} ${n + 1}`)
    await say(side, there, words)
    const asked = await goesBy(side, 10 * MINUTE)
    expect(shownOf(side, there, words)).toEqual([])
    // Once the waits have grown to their longest, a platform in trouble is asked once a step and not more.
    expect(Math.max(...asked.slice(4))).toBeLessThanOrEqual(2)

    faults.clear()
    await goesBy(side, MINUTE)
    expect(shownOf(side, there, words)).toEqual(words)
  },
)

it.each(['telegram', 'slack'] as const)('%s asks for ten minutes of quiet (429): not one call before', async (side) => {
  const there = await quietTicket(desk, `Quiet ${side}`)
  const words = Array.from({ length: 6 }, (_, n) => `quiet ${side} ${n + 1}`)
  desk.playground[side].faults.arm({ on: 'call', method: sends[side], does: 'too-many', retryAfterSeconds: 600 })
  await say(side, there, words)
  await until(() => desk.playground[side].ledger.entries.some((entry) => entry.what === 'refused'), 'a 429')
  await desk.desk.idle()
  const asked = await goesBy(side, 10 * MINUTE - 2 * STEP_MS)
  expect(asked.every((times) => times === 0)).toBe(true)
  await goesBy(side, MINUTE)
  expect(shownOf(side, there, words)).toEqual(words)
})

it.each(['telegram', 'slack'] as const)(
  '%s takes its time for every answer: every word once and in order',
  async (side) => {
    const there = await quietTicket(desk, `Slow ${side}`)
    const words = Array.from({ length: 4 }, (_, n) => `slow ${side} ${n + 1}`)
    desk.playground[side].faults.arm({ on: 'call', method: sends[side], does: 'slow', ms: 400 }, words.length)
    await say(side, there, words)
    await until(() => shownOf(side, there, words).length === words.length, 'all of it')
    await desk.desk.idle()
    expect(shownOf(side, there, words)).toEqual(words)
  },
)
