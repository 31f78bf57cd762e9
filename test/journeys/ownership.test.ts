import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADA, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { type ButtonAct, buttonActs } from '../../src/acts/buttons.ts'
import type { PageQuestion, Question } from '../../src/adapter.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import type { Intent } from '../../src/intake/intent.ts'
import { newCustomer } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { edits } from '../support/edits.ts'
import { forgedPress } from '../support/forged-press.ts'
import { type Ear, earOf } from '../support/heard.ts'
import { cardOf, keyOn, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { buttonMeaning, press, submit } from '../support/rights.ts'

/*
 * Rita, in Slack, and Cara, in Telegram, are of Acme, whose people see and answer all of its tickets: the most a desk
 * can allow. Whatever can be asked, said or pressed is, about a ticket of theirs: by a colleague, by somebody of another
 * company and by somebody of none, on both platforms, each about the one asked on the other. The lists are the code's
 * own: a new command, button or question without a row does not compile, or fails here.
 */

/** A ticket of Acme's, as far as others might learn of it. */
interface Owned {
  key: string
  id: string
}

interface Row {
  /** What follows `/ticket`; undefined: no command of Slack's means it. */
  slack?: (key: string) => string
  /** The whole command on Telegram. */
  telegram?: (key: string) => string
  /** Another one than `/ticket`. */
  command?: '/desk' | '/language'
  /** What becomes of it for somebody of another company or of none, where it is not refused. */
  others?: string
  /** And for a colleague, where it is not refused. */
  colleague?: string
  /** It changes the ticket: asked when all else has been. */
  last?: true
}

const both = (words: (key: string) => string): Pick<Row, 'slack' | 'telegram'> => ({
  slack: words,
  telegram: (key) => `/${words(key)}`,
})

/** `in a group`: said where everybody reads (`telegram-triage-strangers.test.ts`). */
const commands: Record<Intent['do'], Row | 'in a group'> = {
  form: { slack: () => '', telegram: () => '/new', others: 'form-', colleague: 'form-' },
  open: { slack: (key) => `something new, not ${key} again`, others: 'opened', colleague: 'opened' },
  'open-for': {
    slack: (key) => `for ${key} what is it about`,
    telegram: (key) => `/ticket for ${key} what is it about`,
  },
  history: { ...both((key) => `history ${key}`), colleague: 'history-told' },
  why: both((key) => `why ${key}`),
  report: both(() => 'report week'),
  merge: both((key) => `merge ${key} into ${key}`),
  unmerge: both((key) => `unmerge ${key}`),
  link: both((key) => `link ${key} to ${key}`),
  unlink: both((key) => `unlink ${key} from ${key}`),
  tag: both((key) => `tag ${key} mine`),
  untag: both((key) => `untag ${key} canary-tag`),
  split: both((key) => `split ${key}`),
  'list-tagged': { slack: () => 'list tag:canary-tag', telegram: () => '/tagged canary-tag' },
  'relate-how': both((key) => `link ${key} nowhere`),
  'split-message': { telegram: () => '/split' },
  quiet: { command: '/desk', slack: () => 'quiet off', telegram: () => '/desk quiet off' },
  assign: both((key) => `assign ${key} me`),
  set: both((key) => `set ${key} planned 2027-Q1`),
  queue: both(() => 'unassigned'),
  find: { ...both(() => 'find canary'), others: 'found-nothing', colleague: 'found' },
  roadmap: { ...both(() => 'roadmap'), others: 'roadmap-told', colleague: 'roadmap-told' },
  language: {
    command: '/language',
    slack: () => 'auto',
    telegram: () => '/language auto',
    others: 'language-set',
    colleague: 'language-set',
  },
  list: { slack: () => 'list', telegram: () => '/tickets', others: 'listed', colleague: 'listed' },
  company: {
    slack: () => 'company',
    telegram: () => '/tickets company',
    others: 'listed-none|company-listed',
    colleague: 'company-listed',
  },
  'claim-email': {
    ...both(() => 'email me@acme.example'),
    others: 'email-not-needed|email-claimed|member-already',
    colleague: 'member-already',
  },
  organisation: { command: '/desk', slack: () => 'org who Acme', telegram: () => '/desk org who Acme' },
  status: { ...both((key) => `status ${key}`), colleague: 'status-told' },
  help: { ...both(() => 'help'), others: 'helped', colleague: 'helped' },
  undo: both(() => 'undo'),
  start: { telegram: (key) => `/start ${key}`, others: 'greeted-with-link', colleague: 'greeted-with-link' },
  cancel: {
    telegram: () => '/cancel',
    others: 'nothing-to-cancel|cancelled',
    colleague: 'nothing-to-cancel|cancelled',
  },
  delete: { telegram: () => '/delete', others: 'delete-what', colleague: 'delete-what' },
  share: { ...both((key) => `share ${key} with Gil`) },
  watch: { ...both((key) => `watch ${key}`), colleague: 'brought-in', last: true },
  unwatch: { ...both((key) => `unwatch ${key}`), colleague: 'left-ticket', last: true },
  close: { ...both((key) => `close ${key}`), colleague: 'resolved', last: true },
  'greet-in-group': 'in a group',
}

/** A button about the ticket in a hand it was not made for; what a colleague may, where it is not refused. */
const buttons: Record<ButtonAct, { argument?: string; colleague?: string; others?: string }> = {
  take: {},
  assign: {},
  priority: { argument: 'urgent' },
  status: { argument: 'on-hold' },
  note: {},
  edit: {},
  details: {},
  reply: {},
  macro: { argument: 'thanks' },
  'macro-send': { argument: 'thanks' },
  resolve: { argument: 'requester' },
  reopen: {},
  acknowledge: { argument: 'first-response 1' },
  'no-reply-needed': {},
  why: {},
  'send-anyway': {},
  'retry-deliveries': {},
  'bring-earlier': { argument: JSON.stringify(['slack', 'C0HELP', '1700000000.000001', '1700000000.000002']) },
  unmerge: { argument: 'DEMO-1' },
  'split-from': {},
  split: { argument: 'one' },
  'still-need-help': {},
  'confirm-email': {},
  'decline-email': {},
  rate: { argument: '1' },
  'rate-comment': { argument: '1' },
  'new-question': {},
  watch: {},
  unwatch: {},
  'pick-ticket': {},
  'choose-desk': { argument: 'demo' },
  'choose-type': { argument: 'question' },
  'fill-form': {},
  answer: { argument: 'x' },
  'answer-done': {},
  skip: {},
  back: {},
  cancel: {},
  send: {},
  // One's own affair: it says nothing of the ticket it hangs on.
  language: { argument: 'en', others: 'language-set', colleague: 'language-set' },
}

const questions: Record<Question['ask'] | PageQuestion['ask'], true> = { form: true, check: true, home: true }

const GIL = 'U0GIL'
const STEN = 'U0STEN'
const slackers = { colleague: KIM, 'of another company': GIL, 'of none': STEN }
type Who = keyof typeof slackers

let desk: TestDesk
let ear: Ear
/** Telegram's askers, and her who asked there. */
let customers: Record<Who, number>
let ritas: Owned
let caras: Owned

const openToCompanies = (demo: Desk): Desk => ({
  ...demo,
  organisations: { required: false, seeAll: true, write: true, share: true },
})

beforeAll(async () => {
  desk = await startTestDesk({ desk: openToCompanies, webhook: true })
  ear = earOf(desk)
  const { slack, telegram } = desk
  slack.addUser({ id: GIL, name: 'gil', real_name: 'Gil' })
  slack.addUser({ id: STEN, name: 'sten', real_name: 'Sten' })
  for (const user of [RITA, ...Object.values(slackers)]) slack.join(user, HELP)
  const cara = newCustomer(desk, 'Cara')
  customers = {
    colleague: newCustomer(desk, 'Arne'),
    'of another company': newCustomer(desk, 'Gus'),
    'of none': newCustomer(desk, 'Sven'),
  }
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  const agents = (command: string, words: string) =>
    ear.heard(`"user_id": "${ADA}"`, () => slack.command(ADA, TRIAGE, command, words))
  const acme = [`<@${RITA}|rita>`, `<@${KIM}|kim>`, String(cara), String(customers.colleague)]
  const globex = [`<@${GIL}|gil>`, String(customers['of another company'])]
  for (const name of ['Acme', 'Globex']) await agents('/desk', `org add ${name}`)
  for (const one of acme) expect(await agents('/desk', `org person Acme ${one}`)).toBe('person-added')
  for (const one of globex) expect(await agents('/desk', `org person Globex ${one}`)).toBe('person-added')

  await slack.command(RITA, HELP, '/ticket', 'canary private wages')
  const secret = await cardOf(desk, 'canary private')
  await edits(desk, ADA, secret, { 'Private to': ['Ada'] })
  await slack.command(RITA, HELP, '/ticket', 'canary of Rita is dark')
  telegram.write(cara, 'canary of Cara is dark')
  const owned = async (words: string): Promise<Owned> => {
    const card = await cardOf(desk, words)
    const key = keyOn(desk, card)
    slack.say(ADA, TRIAGE, { text: '// canary note', thread: card.ts })
    await agents('/ticket', `tag ${key} canary-tag`)
    await agents('/ticket', `link ${key} to ${keyOn(desk, secret)}`)
    const ticket = await desk.desk.store.transaction((unit) => unit.tickets.byKey(key))
    if (!ticket) throw new Error(`no ticket ${key}`)
    return { key, id: ticket.id }
  }
  ritas = await owned('canary of Rita')
  caras = await owned('canary of Cara')
  await desk.desk.idle()
}, 60_000)
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

const outsiders = ['of another company', 'of none'] as const
const rows = Object.entries(commands).flatMap(([intent, row]) => (typeof row === 'string' ? [] : [{ intent, ...row }]))
const inOrder = rows.toSorted((one, other) => Number(one.last ?? false) - Number(other.last ?? false))

/** Says all there is to say about a ticket of the other platform's; what becomes of each, by meaning. */
async function saysAll(who: Who, platform: 'slack' | 'telegram'): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { intent, slack, telegram, command = '/ticket' } of inOrder) {
    if (platform === 'slack' && slack) {
      found[intent] = await ear.heard(`"user_id": "${slackers[who]}"`, () =>
        desk.slack.command(slackers[who], HELP, command, slack(caras.key)),
      )
    }
    if (platform === 'telegram' && telegram) {
      const text = telegram(ritas.key)
      found[intent] = await ear.heard([`"text": "${text}"`, `"id": ${customers[who]}`], () =>
        desk.telegram.write(customers[who], text),
      )
    }
  }
  return found
}

/** Everything that stands on their screen: messages, whispers, a form, their page. */
async function screenOf(who: Who, platform: 'slack' | 'telegram'): Promise<string> {
  await desk.desk.idle()
  if (platform === 'telegram') {
    const told = desk.telegram.messages(customers[who]).filter(({ from }) => from === 'bot')
    return told.flatMap(({ text, buttons }) => [text, ...buttons.flat().map(({ label }) => label)]).join('\n')
  }
  const user = slackers[who]
  desk.slack.openHome(user)
  const home = await until(() => desk.slack.home(user), 'the page of their own')
  const own = shownIn(desk.slack, desk.slack.dm(user))
  return [
    ...whispers(desk, user),
    ...own,
    JSON.stringify(home.blocks),
    JSON.stringify(desk.slack.view(user)?.blocks ?? ''),
  ].join('\n')
}

const expected = (of: 'others' | 'colleague', platform: 'slack' | 'telegram') =>
  Object.fromEntries(
    rows
      .filter((row) => row[platform] !== undefined)
      .map((row) => [row.intent, expect.stringMatching(new RegExp(`^(${row[of] ?? 'refused:'})`))]),
  )

async function historyOf({ id }: Owned): Promise<string[]> {
  const history = await desk.desk.store.transaction((unit) => unit.tickets.history(id))
  return history.map(({ event }) => event.type)
}

describe.each(['slack', 'telegram'] as const)('on %s', (platform) => {
  const about = () => (platform === 'slack' ? caras : ritas)

  it('by no command is anything of Acme’s shown to others, and nothing happens', async () => {
    const before = await historyOf(about())
    const found = await Promise.all(outsiders.map((who) => saysAll(who, platform)))
    for (const [index, who] of outsiders.entries())
      expect([who, found[index]]).toEqual([who, expected('others', platform)])
    expect(await historyOf(about())).toEqual(before)
    for (const who of outsiders) expect(await screenOf(who, platform)).not.toMatch(/canary (of|note|private)/)
  }, 90_000)

  it('nor by a button, whatever hand it comes into', async () => {
    expect(Object.keys(buttons).toSorted()).toEqual([...buttonActs].toSorted())
    const before = await historyOf(about())
    const all = Object.entries(buttons) as [ButtonAct, (typeof buttons)[ButtonAct]][] // keys of the record above
    const pressed = async ([act, { argument, others }]: (typeof all)[number]) => {
      const button = await buttonMeaning(desk, { act, ticketId: about().id, argument })
      for (const who of outsiders) {
        const outcome = await (platform === 'slack'
          ? press(desk, slackers[who], button)
          : forgedPress(desk, ear, customers[who], button))
        expect([act, outcome]).toEqual([act, expect.stringMatching(others ?? /^(refused:|form$|told-how$)/)])
      }
    }
    // Some at once: each asks the database by a connection of its own.
    while (all.length > 0) await Promise.all(all.splice(0, 8).map(pressed))
    expect(await historyOf(about())).toEqual(before)
    for (const who of outsiders) expect(await screenOf(who, platform)).not.toMatch(/canary (of|note|private)/)
  }, 90_000)

  it('a colleague reads what was said to the requester, and nothing that is among agents', async () => {
    expect(await saysAll('colleague', platform)).toEqual(expected('colleague', platform))
    const screen = await screenOf('colleague', platform)
    expect(screen).toContain(`canary of ${platform === 'slack' ? 'Cara' : 'Rita'} is dark`)
    expect(screen).not.toMatch(/canary (note|private)|canary-tag/)
  }, 90_000)
})

it('questions that cannot wait tell nothing: forms behind buttons, what is wrong with answers, a page of one’s own', async () => {
  expect(Object.keys(questions).toSorted()).toEqual(['check', 'form', 'home'])
  const before = await historyOf(caras)
  const forms = ['note', 'edit', 'reply', 'details', 'macro', 'rate-comment'] as const
  await Promise.all(
    Object.values(slackers).map(async (user) => {
      for (const act of forms) {
        const id = await buttonMeaning(desk, { act, ticketId: caras.id, argument: '1' })
        await press(desk, user, id)
        const answered = await submit(desk, user, { kind: 'button', id }, { words: 'as if I might' })
        expect([act, user, answered]).toEqual([act, user, expect.not.stringContaining('canary')])
      }
    }),
  )
  expect(await historyOf(caras)).toEqual(before)
  for (const who of outsiders) expect(await screenOf(who, 'slack')).not.toMatch(/canary (of|note|private)/)
  desk.slack.openHome(KIM)
  const page = () => JSON.stringify(desk.slack.home(KIM)?.blocks ?? [])
  await until(() => page().includes('canary of Rita'), 'what her company asked')
  expect(page()).not.toMatch(/canary (note|private)|canary-tag/)
}, 90_000)
