import { ADA, HELP, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { label, priorityOf, statusOf, typeOf } from '../../src/domain/desk/questions.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { type FactsOf, type Key, words } from '../../src/locales/index.ts'
import { shippedDesk } from './demo.ts'
import { startTestDesk, type TestDesk } from './desk.ts'
import { cardOf, keyOn, seen, until } from './people.ts'
import { type Asked, buttonOn } from './slack-asks.ts'

/** A desk as the product ships it, running; its agents read the desk's own language, Rita English. */
export interface Shipped {
  test: TestDesk
  desk: Desk
  /** A sentence as the agents of this desk read it. */
  say<K extends Key>(key: K, facts: FactsOf<K>): string
  /** The labels of a status, a priority, a type as the agents read them. */
  status(id: string): string
  priority(id: string): string
  /** Rita fills in the form in #help; labels are English. What is missing or hinted stays on her screen. */
  asks(type: string | undefined, answers: Record<string, string | string[]>): Promise<unknown>
  /** The ticket she made, once its card stands in #triage. */
  asked(subject: string): Promise<Asked>
  /** An agent presses a button of the card, as it reads now. */
  press(asked: Pick<Asked, 'card'>, key: Key, user?: string): Promise<void>
  /** An agent chooses a status or a priority on the card. */
  moves(asked: Pick<Asked, 'card'>, status: string, user?: string): Promise<void>
  /** What the agents write in the thread. */
  answers(asked: Pick<Asked, 'card'>, text: string, user?: string): void
  /** Waits until the ticket stands so. */
  stands(key: string, status: string): Promise<Ticket>
  ticket(key: string): Promise<Ticket>
}

/** Starts `desks/<name>.yaml`; `who`: people (Slack ids) for roles the file leaves empty. */
export async function startShipped(
  name: string,
  who: Readonly<Record<string, readonly string[]>> = {},
): Promise<Shipped> {
  const desks = await shippedDesk(name, (desk) => ({
    ...desk,
    roles: desk.roles.map((role) => ({
      ...role,
      who: { ...role.who, slack: [...role.who.slack, ...(who[role.id] ?? [])] },
    })),
  }))
  const [desk] = desks
  if (!desk) throw new Error(`no desk ${name}`)
  const test = await startTestDesk({ desks })
  const language = desk.languages[0] ?? 'en'
  const { slack } = test
  const say: Shipped['say'] = (key, facts) => words(key, facts, language)
  const shown = (of: { label: Desk['name'] } | undefined) => (of ? label(of.label, language, desk) : 'nothing')
  const ticket = async (key: string): Promise<Ticket> => {
    const found = await test.desk.store.transaction((unit) => unit.tickets.byKey(key))
    if (!found) throw new Error(`no ticket ${key}`)
    return found
  }
  return {
    test,
    desk,
    say,
    status: (id) => shown(statusOf(desk, id)),
    priority: (id) => shown(priorityOf(desk, id)),
    async asks(type, answers) {
      if (!slack.view(RITA)) {
        await slack.command(RITA, HELP, '/ticket')
        await until(() => slack.view(RITA), 'the form')
      }
      if (type !== undefined) {
        const chosen = typeOf(desk, type)
        const before = slack.view(RITA)?.hash
        await slack.chooseInView(RITA, 'What is it?', chosen ? label(chosen.label, 'en', desk) : type)
        if (chosen?.id !== desk.types[0].id) await until(() => slack.view(RITA)?.hash !== before, 'its questions')
      }
      return slack.submitView(RITA, answers)
    },
    async asked(subject) {
      const card = await cardOf(test, subject)
      const key = keyOn(test, card)
      return { card, key, root: await until(() => seen(slack, HELP, key), 'Rita’s thread') }
    },
    async press({ card }, key, user = ADA) {
      // Key facts of a button are none.
      const button = words(key, {} as FactsOf<Key>, language)
      await until(() => hasButton(slack.message(TRIAGE, card.ts), button), `the button ${button}`)
      await slack.press(user, TRIAGE, card.ts, { label: button })
    },
    async moves({ card }, status, user = ADA) {
      await slack.press(
        user,
        TRIAGE,
        card.ts,
        { label: say('button-status', {}) },
        { option: shown(statusOf(desk, status)) },
      )
    },
    answers: ({ card }, text, user = ADA) => void slack.say(user, TRIAGE, { text, thread: card.ts }),
    stands: (key, status) =>
      until(async () => {
        const now = await ticket(key)
        return now.status === status ? now : undefined
      }, `${key} at ${status}`),
    ticket,
  }
}

function hasButton(message: SlackMessage | undefined, button: string): boolean {
  try {
    return message !== undefined && buttonOn(message, button) !== ''
  } catch {
    return false
  }
}
