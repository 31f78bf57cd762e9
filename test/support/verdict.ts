import type { Playground } from '../../playground/open.ts'
import { HELP, TRIAGE } from '../../playground/slack/index.ts'
import type { Load } from './load.ts'

/** What became of the words people said, as the playground's side saw it: not what the desk believes. */
export interface Verdict {
  words: number
  lost: string[]
  doubledInSlack: string[]
  doubledInTelegram: string[]
  /** Conversations shown in another order than written, and not marked as late. */
  disordered: string[]
  /** Shown after a later word, and said so. */
  late: number
}

/** Who said how much, and where they read what others said. */
type Talk = Pick<Load, 'said' | 'roots' | 'customers'>

interface Copy {
  n: number
  late: boolean
  where: 'slack' | 'telegram'
}

export function judge(playground: Playground, { said, ...talk }: Talk): Verdict {
  const copies = copiesIn(playground, talk)
  const verdict: Verdict = { words: 0, lost: [], doubledInSlack: [], doubledInTelegram: [], disordered: [], late: 0 }
  for (const [who, count] of said) {
    const shown = copies.get(who) ?? []
    const numbers = shown.map(({ n }) => n)
    verdict.words += count
    verdict.late += shown.filter(({ late }) => late).length
    for (let n = 1; n <= count; n++) if (!numbers.includes(n)) verdict.lost.push(`${who}#${n}`)
    for (const [index, { n, where }] of shown.entries()) {
      if (numbers.indexOf(n) === index) continue
      const doubled = where === 'slack' ? verdict.doubledInSlack : verdict.doubledInTelegram
      doubled.push(`${who}#${n}`)
    }
    const inTurn = shown.filter(({ late, n }, index) => !late && numbers.indexOf(n) === index)
    if (inTurn.some(({ n }, index) => n < (inTurn[index - 1]?.n ?? 0))) {
      verdict.disordered.push(`${who}: ${inTurn.map(({ n }) => n).join(' ')}`)
    }
  }
  return verdict
}

/** Every copy the bot made, in the order it is shown; cards and the desk's own sentences are no copies. */
function copiesIn({ slack, telegram }: Playground, { roots, customers }: Omit<Talk, 'said'>): Map<string, Copy[]> {
  const found = new Map<string, Copy[]>()
  const see = (text: string, where: Copy['where'], whose: (who: string) => boolean): void => {
    for (const [, who = '', n] of text.matchAll(/([\w.]+)#(\d+)\./g)) {
      if (!whose(who)) continue
      found.set(who, [...(found.get(who) ?? []), { n: Number(n), late: text.includes('arrived late'), where }])
    }
  }
  const byAgent = (who: string): boolean => who.startsWith('ada')
  for (const root of slack.world.messages(TRIAGE)) {
    const thread = slack.world.messages(TRIAGE, { thread: root.ts })
    for (const message of thread) {
      if (message.bot_id && message.ts !== root.ts) see(slack.world.textOf(message), 'slack', (who) => !byAgent(who))
    }
  }
  for (const thread of roots.values()) {
    for (const message of slack.world.messages(HELP, { thread })) {
      if (message.bot_id) see(slack.world.textOf(message), 'slack', byAgent)
    }
  }
  for (const id of customers) {
    for (const message of telegram.world.messages(id)) {
      if (message.from === 'bot') see(message.text ?? '', 'telegram', byAgent)
    }
  }
  return found
}
