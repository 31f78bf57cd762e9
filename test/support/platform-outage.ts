import type { Fault } from '../../playground/faults.ts'
import { ADA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { threadOf } from './customer.ts'
import type { TestDesk } from './desk.ts'
import { keyOn, until } from './people.ts'

export type Side = 'telegram' | 'slack'

/** What a platform is asked for a message. */
export const sends: Readonly<Record<Side, string>> = { telegram: 'sendMessage', slack: 'chat.postMessage' }

/** Between two looks of ours (ms): as long as the longest wait between two tries. */
export const STEP_MS = 15_000

export interface Talk {
  customer: number
  card: SlackMessage
}

/** A platform's worst, by name, for as long as it is armed (reliability.md R8). */
export const outages: Readonly<Record<string, (side: Side) => Fault>> = {
  'answers 500': (side) => ({ on: 'call', method: sends[side], does: 'error', status: 500 }),
  'answers 503': (side) => ({ on: 'call', method: sends[side], does: 'error', status: 503 }),
  'cuts connections': (side) => ({ on: 'call', method: sends[side], does: 'drop' }),
}

/** Ada answers, so that Telegram is asked; or the customer writes, so that Slack is. */
export async function saysTo(desk: TestDesk, side: Side, talk: Talk, words: readonly string[]): Promise<void> {
  const { card } = talk
  const heard = async (): Promise<number> => {
    const found = await desk.desk.store.transaction((unit) => unit.tickets.byKey(keyOn(desk, card)))
    return found ? (await desk.desk.store.transaction((unit) => unit.messages.lastOf(found.id, 500))).length : 0
  }
  const before = await heard()
  // One after the other: two words of one millisecond have no order in the database.
  for (const [n, text] of words.entries()) {
    says(desk, side, talk, text)
    await until(async () => (await heard()) === before + n + 1, `word ${n + 1} in the ticket`)
  }
}

/** How long a word takes until it is shown there (ms), from the moment it is said: to the change of the screen, not to a glance at it. */
export async function tookToShow(desk: TestDesk, side: Side, talk: Talk, word: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  let at: number | undefined
  const stop = desk.playground[side].onChange(() => {
    if (at !== undefined || !newestOf(desk, side, talk)?.endsWith(word)) return
    at = performance.now()
    resolve(at)
  })
  try {
    const from = performance.now()
    says(desk, side, talk, word)
    // The glances only say when it is too late to wait.
    return (await Promise.race([promise, until(() => at, word)])) - from
  } finally {
    stop()
  }
}

function says(desk: TestDesk, side: Side, { customer, card }: Talk, text: string): void {
  if (side === 'telegram') desk.slack.say(ADA, TRIAGE, { text, thread: card.ts })
  else desk.telegram.write(customer, text)
}

function newestOf(desk: TestDesk, side: Side, { customer, card }: Talk): string | undefined {
  if (side === 'telegram') return desk.telegram.messages(customer).at(-1)?.text
  const newest = desk.slack.messages(card.channel, { thread: card.ts }).at(-1)
  return newest && desk.slack.textOf(newest)
}

/** Those of these words that are shown over there, as often and in the order in which they are. */
export function shownOf(desk: TestDesk, side: Side, { customer, card }: Talk, words: readonly string[]): string[] {
  const shown =
    side === 'slack'
      ? threadOf(desk, card)
      : desk.telegram
          .messages(customer)
          .filter(({ from }) => from === 'bot')
          .map(({ text }) => text)
  return shown.flatMap((text) => words.filter((word) => text.endsWith(word)))
}

/** How often a platform has been asked for a message so far, in vain or not. */
export function callsTo(desk: TestDesk, side: Side): number {
  return desk.playground[side].ledger.entries.filter((entry) => 'method' in entry && entry.method === sends[side])
    .length
}

/** Time goes by for the lanes. Returns how often the platform was asked, step by step. */
export async function goesBy(
  desk: TestDesk,
  side: Side,
  { ms, pass }: { ms: number; pass: (ms: number) => void },
): Promise<number[]> {
  const asked: number[] = []
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    const before = callsTo(desk, side)
    pass(STEP_MS)
    await desk.desk.idle()
    asked.push(callsTo(desk, side) - before)
  }
  return asked
}
