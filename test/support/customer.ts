import { type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import type { Shown } from '../../playground/telegram/index.ts'
import type { TestDesk } from './desk.ts'
import { cardOf, matches, until } from './people.ts'

/** The newest message a customer's chat shows that the bot wrote with these words. */
export function toldNow(desk: TestDesk, customer: number, words: string | RegExp): Shown | undefined {
  return desk.telegram
    .messages(customer)
    .findLast(({ from, deleted, text }) => from === 'bot' && !deleted && matches(text, words))
}

/** The same, once it has come. */
export function told(desk: TestDesk, customer: number, words: string | RegExp): Promise<Shown> {
  return until(() => toldNow(desk, customer, words), `«${words}» to ${customer}`)
}

/** How often the bot has said these words there. */
export function timesTold(desk: TestDesk, customer: number, words: string | RegExp): number {
  return desk.telegram
    .messages(customer)
    .filter(({ from, deleted, text }) => from === 'bot' && !deleted && matches(text, words)).length
}

/** The newest message with this button, once it shows. */
export function withButton(desk: TestDesk, customer: number, label: string | RegExp): Promise<Shown> {
  return until(
    () =>
      desk.telegram
        .messages(customer)
        .findLast(({ deleted, buttons }) => !deleted && buttons.flat().some((button) => matches(button.label, label))),
    `a button «${label}» for ${customer}`,
  )
}

/** Presses the newest button of this label, once it shows. Resolves with the message it stands on. */
export async function pressed(desk: TestDesk, customer: number, label: string | RegExp): Promise<Shown> {
  const message = await withButton(desk, customer, label)
  const button = message.buttons.flat().find((one) => matches(one.label, label))
  desk.telegram.press(customer, message.id, { label: button?.label ?? '' })
  return message
}

/** What the buttons under a message say, row by row. */
export function labelsOn(message: Shown): string[] {
  return message.buttons.flat().map(({ label }) => label)
}

/** One more customer, so that journeys beside each other share no chat. Returns the id. */
export function newCustomer(desk: TestDesk, name: string, language = 'en'): number {
  // As long as Telegram's are: no part of another id looks like it.
  const id = 8_000_000_000 + desk.telegram.people().length
  desk.telegram.add({ id, first_name: name, language_code: language })
  desk.telegram.start(id)
  return id
}

/** What the thread under a card says, card left out, oldest first. */
export function threadOf(desk: TestDesk, card: SlackMessage): string[] {
  return desk.slack
    .messages(card.channel, { thread: card.ts })
    .filter(({ ts, deleted }) => ts !== card.ts && !deleted)
    .map((message) => desk.slack.textOf(message))
}

/** The newest message in the thread under a card with these words; the card itself does not count. */
export function inThreadNow(desk: TestDesk, card: SlackMessage, words: string | RegExp): SlackMessage | undefined {
  return desk.slack
    .messages(card.channel, { thread: card.ts })
    .findLast((one) => one.ts !== card.ts && !one.deleted && matches(desk.slack.textOf(one), words))
}

/** The same, once it shows. */
export function inThread(desk: TestDesk, card: SlackMessage, words: string | RegExp): Promise<SlackMessage> {
  return until(() => inThreadNow(desk, card, words), `«${words}» in the thread`)
}

/** The card as it reads now. */
export function cardNow(desk: TestDesk, card: SlackMessage): string {
  const message = desk.slack.message(card.channel, card.ts)
  return message ? desk.slack.textOf(message) : ''
}

/** All cards in the triage channel whose heading has these words. */
export function cardsWith(desk: TestDesk, words: string, channel = TRIAGE): SlackMessage[] {
  return desk.slack.messages(channel).filter((message) => matches(desk.slack.textOf(message), words))
}

/** A customer with a ticket about which nothing is on its way any more, and its card. */
export async function quietTicket(desk: TestDesk, name: string): Promise<{ customer: number; card: SlackMessage }> {
  const customer = newCustomer(desk, name)
  desk.telegram.write(customer, `${name} waits`)
  const card = await cardOf(desk, `${name} waits`)
  await inThread(desk, card, `${name} waits`)
  await told(desk, customer, 'this is ticket')
  await desk.desk.idle()
  return { customer, card }
}
