import { setTimeout as sleep } from 'node:timers/promises'
import type { SlackMessage, SlackWorld } from '../../playground/slack/index.ts'
import type { TestDesk } from './desk.ts'

/** Between two looks (ms). */
const GLANCE_MS = 25

/**
 * Waits until something is there: people look at a screen until it shows. Never a fixed time. A look that throws is one
 * that saw nothing, and the last one's error is what it ends with.
 */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what = 'it',
  withinMs = 20_000,
): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    let seen: T | undefined | false
    let why: unknown = new Error(`${what} has not come`)
    try {
      seen = await look()
    } catch (error) {
      why = error
    }
    if (seen !== undefined && seen !== false) return seen
    if (performance.now() >= end) throw why
    await sleep(GLANCE_MS)
  }
}

/** Everything shown in a Slack channel or thread, as a person reads it. */
export function shownIn(slack: SlackWorld, channel: string, thread?: string): string[] {
  return slack.messages(channel, thread === undefined ? undefined : { thread }).map((message) => slack.textOf(message))
}

/** The newest message of a channel (or thread) whose text has these words. */
export function seen(
  slack: SlackWorld,
  channel: string,
  words: string | RegExp,
  thread?: string,
): SlackMessage | undefined {
  return slack
    .messages(channel, thread === undefined ? undefined : { thread })
    .findLast((message) => matches(slack.textOf(message), words))
}

export function matches(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text)
}

/** What only this person sees, newest last. */
export function whispers(desk: TestDesk, user: string): string[] {
  return desk.slack.ephemerals(user).map((message) => desk.slack.textOf(message))
}

/** A customer's chat as they read it, newest last. */
export function chatOf(desk: TestDesk, customer: number): string[] {
  return desk.telegram
    .messages(customer)
    .filter(({ deleted }) => !deleted)
    .map(({ text }) => text ?? '')
}

/** The card of the ticket whose subject has these words, once its thread can be written in. */
export function cardOf(desk: TestDesk, words: string, channel = 'C0TRIAGE'): Promise<SlackMessage> {
  return until(() => seen(desk.slack, channel, words), `a card with «${words}»`)
}

/** The key on a card, e.g. `DEMO-1`. */
export function keyOn(desk: TestDesk, card: SlackMessage): string {
  const key = /[A-Z]+-\d+/.exec(desk.slack.textOf(card))?.[0]
  if (key === undefined) throw new Error('a card without a key')
  return key
}
