import type { Playground } from '../../playground/open.ts'
import { ADA, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { until } from './people.ts'

export const CUSTOMERS = [8001, 8002, 8003, 8004]

/** People who talk: each counts their own words (`who#1.`, `who#2.` …), so that the reader can tell what is missing. */
export interface Load {
  /** Everybody says one more thing; agents answer wherever they see a card. */
  round(): void
  /** Trouble of the playground's, as the dice fall. */
  trouble(): void
  /** How many words each has said. */
  said: ReadonlyMap<string, number>
  /** Threads of the two employees in #help. */
  roots: ReadonlyMap<string, string>
  customers: readonly number[]
}

export async function startLoad({ slack, telegram }: Playground, random: () => number): Promise<Load> {
  const said = new Map<string, number>()
  const roots = new Map<string, string>()
  for (const id of CUSTOMERS) telegram.world.add({ id, first_name: `Customer ${id}`, language_code: 'en' })
  for (const user of [RITA, KIM]) {
    await until(
      async () => (await slack.world.command(user, HELP, '/ticket', `${user} begins`)).ok,
      'an answer to /ticket',
    )
    const root = await until(() =>
      slack.world.messages(HELP).find((message) => slack.world.textOf(message).includes(`${user} begins`)),
    )
    roots.set(user, root.ts)
  }
  const say = (who: string, write: (words: string) => void): void => {
    const next = (said.get(who) ?? 0) + 1
    said.set(who, next)
    write(`${who}#${next}.`)
  }
  return {
    said,
    roots,
    customers: CUSTOMERS,
    round() {
      for (const id of CUSTOMERS) say(`c${id}`, (words) => telegram.world.write(id, words))
      for (const [user, thread] of roots) say(user, (words) => slack.world.say(user, HELP, { text: words, thread }))
      // Cards, and nothing else that stands there: on Mondays how the week was.
      const cards = slack.world.messages(TRIAGE).filter((message) => /^DEMO-\d+ · /.test(slack.world.textOf(message)))
      for (const card of cards) {
        say(`ada${card.ts}`, (words) => slack.world.say(ADA, TRIAGE, { text: words, thread: card.ts }))
      }
    },
    trouble() {
      if (random() < 0.5) slack.faults.arm({ on: 'event', does: 'double', copies: 2 })
      if (random() < 0.4) slack.faults.arm({ on: 'event', does: 'reorder', ms: 200 })
      if (random() < 0.4) telegram.faults.arm({ on: 'event', does: 'double', copies: 1 })
      const lost = random() < 0.5 ? 'drop-after-accepting' : 'drop'
      if (random() < 0.4) slack.faults.arm({ on: 'call', method: 'chat.postMessage', does: lost })
    },
  }
}
