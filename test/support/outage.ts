import { ADA, BOT_USER, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { clockMoves } from './clock.ts'
import { newCustomer, quietTicket, told } from './customer.ts'
import type { TestDesk } from './desk.ts'
import { chatOf, keyOn, seen, shownIn, until } from './people.ts'
import { type Asked, ritaAsks } from './slack-asks.ts'

/** What an outage of ours left behind: lists that should be empty, and the numbers beside them. */
export interface AfterOutage {
  words: number
  lost: string[]
  doubled: string[]
  /** What was done meanwhile to what had been said before, and does not show on the other side. */
  unfollowed: string[]
  /** Tickets begun meanwhile whose clocks do not run from when they were asked for. */
  late: string[]
  /** How often each person who asked was told that we are sorry. */
  apologies: number[]
}

const SORRY = 'could not hear you for a while'
/** Slack's own times between repetitions are minutes; the playground's are pressed together (`startTestDesk`). */
const GIVEN_UP_MS = 20_000

/**
 * The desk is away for so long while people go on: Rita in her thread, Cara in her chat, Ada in both threads of the
 * agents, and Kim and a new customer ask something new. Slack's repetitions are over before we are back.
 * @param words how many each of the four says
 */
export async function outage(desk: TestDesk, ms: number, words: number): Promise<AfterOutage> {
  const asked = await ritaAsks(desk, 'Rita asks before')
  const cara = await quietTicket(desk, 'Cara')
  const before = await saidBefore(desk, asked, cara)
  await desk.desk.idle()
  await desk.desk.stop()

  const said: { text: string; heard: () => string[] }[] = []
  const inTriage = (card: { ts: string }) => () => shownIn(desk.slack, TRIAGE, card.ts)
  const say = (text: string, write: (text: string) => void, heard: () => string[]): void => {
    write(text)
    said.push({ text, heard })
  }
  const step = Math.floor(ms / (words + 2))
  await clockMoves(desk, step)
  const fresh = newCustomer(desk, 'Nora')
  desk.telegram.write(fresh, 'Nora asks in between')
  const askedAt = Number(desk.slack.say(KIM, HELP, { text: `<@${BOT_USER}> Kim asks in between` })) * 1000
  for (let n = 1; n <= words; n++) {
    await clockMoves(desk, step)
    say(
      `Rita in between ${n}.`,
      (text) => desk.slack.say(RITA, HELP, { text, thread: asked.root.ts }),
      inTriage(asked.card),
    )
    say(`Cara in between ${n}.`, (text) => desk.telegram.write(cara.customer, text), inTriage(cara.card))
    say(
      `Ada to Rita ${n}.`,
      (text) => desk.slack.say(ADA, TRIAGE, { text, thread: asked.card.ts }),
      () => shownIn(desk.slack, HELP, asked.root.ts),
    )
    say(
      `Ada to Cara ${n}.`,
      (text) => desk.slack.say(ADA, TRIAGE, { text, thread: cara.card.ts }),
      () => chatOf(desk, cara.customer),
    )
  }
  before.change()
  await clockMoves(desk, ms - (words + 1) * step)
  const givenUp = () => desk.playground.slack.ledger.entries.filter(({ what }) => what === 'given-up').length
  await until(() => givenUp() >= 1 + 3 * words + before.changesOnSlack, 'that Slack gives up', GIVEN_UP_MS)

  await desk.restart()
  await told(desk, fresh, 'this is ticket')
  await until(() => seen(desk.slack, TRIAGE, 'Kim asks in between'), 'Kim’s card').catch(() => undefined)
  const times = (all: string[], text: string) => all.filter((one) => one.includes(text)).length
  await until(() => said.every(({ text, heard }) => times(heard(), text) > 0), 'all of it').catch(() => undefined)
  await until(() => before.unfollowed().length === 0, 'what was done to it').catch(() => undefined)
  await desk.desk.idle()
  return {
    words: said.length + 2,
    lost: [
      ...said.filter(({ text, heard }) => times(heard(), text) === 0).map(({ text }) => text),
      ...['Nora asks in between', 'Kim asks in between'].filter((text) => !seen(desk.slack, TRIAGE, text)),
    ],
    doubled: said.filter(({ text, heard }) => times(heard(), text) > 1).map(({ text }) => text),
    unfollowed: before.unfollowed(),
    late: await lateTickets(desk, askedAt),
    apologies: [
      times(ritaSees(desk, asked), SORRY),
      times(chatOf(desk, cara.customer), SORRY),
      times(chatOf(desk, fresh), SORRY),
    ],
  }
}

/** Words on both sides, and what is done to them while nobody of ours is there. */
async function saidBefore(desk: TestDesk, { root, card }: Asked, cara: Awaited<ReturnType<typeof quietTicket>>) {
  const { slack, telegram } = desk
  const inHelp = (text: string): string => slack.say(RITA, HELP, { text, thread: root.ts })
  const [edited, deleted] = [inHelp('Rita will edit this'), inHelp('Rita will delete this')]
  const answer = slack.say(ADA, TRIAGE, { text: 'Ada will edit this', thread: card.ts })
  const byCara = telegram.write(cara.customer, 'Cara will edit this')
  const shown = (words: string, channel: string, thread: string) =>
    until(
      () => slack.messages(channel, { thread }).find((one) => !one.deleted && slack.textOf(one).includes(words)),
      words,
    )
  const copyOfEdited = await shown('Rita will edit this', TRIAGE, card.ts)
  await shown('Rita will delete this', TRIAGE, card.ts)
  await shown('Cara will edit this', TRIAGE, cara.card.ts)
  const copyOfAnswer = await shown('Ada will edit this', HELP, root.ts)
  slack.react(RITA, HELP, copyOfAnswer.ts, 'tada')
  const ours = (channel: string, ts: string, name: string): boolean =>
    (slack.message(channel, ts)?.reactions ?? []).some((one) => one.name === name && one.users.includes(BOT_USER))
  await until(() => ours(TRIAGE, answer, 'tada'), 'Rita’s reaction')
  const reads = (words: string, channel: string, thread: string): boolean =>
    slack.messages(channel, { thread }).some((one) => !one.deleted && slack.textOf(one).includes(words))
  return {
    changesOnSlack: 5,
    change(): void {
      slack.edit(RITA, HELP, edited, 'Rita has edited this')
      slack.remove(RITA, HELP, deleted)
      slack.edit(ADA, TRIAGE, answer, 'Ada has edited this')
      slack.react(ADA, TRIAGE, copyOfEdited.ts, '+1')
      slack.react(RITA, HELP, copyOfAnswer.ts, 'tada', { remove: true })
      telegram.edit(cara.customer, byCara, 'Cara has edited this')
    },
    unfollowed(): string[] {
      return [
        ...(reads('Rita has edited this', TRIAGE, card.ts) ? [] : ['Rita’s edit']),
        ...(reads('Rita will delete this', TRIAGE, card.ts) ? ['Rita’s deletion'] : []),
        ...(reads('Ada has edited this', HELP, root.ts) ? [] : ['Ada’s edit']),
        ...(ours(HELP, edited, '+1') ? [] : ['Ada’s reaction']),
        ...(ours(TRIAGE, answer, 'tada') ? ['Rita’s reaction taken back'] : []),
        ...(reads('Cara has edited this', TRIAGE, cara.card.ts) ? [] : ['Cara’s edit']),
      ]
    },
  }
}

function ritaSees(desk: TestDesk, { root }: Asked): string[] {
  return shownIn(desk.slack, HELP, root.ts)
}

/** Opened later than they were asked for, by more than a second. */
async function lateTickets(desk: TestDesk, askedAt: number): Promise<string[]> {
  const cards = ['Nora asks in between', 'Kim asks in between'].flatMap(
    (words) => seen(desk.slack, TRIAGE, words) ?? [],
  )
  const late: string[] = []
  for (const card of cards) {
    const key = keyOn(desk, card)
    const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
    if (!ticket || Math.abs(ticket.openedAt.getTime() - askedAt) > 1000) late.push(key)
  }
  return late
}
