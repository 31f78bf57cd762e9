import type { Playground } from '../../playground/open.ts'
import { ADA, BO, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'

/** Who said how much and where they read: what the checker holds against what is shown. */
export interface Talk {
  said: Map<string, number>
  /** Threads in #help by who began them. */
  roots: Map<string, string>
  customers: number[]
  /** Subjects the desk acknowledged a ticket for, and those nobody can say about: the desk died on the command. */
  begun: Set<string>
  unsure: Set<string>
  /** Cards whose Take was acknowledged. */
  taken: Set<string>
}

export interface Load {
  readonly talk: Talk
  /** What was really reached. */
  readonly done: { messages: number; actions: number; seconds: number }
  stop(): Promise<void>
}

interface Pressure {
  random: () => number
  /** Messages of requesters a second. */
  rate: number
}

/** reliability.md §3.4: 10 % of the messages are new tickets, 2 of 3 come from Slack, and agents do 8 things for 20 messages. */
const NEW_SHARE = 0.1
const SLACK_SHARE = 2 / 3
const ACTIONS_A_MESSAGE = 8 / 20
const TAKE_SHARE = 0.15
const TICK_MS = 50
/** Behind by more than this many seconds, what was missed is not made up for. */
const MOST_BEHIND = 1

export function startLoad(playground: Playground, pressure: Pressure): Load {
  const talk: Talk = {
    said: new Map(),
    roots: new Map(),
    customers: [],
    begun: new Set(),
    unsure: new Set(),
    taken: new Set(),
  }
  const done = { messages: 0, actions: 0, seconds: 0 }
  const screen = screenOf(playground, talk)
  const people = peopleOf(playground, talk, pressure.random)
  const underWay = new Set<Promise<unknown>>()
  const began = performance.now()
  let last = began
  let messages = 0
  let actions = 0
  const tick = (): void => {
    const now = performance.now()
    const passed = Math.min((now - last) / 1000, MOST_BEHIND)
    last = now
    screen.look()
    messages += passed * pressure.rate
    actions += passed * pressure.rate * ACTIONS_A_MESSAGE
    for (; messages >= 1; messages--) {
      const work = people.requester()
      if (work) track(work)
      done.messages += 1
    }
    for (; actions >= 1 && screen.cards.length > 0; actions--) {
      const work = people.agent(screen.cards)
      if (work) track(work)
      done.actions += 1
    }
    done.seconds = (now - began) / 1000
  }
  const track = (work: Promise<unknown>): void => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
  const timer = setInterval(tick, TICK_MS)
  return {
    talk,
    done,
    async stop() {
      clearInterval(timer)
      await Promise.all(underWay)
      // Threads that showed up after the last look: nobody wrote there, but agents' words are read there.
      screen.look()
    },
  }
}

/** Key and subject; on a Monday the channel also reads how the week was, and nobody answers that. */
const CARD = /[A-Z]+-\d+ · /

/** What people notice: new threads in #help, new cards in the triage channel. */
function screenOf({ slack }: Playground, talk: Talk) {
  const cards: string[] = []
  let read = 0
  return {
    cards,
    look(): void {
      const { entries } = slack.ledger
      for (; read < entries.length; read++) {
        const entry = entries[read]
        if (entry?.what !== 'called' || entry.method !== 'chat.postMessage' || entry.message === undefined) continue
        const message = slack.world.message(entry.chat ?? '', entry.message)
        if (!message || (message.thread_ts ?? message.ts) !== message.ts) continue
        if (entry.chat === TRIAGE && CARD.test(slack.world.textOf(message))) cards.push(message.ts)
        const who = /(U0\w+\.\d+) begins/.exec(entry.words ?? '')?.[1]
        if (entry.chat === HELP && who !== undefined && !talk.roots.has(who)) talk.roots.set(who, message.ts)
      }
    },
  }
}

function peopleOf({ slack, telegram }: Playground, talk: Talk, random: () => number) {
  let conversations = 0
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const say = (who: string, write: (words: string) => void): void => {
    const next = (talk.said.get(who) ?? 0) + 1
    talk.said.set(who, next)
    write(`${who}#${next}.`)
  }
  const begin = async (user: string): Promise<void> => {
    conversations += 1
    const who = `${user}.${conversations}`
    const { ok } = await slack.world.command(user, HELP, '/ticket', `${who} begins`)
    ;(ok ? talk.begun : talk.unsure).add(who)
  }
  const take = async (agent: string, card: string): Promise<void> => {
    // Somebody may have taken it while this one's hand was on the way to the button.
    const pressed = await slack.world.press(agent, TRIAGE, card, { label: 'Take' }).catch(() => undefined)
    if (pressed?.ok) talk.taken.add(card)
  }
  const onSlack = (): Promise<void> | undefined => {
    const threads = [...talk.roots]
    if (threads.length === 0 || random() < NEW_SHARE) return begin(random() < 0.5 ? RITA : KIM)
    const [who = '', thread = ''] = pick(threads) ?? []
    const user = who.split('.')[0] ?? ''
    say(who, (words) => slack.world.say(user, HELP, { text: words, thread }))
    return undefined
  }
  const onTelegram = (): undefined => {
    if (talk.customers.length === 0 || random() < NEW_SHARE) {
      const id = 8001 + talk.customers.length
      telegram.world.add({ id, first_name: `Customer ${id}`, language_code: 'en' })
      talk.customers.push(id)
      talk.begun.add(`c${id}`)
    }
    const id = pick(talk.customers.slice(-200)) ?? 0
    say(`c${id}`, (words) => telegram.world.write(id, words))
    return undefined
  }
  return {
    requester: (): Promise<void> | undefined => (random() < SLACK_SHARE ? onSlack() : onTelegram()),
    agent(cards: readonly string[]): Promise<void> | undefined {
      const agent = random() < 0.5 ? ADA : BO
      const card = pick(cards.slice(-200)) ?? ''
      if (random() < TAKE_SHARE && !talk.taken.has(card)) return take(agent, card)
      say(`ada${card}`, (words) => slack.world.say(agent, TRIAGE, { text: words, thread: card }))
      return undefined
    },
  }
}
