import { z } from 'zod'
import { HELP, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import type { TestDesk } from './desk.ts'
import { cardOf, keyOn, matches, seen, shownIn, until } from './people.ts'

/** A ticket Rita asked for, from both sides. */
export interface Asked {
  key: string
  /** In #triage; its thread is the agents'. */
  card: SlackMessage
  /** In #help; its thread is hers. */
  root: SlackMessage
}

/** Rita, or `who`, asks in #help; the card is known by `shown`. */
export async function ritaAsks(desk: TestDesk, words: string, shown = words, who = RITA): Promise<Asked> {
  await desk.slack.command(who, HELP, '/ticket', words)
  const card = await cardOf(desk, shown)
  const key = keyOn(desk, card)
  return { card, key, root: await until(() => seen(desk.slack, HELP, key), 'Rita’s thread') }
}

/** What Rita reads in her thread: deleted messages are gone. */
export function ritaReads({ slack }: TestDesk, { root }: Asked): string[] {
  return slack
    .messages(HELP, { thread: root.ts })
    .filter(({ deleted }) => !deleted)
    .map((message) => slack.textOf(message))
}

/** Waits until Rita reads these words. */
export function ritaHears(desk: TestDesk, asked: Asked, words: string | RegExp): Promise<string> {
  return until(() => ritaReads(desk, asked).find((text) => matches(text, words)), `«${words}» for Rita`)
}

/** Waits until the agents' thread shows these words. */
export function agentsHear(desk: TestDesk, { card }: Asked, words: string | RegExp): Promise<string> {
  return until(
    () => shownIn(desk.slack, TRIAGE, card.ts).find((text) => matches(text, words)),
    `«${words}» for the agents`,
  )
}

/** The private message with these words, once it is shown to somebody. */
export function whispered(desk: TestDesk, user: string, words: string | RegExp) {
  return until(
    () => desk.slack.ephemerals(user).findLast((shown) => matches(desk.slack.textOf(shown), words)),
    `«${words}» for ${user} alone`,
  )
}

const actions = z.object({
  elements: z.array(z.object({ value: z.string().optional(), text: z.object({ text: z.string() }).optional() })),
})

/** What the button with this label is called inside. */
export function buttonOn(shown: { blocks?: unknown[] | undefined }, label: string): string {
  const elements = (shown.blocks ?? []).flatMap((block) => actions.safeParse(block).data?.elements ?? [])
  const value = elements.find(({ text }) => text?.text === label)?.value
  if (value === undefined) throw new Error(`no button ${label}`)
  return value
}
