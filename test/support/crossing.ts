import { ADA, HELP, RITA, type Said, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import type { Shown, Thing } from '../../playground/telegram/index.ts'
import { inThread, newCustomer, told } from './customer.ts'
import type { TestDesk } from './desk.ts'
import { asksInForum, FORUM } from './forum.ts'
import { cardOf, until } from './people.ts'
import { agentsHear, ritaAsks } from './slack-asks.ts'

export const directions = ['Slack → Telegram', 'Telegram → Slack', 'Slack → Slack', 'Telegram → Telegram'] as const
export type Direction = (typeof directions)[number]

/** Somebody who writes in a ticket on Slack. */
export interface SlackWriter {
  say(what: string | Said): string
  edit(ts: string, text: string): void
  remove(ts: string): void
  react(ts: string, emoji: string): void
}

/** Somebody who writes in a ticket on Telegram. */
export interface TelegramWriter {
  write(
    what:
      | string
      | {
          text: string
          entities?: { type: 'bold' | 'code' | 'pre' | 'blockquote'; offset: number; length: number }[]
          replyTo?: number
        },
  ): number
  send(thing: Thing): number
  album(things: Thing[]): number[]
  edit(message: number, text: string): void
  react(message: number, emoji: '👍'): void
}

/** What the other side reads: everything there, the newest last. */
export type Reader = { on: 'slack'; read(): SlackMessage[] } | { on: 'telegram'; read(): Shown[] }

/** One ticket, somebody who writes in it, and whoever reads that. */
export interface Room {
  from: { on: 'slack'; writer: SlackWriter } | { on: 'telegram'; writer: TelegramWriter }
  to: Reader
}

/** @param forum a desk whose agents are in a Telegram forum */
export async function roomFor(direction: Direction, desk: TestDesk, forum: TestDesk): Promise<Room> {
  if (direction === 'Telegram → Telegram') return betweenTelegrams(forum)
  if (direction === 'Slack → Slack') return betweenSlacks(desk)
  const customer = newCustomer(desk, 'Cleo')
  desk.telegram.write(customer, `Cleo asks (${direction})`)
  const card = await cardOf(desk, `(${direction})`)
  await inThread(desk, card, `(${direction})`)
  await told(desk, customer, 'this is ticket')
  return direction === 'Slack → Telegram'
    ? {
        from: { on: 'slack', writer: slackWriter(desk, ADA, TRIAGE, card.ts) },
        to: { on: 'telegram', read: () => desk.telegram.messages(customer).filter(({ from }) => from === 'bot') },
      }
    : { from: { on: 'telegram', writer: telegramWriter(desk, customer) }, to: slackReader(desk, TRIAGE, card.ts) }
}

async function betweenSlacks(desk: TestDesk): Promise<Room> {
  const asked = await ritaAsks(desk, 'the lamp')
  await agentsHear(desk, asked, 'the lamp')
  return {
    from: { on: 'slack', writer: slackWriter(desk, RITA, HELP, asked.root.ts) },
    to: slackReader(desk, TRIAGE, asked.card.ts),
  }
}

async function betweenTelegrams(forum: TestDesk): Promise<Room> {
  const customer = newCustomer(forum, 'Theo')
  const { thread } = await asksInForum(forum, customer, 'Theo asks')
  return {
    from: { on: 'telegram', writer: telegramWriter(forum, customer) },
    to: {
      on: 'telegram',
      read: () => forum.telegram.messages(FORUM).filter((one) => one.thread === thread && one.from === 'bot'),
    },
  }
}

function slackReader(desk: TestDesk, channel: string, thread: string): Reader {
  return { on: 'slack', read: () => desk.slack.messages(channel, { thread }).filter(({ ts }) => ts !== thread) }
}

function slackWriter(desk: TestDesk, user: string, channel: string, thread: string): SlackWriter {
  return {
    say: (what) => desk.slack.say(user, channel, { ...(typeof what === 'string' ? { text: what } : what), thread }),
    edit: (ts, text) => desk.slack.edit(user, channel, ts, text),
    remove: (ts) => desk.slack.remove(user, channel, ts),
    react: (ts, emoji) => desk.slack.react(user, channel, ts, emoji),
  }
}

function telegramWriter(desk: TestDesk, user: number): TelegramWriter {
  return {
    write: (what) => desk.telegram.write(user, what),
    send: (thing) => desk.telegram.send(user, thing),
    album: (things) => desk.telegram.album(user, things),
    edit: (message, text) => desk.telegram.edit(user, message, text),
    react: (message, emoji) => desk.telegram.react(user, message, emoji),
  }
}

/** The text of everything read. */
export function textOf(desk: TestDesk, reader: Reader): string {
  return reader.on === 'slack'
    ? reader
        .read()
        .filter(({ deleted }) => !deleted)
        .map((message) => desk.slack.textOf(message))
        .join('\n')
    : reader
        .read()
        .filter(({ deleted }) => !deleted)
        .map(({ text }) => text)
        .join('\n')
}

/** Waits for words on the other side. */
export function read(desk: TestDesk, reader: Reader, words: string): Promise<true> {
  return until(() => textOf(desk, reader).includes(words), `«${words}» read`)
}
