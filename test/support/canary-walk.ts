import {
  ADA,
  BO,
  HELP,
  KIM,
  RITA,
  SAM,
  type SlackMessage,
  TRIAGE,
  TRIAGE_FINANCE,
} from '../../playground/slack/index.ts'
import { Canaries } from './canaries.ts'
import { newCustomer } from './customer.ts'
import type { TestDesk } from './desk.ts'
import { edits } from './edits.ts'
import { cardOf, keyOn, matches, seen, until } from './people.ts'
import { randomOf } from './random.ts'
import { allHeardAndSent } from './settled.ts'

const CARA = 7001

/** A ticket as the walk knows it. */
interface Walked {
  key: string
  requester: string | number
  card: SlackMessage
  /** The requester's thread in Slack. */
  root?: SlackMessage
  /** Moved, private, merged, resolved or blocked once: what is said to the requester is left to the desk. */
  odd: boolean
  /** Agents' messages still there. */
  said: { by: string; ts: string; channel: string }[]
}

/** What one walk needs. */
interface Walk {
  desk: TestDesk
  mode: 'direct' | 'explicit'
  canaries: Canaries
  tickets: Walked[]
  customer: number
  random: () => number
}

/** So many acts of agents, requesters and strangers, the same for the same seed. Resolves with the words to look for. */
export async function walk(desk: TestDesk, mode: Walk['mode'], seed: number, steps: number): Promise<Canaries> {
  const random = randomOf(seed)
  const customer = newCustomer(desk, 'Cyd')
  desk.telegram.start(CARA)
  const on: Walk = { desk, mode, canaries: new Canaries(), tickets: [], customer, random }
  for (const requester of [RITA, KIM, CARA, customer]) await opens(on, requester)
  for (const ticket of on.tickets) await bringsIn(on, ticket)
  for (let step = 0; step < steps; step++) {
    const [name, act] = weighted(on)
    try {
      await act(on)
    } catch (error) {
      throw new Error(`step ${step}, ${name}`, { cause: error })
    }
    if (random() < 0.1) await settled(on)
  }
  await settled(on)
  return on.canaries
}

type Act = (on: Walk) => unknown

/** What happens, and how often. */
const acts: [name: string, weight: number, act: Act][] = [
  ['a reply', 5, replies],
  ['a note behind //', 5, notes],
  ['a held mention', 3, names],
  ['held words sent anyway', 3, sendsAnyway],
  ['a note by the button', 2, notesByButton],
  ['a reply by the button', 2, repliesByButton],
  ['an edit into a note', 3, takesBack],
  ['a note edited', 3, editsNote],
  ['a deletion', 2, deletes],
  ['a word told to the whole channel', 2, broadcasts],
  ['a note with a file', 2, notesWithFile],
  ['a word of a requester', 4, requesterSays],
  ['a stranger in the thread', 2, strangerSays],
  ['a question about a ticket', 4, asksAbout],
  ['an agent’s command', 2, agentAsks],
  ['a new ticket', 1, (on) => opens(on, pick(on, [RITA, KIM]))],
  ['a ticket for somebody', 1, opensForKim],
  ['a move', 1, moves],
  ['privacy', 1, makesPrivate],
  ['a merge', 1, merges],
  ['resolved', 1, resolves],
  ['snoozed', 1, snoozes],
]

function weighted({ random }: Walk): [string, Act] {
  let left = random() * acts.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight, act] of acts) {
    left -= weight
    if (left < 0) return [name, act]
  }
  throw new Error('no act')
}

function pick<T>({ random }: Walk, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new Error('nothing to pick')
  return one
}

/** All is heard and all that was owed for it is sent. */
async function settled({ desk }: Walk): Promise<void> {
  await desk.playground.slack.idle()
  await desk.playground.telegram.idle()
  await allHeardAndSent(desk)
}

/** `DEMO-1`, not `DEMO-12`. */
const named = (key: string): RegExp => new RegExp(`${key}\\b`)
const agent = (on: Walk): string => pick(on, [ADA, BO])
/** In a ticket's thread, with what is remembered of it. */
function says(on: Walk, ticket: Walked, by: string, text: string, how: { broadcast?: boolean } = {}): string {
  const { channel, ts: thread } = ticket.card
  return on.desk.slack.say(by, channel, { text, thread, ...how })
}
/** A ticket an agent can write in, settled or not. */
const plainTicket = (on: Walk): Walked =>
  pick(
    on,
    on.tickets.filter(({ odd }) => !odd),
  )

async function opens(on: Walk, requester: string | number): Promise<void> {
  const { desk, canaries } = on
  const words = canaries.either()
  if (typeof requester === 'number') desk.telegram.write(requester, words)
  else {
    desk.slack.join(requester, HELP)
    await desk.slack.command(requester, HELP, '/ticket', words)
  }
  const card = await cardOf(desk, words)
  const key = keyOn(desk, card)
  const root =
    typeof requester === 'string' ? await until(() => seen(desk.slack, HELP, named(key)), 'the thread') : undefined
  on.tickets.push({ key, requester, card, odd: false, said: [], ...(root && { root }) })
}

function replies(on: Walk): void {
  const ticket = plainTicket(on)
  const by = agent(on)
  const marked = on.random() < 0.5
  const goes = marked || on.mode === 'direct'
  const word = goes ? on.canaries.outside(`a reply in ${ticket.key}`) : on.canaries.inside('said among agents')
  const ts = says(on, ticket, by, `${marked ? '>> ' : ''}we say ${word}`)
  if (goes) ticket.said.push({ by, ts, channel: ticket.card.channel })
}

function notes(on: Walk): void {
  says(on, pick(on, on.tickets), agent(on), `// between us ${on.canaries.inside('behind //')}`)
}

function names(on: Walk): void {
  const by = agent(on)
  says(on, pick(on, on.tickets), by, `<@${by === ADA ? BO : ADA}> look, ${on.canaries.inside('held by a name')}`)
}

async function sendsAnyway(on: Walk): Promise<void> {
  if (on.mode === 'explicit' && on.random() < 0.5) return
  const ticket = plainTicket(on)
  const by = agent(on)
  const word = on.canaries.inside('held')
  await settled(on)
  const before = new Set(on.desk.slack.ephemerals(by).map(({ ts }) => ts))
  says(on, ticket, by, `// perhaps ${word}`)
  const held = await until(
    () =>
      on.desk.slack
        .ephemerals(by)
        .findLast(
          (one) =>
            !before.has(one.ts) &&
            one.thread_ts === ticket.card.ts &&
            matches(on.desk.slack.textOf(one), 'Send anyway'),
        ),
    'that it is held',
  )
  on.canaries.lift(word)
  await on.desk.slack.press(by, held.channel, held.ts, { label: 'Send anyway' })
  await settled(on)
}

async function byButton(on: Walk, button: string, field: string, words: string): Promise<void> {
  const ticket = plainTicket(on)
  const by = agent(on)
  await settled(on)
  await on.desk.slack.press(by, ticket.card.channel, ticket.card.ts, { label: button })
  await until(() => on.desk.slack.view(by), 'the form')
  await on.desk.slack.submitView(by, { [field]: words })
}

function notesByButton(on: Walk): Promise<void> {
  return byButton(on, 'Note', 'Note for the team', `noted ${on.canaries.inside('by the button Note')}`)
}

function repliesByButton(on: Walk): Promise<void> {
  return byButton(on, 'Reply', 'Reply to the requester', `told ${on.canaries.outside('by the button Reply')}`)
}

async function takesBack(on: Walk): Promise<void> {
  const said = await oneSaid(on)
  if (said) on.desk.slack.edit(said.by, said.channel, said.ts, `// it was ${on.canaries.inside('an edit into a note')}`)
}

async function deletes(on: Walk): Promise<void> {
  const said = await oneSaid(on)
  if (said) on.desk.slack.remove(said.by, said.channel, said.ts)
}

/** One of the replies that are out, which is then no longer one. */
async function oneSaid(on: Walk) {
  const ticket = plainTicket(on)
  await settled(on)
  return ticket.said.pop()
}

async function editsNote(on: Walk): Promise<void> {
  const ticket = pick(on, on.tickets)
  const by = agent(on)
  const ts = says(on, ticket, by, `// first ${on.canaries.inside('a note before its edit')}`)
  if (on.random() < 0.5) await settled(on)
  const { channel } = ticket.card
  on.desk.slack.edit(by, channel, ts, `// then ${on.canaries.inside('a note after its edit')}`)
  if (ticket.odd || on.random() < 0.5) return
  await settled(on)
  // The mark is taken off: these words go out, and the earlier ones still do not.
  on.desk.slack.edit(by, channel, ts, `>> at last ${on.canaries.outside('a note given out by an edit')}`)
  await settled(on)
}

function broadcasts(on: Walk): void {
  says(on, pick(on, on.tickets), agent(on), `team ${on.canaries.inside('told to the channel')}`, { broadcast: true })
}

function notesWithFile(on: Walk): void {
  const { card } = pick(on, on.tickets)
  const [name, words] = [on.canaries.inside('the name of a note’s file'), on.canaries.inside('a note with a file')]
  const file = { name: `${name}.txt`, bytes: Buffer.from(`${name} inside`), mimetype: 'text/plain' }
  on.desk.slack.say(agent(on), card.channel, { text: `// see ${words}`, thread: card.ts, files: [file] })
}

function requesterSays(on: Walk): void {
  const { requester, root } = pick(on, on.tickets)
  if (typeof requester === 'number') on.desk.telegram.write(requester, `I say ${on.canaries.either()}`)
  else if (root) on.desk.slack.say(requester, root.channel, { text: `I say ${on.canaries.either()}`, thread: root.ts })
}

/** Lena is in the channel and may answer; Kim is no agent and got in by mistake. */
function strangerSays(on: Walk): void {
  on.desk.slack.join(KIM, TRIAGE_FINANCE)
  const finance = on.tickets.find(({ card, requester }) => card.channel === TRIAGE_FINANCE && requester !== KIM)
  if (finance) says(on, finance, KIM, `>> I know ${on.canaries.inside('a stranger in the thread')}`)
  on.desk.slack.leave(KIM, TRIAGE_FINANCE)
}

async function asksAbout(on: Walk): Promise<void> {
  const { key } = pick(on, on.tickets)
  const words = pick(on, [key, `history ${key}`, `why ${key}`, 'list', 'report', 'help'])
  const who = pick(on, [RITA, KIM, SAM, CARA, on.customer])
  if (typeof who === 'string') await on.desk.slack.command(who, HELP, '/ticket', words)
  else on.desk.telegram.write(who, pick(on, ['/tickets', `/status ${key}`, '/help']))
}

async function agentAsks(on: Walk): Promise<void> {
  const { key } = pick(on, on.tickets)
  const words = pick(on, [key, `history ${key}`, `why ${key}`, 'report week'])
  // In #help as well, where others look on.
  await on.desk.slack.command(ADA, pick(on, [TRIAGE, HELP]), '/ticket', words)
}

async function opensForKim({ desk, canaries, random }: Walk): Promise<void> {
  await desk.slack.command(ADA, TRIAGE, '/ticket', 'for <@U0KIM|kim>')
  await until(() => desk.slack.view(ADA), 'the form')
  const note = `she says ${canaries.inside('what happened, told by an agent')}`
  await desk.slack.submitView(ADA, { Subject: `for Kim ${random()}`, 'What happened?': note })
}

/** A ticket that is plain so far and is so no longer; enough are left that are. */
function oddFromNow(on: Walk): Walked | undefined {
  const plain = on.tickets.filter(({ odd }) => !odd)
  if (plain.length < 4) return undefined
  const ticket = pick(on, plain)
  ticket.odd = true
  return ticket
}

async function moves(on: Walk): Promise<void> {
  const ticket = oddFromNow(on)
  if (!ticket) return
  await settled(on)
  await edits(on.desk, ADA, ticket.card, { Category: 'Finance' })
  ticket.card = await until(() => seen(on.desk.slack, TRIAGE_FINANCE, named(ticket.key)), 'the card there')
  on.desk.slack.join(BO, TRIAGE_FINANCE)
}

async function makesPrivate(on: Walk): Promise<void> {
  const ticket = oddFromNow(on)
  if (!ticket) return
  await settled(on)
  await edits(on.desk, ADA, ticket.card, { 'Private to': ['Bo'] })
  await settled(on)
  // Written in the channel all the same.
  says(on, ticket, BO, `>> is it ${on.canaries.inside('in the channel of a private ticket')}`)
}

async function merges(on: Walk): Promise<void> {
  const [into, gone] = on.tickets.filter(({ odd, requester }) => !odd && requester === RITA)
  if (!into || !gone || on.tickets.filter(({ odd }) => !odd).length < 4) return
  gone.odd = true
  await settled(on)
  await on.desk.slack.command(ADA, TRIAGE, '/ticket', `merge ${gone.key} into ${into.key}`)
  await settled(on)
}

/** By Rita her colleague, by Ada whom she likes; a watcher is no agent, so nothing internal may follow to them. */
async function bringsIn({ desk }: Walk, { key, requester }: Walked): Promise<void> {
  const whom = requester === RITA ? '<@U0KIM|kim>' : `<@${SAM}|sam>`
  await desk.slack.command(requester === RITA ? RITA : ADA, HELP, '/ticket', `watch ${key} ${whom}`)
}

async function resolves(on: Walk): Promise<void> {
  const ticket = oddFromNow(on)
  if (!ticket) return
  await settled(on)
  await on.desk.slack.press(ADA, ticket.card.channel, ticket.card.ts, { label: 'Resolve' })
}

async function snoozes(on: Walk): Promise<void> {
  await settled(on)
  await edits(on.desk, ADA, plainTicket(on).card, { 'Snooze until': '2031-06-07' })
}
