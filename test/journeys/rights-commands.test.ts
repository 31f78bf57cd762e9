import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADA, BOT_USER, HELP, RITA } from '../../playground/slack/index.ts'
import type { acts } from '../../src/domain/desk/act.ts'
import type { Intent } from '../../src/intake/intent.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { type Ear, earOf } from '../support/heard.ts'
import { cardOf, keyOn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { allBut, people, welcome, withEveryRole } from '../support/rights.ts'
import { type Asked, ritaAsks } from '../support/slack-asks.ts'

/*
 * Who may say what: every meaning a command can have, times everybody there is (reliability.md SEC3), and the other
 * ways to call the desk. The outcome is read from the inbox row; the words, from the screen of who asked.
 */

const who = { ...people, 'agent without the leave': 'set by the row' }
type Who = keyof typeof who
const outsiders = {
  kim: people['another requester'],
  guest: people.guest,
  stranger: people['somebody of another company'],
}
/** What becomes of it: everybody's, and theirs for whom it is another. */
type Expected = { all: string } & Partial<Record<Who, string>>

interface Row {
  /** What follows `/ticket`, about a ticket of Rita's and another of hers. */
  words: (asked: Asked, other: Asked) => string
  command?: string
  /** The leave an agent needs; without it an agent is not asked for one. */
  leave?: (typeof acts)[number]
  /** It can happen once: whoever may has tickets of their own for it. */
  once?: 'one ticket' | 'two tickets'
  becomes: Expected
}

const noneOfYours = /There is no ticket DEMO-\d+ among yours/
const agentsOnly = /Only the people of this desk can do this/
const noLeave = /Your role does not allow this/
const refusals = {
  'refused:ticket-not-found': noneOfYours,
  'refused:not-an-agent': agentsOnly,
  'refused:not-allowed': noLeave,
  'refused:nothing-to-undo': /You have answered nobody/,
}
/** A ticket is its requester's and the agents'; for all others there is none. */
const byKey = (agent: string, requester = agent): Expected => ({
  all: 'refused:ticket-not-found',
  lead: agent,
  agent,
  requester,
  'agent without the leave': 'refused:not-allowed',
})
const byKeyOfAll = (done: string): Expected => ({ ...byKey(done), 'agent without the leave': done })
/** One's own doings need no leave. */
const ofAll = (done: string): Expected => ({ ...ofAgents(done), 'agent without the leave': done })
const ofAgents = (done: string): Expected => ({
  all: 'refused:not-an-agent',
  lead: done,
  agent: done,
  'agent without the leave': 'refused:not-allowed',
})

const matrix: Record<Intent['do'], Row | 'on Telegram' | 'by the shortcut'> = {
  form: { words: () => '', becomes: { all: 'form-shown' } },
  open: { words: ({ key }) => `words enough to begin with, after ${key}`, becomes: { all: 'opened' } },
  'open-for': { words: () => 'for <@U0KIM|kim> rang', leave: 'reply', becomes: ofAgents('opened-for') },
  history: { words: ({ key }) => `history ${key}`, becomes: byKey('history-told') },
  why: { words: ({ key }) => `why ${key}`, becomes: byKey('why-told', 'refused:not-an-agent') },
  report: { words: () => 'report week', leave: 'report', becomes: ofAgents('reported') },
  merge: {
    words: ({ key }, other) => `merge ${key} into ${other.key}`,
    leave: 'merge',
    once: 'two tickets',
    becomes: byKey('merged', 'refused:not-an-agent'),
  },
  unmerge: {
    words: ({ key }) => `unmerge ${key}`,
    leave: 'merge',
    becomes: byKey('refused:not-merged', 'refused:not-an-agent'),
  },
  link: {
    words: ({ key }, other) => `link ${key} to ${other.key}`,
    leave: 'link',
    becomes: byKey('linked', 'refused:not-an-agent'),
  },
  unlink: {
    words: ({ key }) => `unlink ${key} from ${key}`,
    leave: 'link',
    becomes: byKey('refused:not-linked', 'refused:not-an-agent'),
  },
  tag: { words: ({ key }) => `tag ${key} red`, leave: 'tag', becomes: byKey('tagged', 'refused:not-an-agent') },
  untag: { words: ({ key }) => `untag ${key} red`, leave: 'tag', becomes: byKey('tagged', 'refused:not-an-agent') },
  split: { words: ({ key }) => `split ${key}`, leave: 'link', becomes: byKey('which-message', 'refused:not-an-agent') },
  'list-tagged': {
    words: () => 'list tag:red',
    leave: 'tag',
    becomes: ofAgents('listed'),
  },
  'relate-how': { words: ({ key }) => `link ${key} nowhere`, becomes: ofAgents('told-how') },
  'split-message': 'by the shortcut',
  quiet: { command: '/desk', words: () => 'quiet off', becomes: ofAgents('quiet-off') },
  // The leave is there; that a plain question has no fields is the desk file's word.
  set: {
    words: ({ key }) => `set ${key} planned 2026-Q4`,
    leave: 'triage',
    becomes: byKey('refused:no-such-field', 'refused:not-an-agent'),
  },
  assign: {
    words: ({ key }) => `assign ${key} <@U0BO|bo>`,
    leave: 'assign',
    becomes: byKey('assigned', 'refused:not-an-agent'),
  },
  queue: { words: () => 'mine', becomes: { ...ofAgents('listed'), 'agent without the leave': 'listed' } },
  find: { words: ({ key }) => `find nothing like ${key.replace('-', '')}x`, becomes: { all: 'found-nothing' } },
  // Bo, so that none of those who ask for it is brought in by another row.
  watch: {
    words: ({ key }) => `watch ${key} <@U0BO|bo>`,
    leave: 'watch',
    once: 'one ticket',
    becomes: byKey('brought-in'),
  },
  unwatch: { words: ({ key }) => `unwatch ${key}`, leave: 'watch', becomes: byKey('nobody-there') },
  roadmap: { words: () => 'roadmap', becomes: { all: 'roadmap-told' } },
  language: { command: '/language', words: () => 'auto', becomes: { all: 'language-set' } },
  list: { words: () => 'list', becomes: { all: 'listed' } },
  // Of organisations `organisations.test.ts` knows more; here nobody is of any.
  company: { words: () => 'company', becomes: { all: 'listed-none' } },
  share: { words: ({ key }) => `share ${key} with Kim`, becomes: byKeyOfAll('refused:not-allowed') },
  'claim-email': { words: () => 'email me@acme.example', becomes: { all: 'email-not-needed' } },
  organisation: {
    command: '/desk',
    words: () => 'org list',
    leave: 'organisation',
    becomes: ofAgents('organisations-listed'),
  },
  status: { words: ({ key }) => `status ${key}`, becomes: byKey('status-told') },
  close: { words: ({ key }) => `close ${key}`, leave: 'resolve', once: 'one ticket', becomes: byKey('resolved') },
  help: { words: () => 'help', becomes: { all: 'helped' } },
  undo: { words: () => 'undo', becomes: ofAll('refused:nothing-to-undo') },
  start: 'on Telegram',
  cancel: 'on Telegram',
  delete: 'on Telegram',
  'greet-in-group': 'on Telegram',
}
const rows = Object.entries(matrix).flatMap(([intent, row]) => (typeof row === 'string' ? [] : [{ intent, row }]))

let desk: TestDesk
let ear: Ear
let mine: [Asked, Asked]

beforeAll(async () => {
  desk = await startTestDesk({ desk: withEveryRole })
  welcome(desk)
  ear = earOf(desk)
  mine = [await ritaAsks(desk, 'canary one'), await ritaAsks(desk, 'canary two')]
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

const rolesOf = ({ leave }: Row): Who[] =>
  // Keys of the record above.
  (Object.keys(who) as Who[]).filter((role) => role !== 'agent without the leave' || leave !== undefined)

describe.each(rows)('/ticket, meaning $intent', ({ intent, row }) => {
  it('does what it should for each of them, and says why not to the others', async () => {
    // Rita asks for all of it first: what she types meanwhile would be taken for the row's.
    const asks = rolesOf(row).map(async (role) => {
      const own = row.once && !(row.becomes[role] ?? row.becomes.all).startsWith('refused:')
      if (!own) return { role, about: mine }
      const first = await ritaAsks(desk, `canary ${intent} ${role}`)
      const second = row.once === 'two tickets' ? await ritaAsks(desk, `canary another ${intent} ${role}`) : first
      return { role, about: [first, second] as const }
    })
    const found = await Promise.all(
      (await Promise.all(asks)).map(async ({ role, about }) => {
        const user = role === 'agent without the leave' && row.leave ? allBut(row.leave) : who[role]
        const outcome = await ear.heard(`"user_id": "${user}"`, () =>
          desk.slack.command(user, HELP, row.command ?? '/ticket', row.words(...about)),
        )
        return { role, user, outcome }
      }),
    )
    expect(Object.fromEntries(found.map(({ role, outcome }) => [role, outcome]))).toEqual(
      Object.fromEntries(rolesOf(row).map((role) => [role, row.becomes[role] ?? row.becomes.all])),
    )
    for (const { user, outcome } of found) {
      const words = refusals[outcome as keyof typeof refusals] // any other outcome has no words here
      if (words) await until(() => whispers(desk, user).some((text) => words.test(text)), `why not, for ${user}`)
    }
    outsidersReadNothing()
  })
})

it('an agent who asked for a ticket themselves is its agent all the same', async () => {
  const said = (words: string) =>
    ear.heard(`"user_id": "${ADA}"`, () => desk.slack.command(ADA, HELP, '/ticket', words))
  expect(await said('Canary three, asked for by an agent')).toBe('opened')
  const key = keyOn(desk, await cardOf(desk, 'Canary three'))
  expect(await said(`why ${key}`)).toBe('why-told')
  expect(await said(`set ${key} planned 2026-Q4`)).toBe('refused:no-such-field')
})

it('the global shortcut shows everybody a form', async () => {
  const becomes = Object.values(people).map((user) =>
    ear.heard(`"id": "${user}"`, () => desk.slack.globalShortcut(user, 'ticket_new')),
  )
  expect(await Promise.all(becomes)).toEqual(Object.values(people).map(() => 'form-shown'))
})

it('every way to call the desk from a message', async () => {
  const found: Record<string, string[]> = {}
  const all = Object.entries(people).map(async ([role, user]) => {
    const ts = desk.slack.say(user, HELP, `said by the ${role}`)
    found[role] = [
      await ear.heard(['message_action', ts], () => desk.slack.shortcut(user, HELP, ts, 'ticket_from_message')),
      await ear.heard(['reaction_added', ts], () => desk.slack.react(user, HELP, ts, 'ticket')),
      await ear.heard(`again by the ${role}`, () =>
        desk.slack.say(user, HELP, `<@${BOT_USER}> help, again by the ${role}`),
      ),
      await ear.heard(`step for the ${role}`, () =>
        desk.slack.runStep('create_ticket', { summary: `step for the ${role}`, requester: user }),
      ),
    ]
  })
  await Promise.all(all)
  const everybody = ['form-shown', 'opened', 'opened', 'opened']
  expect(found).toEqual({
    lead: everybody,
    agent: everybody,
    requester: everybody,
    'another requester': everybody,
    guest: everybody,
    'somebody of another company': everybody,
    bot: ['form-shown', 'not-ours', 'by-a-bot', 'refused:no-such-person'],
  })
})

it('the emoji on a message that is a ticket already opens none, and tells nothing but the key that stands there', async () => {
  const [asked] = mine
  for (const user of [RITA, ADA, ...Object.values(outsiders)]) {
    const outcome = await ear.heard('reaction_added', () => desk.slack.react(user, HELP, asked.root.ts, 'ticket'))
    expect([user, outcome]).toEqual([user, 'raised-already'])
  }
  outsidersReadNothing()
})

/** Whoever is neither she who asked nor an agent never reads a word of her tickets in private. */
function outsidersReadNothing(): void {
  for (const user of Object.values(outsiders)) {
    const own = desk.slack.messages(desk.slack.dm(user)).map((message) => desk.slack.textOf(message))
    expect([...whispers(desk, user), ...own].join('\n')).not.toContain('canary')
  }
}
