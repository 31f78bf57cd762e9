import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'
import { inThread, newCustomer, threadOf, told } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { formOf } from '../support/edits.ts'
import { cardOf, keyOn, seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { agentsHear, ritaAsks, ritaHears, whispered } from '../support/slack-asks.ts'

const GRACE = 'U0GRACE'
const RAY = 'U0RAY'
let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: withTom })
  desk.slack.addUser({ id: GRACE, name: 'grace', real_name: 'Grace Hopper' })
  desk.slack.addUser({ id: RAY, name: 'ray', real_name: 'Ray Charles' })
  for (const user of [GRACE, RAY]) desk.slack.join(user, user === GRACE ? TRIAGE : HELP)
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

const TOM = 'U0TOM'

/** Tom is learning: he may write notes, and answers nobody yet. */
function withTom(demo: Desk): Desk {
  const who = { slackGroup: [], slackMembersOf: [], slack: [TOM], telegram: [], telegramMembersOf: [] }
  return { ...demo, roles: [...demo.roles, { id: 'learner', who, may: ['note'] }] }
}

it('Ada opens a ticket for Kim, who is told that it was and nothing else, and goes on in it', async () => {
  const { slack } = desk
  await slack.command(ADA, TRIAGE, '/ticket', 'for <@U0KIM|kim> rang about her badge')
  const card = await cardOf(desk, 'rang about her badge')
  const key = keyOn(desk, card)
  expect(slack.textOf(card)).toMatch(/Requester\s+Kim/)
  const root = await until(() => seen(slack, slack.dm(KIM), key), 'that Kim knows')
  expect(slack.textOf(root)).toBe(`A ticket was opened for you: ${key} rang about her badge`)
  await until(() => whispers(desk, ADA).some((text) => text.includes(`${key} is open for Kim`)), 'the answer')
  await inThread(desk, card, 'Note by Ada\nrang about her badge')
  expect(shownIn(slack, slack.dm(KIM), root.ts)).toHaveLength(1)
  slack.say(KIM, slack.dm(KIM), { text: 'It is the blue one', thread: root.ts })
  await inThread(desk, card, 'Kim\nIt is the blue one')
})

it('for a customer of Telegram, by their id and by the key of another ticket', async () => {
  const { slack } = desk
  const wim = newCustomer(desk, 'Wim')
  desk.telegram.write(wim, 'Wim writes first')
  const key = keyOn(desk, await cardOf(desk, 'Wim writes first'))
  await slack.command(ADA, TRIAGE, '/ticket', `for ${wim} rang at noon`)
  await told(desk, wim, /A ticket was opened for you: \S+ rang at noon/)
  await slack.command(ADA, TRIAGE, '/ticket', `for ${key} rang at two`)
  await told(desk, wim, /A ticket was opened for you: \S+ rang at two/)
  const card = await cardOf(desk, 'rang at two')
  slack.say(ADA, TRIAGE, { text: 'We call you back', thread: card.ts })
  await told(desk, wim, 'We call you back')
})

it('by the form: an agent is asked for whom, Rita is not', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket')
  await until(() => slack.view(RITA), 'Rita’s form')
  expect(formOf(desk, RITA)).not.toContain('For whom?')
  await slack.closeView(RITA)
  await slack.command(ADA, TRIAGE, '/ticket', 'for <@U0KIM|kim>')
  await until(() => slack.view(ADA), 'Ada’s form')
  const sent = await slack.submitView(ADA, { Subject: 'Kim at the door', 'What happened?': 'She waits downstairs' })
  expect(sent).toMatchObject({ ok: true })
  const card = await cardOf(desk, 'Kim at the door')
  await until(() => seen(slack, slack.dm(KIM), `A ticket was opened for you: ${keyOn(desk, card)}`), 'that Kim knows')
  await inThread(desk, card, 'She waits downstairs')
  expect(shownIn(slack, slack.dm(KIM)).join()).not.toContain('She waits downstairs')
})

it('who may not answer requesters is not asked for whom, and is told so before a form for somebody else is filled in', async () => {
  const { slack } = desk
  slack.addUser({ id: TOM, name: 'tom' })
  slack.join(TOM, HELP)
  await slack.command(TOM, HELP, '/ticket')
  await until(() => slack.view(TOM), 'Tom’s form')
  expect(formOf(desk, TOM)).not.toContain('For whom?')
  await slack.closeView(TOM)
  await slack.command(TOM, HELP, '/ticket', 'for <@U0KIM|kim>')
  await until(() => whispers(desk, TOM).some((text) => text.includes('Your role does not allow this')), 'the refusal')
  expect(slack.view(TOM)).toBeUndefined()
})

it('a form that did not open opens by a button, with what was said before', async () => {
  const { slack, playground } = desk
  playground.slack.faults.arm({ on: 'call', method: 'views.open', does: 'error', status: 500 })
  await slack.command(ADA, TRIAGE, '/ticket', 'for <@U0KIM|kim>')
  const told = await whispered(desk, ADA, 'The form did not open')
  await desk.desk.idle()
  await slack.press(ADA, TRIAGE, told.ts, { label: 'Open the form' })
  await until(() => slack.view(ADA), 'the form')
  await slack.submitView(ADA, { Subject: 'Kim on the phone', 'What happened?': 'He hung up' })
  const card = await cardOf(desk, 'Kim on the phone')
  expect(slack.textOf(card)).toMatch(/Requester\s+Kim/)

  // The same behind a button of the card.
  playground.slack.faults.arm({ on: 'call', method: 'views.open', does: 'error', status: 500 })
  const before = whispers(desk, ADA).length
  await slack.press(ADA, TRIAGE, card.ts, { label: 'Edit…' })
  await until(() => whispers(desk, ADA).length > before, 'that it did not open')
  const again = await whispered(desk, ADA, 'The form did not open')
  await slack.press(ADA, TRIAGE, again.ts, { label: 'Open the form' })
  await until(() => formOf(desk, ADA).includes('Kim on the phone'), 'the form')
  await slack.closeView(ADA)
})

it('a form that could not be made opens by a button, too: its command was taken in', async () => {
  const { slack } = desk
  await cutAtDrafts(async () => {
    await slack.command(KIM, HELP, '/ticket')
  }, 'The form did not open')
  await desk.desk.idle()
  const told = await whispered(desk, KIM, 'The form did not open')
  await slack.press(KIM, HELP, told.ts, { label: 'Open the form' })
  await until(() => slack.view(KIM), 'the form')
  await slack.closeView(KIM)
})

/** Whoever asks the database for a draft meanwhile is cut off from it, until Kim has been told `words`. */
async function cutAtDrafts(meanwhile: () => Promise<void>, words: string): Promise<void> {
  const holder = new pg.Client({ connectionString: desk.database.url })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query('lock table draft in access exclusive mode')
    await meanwhile()
    await until(async () => {
      await holder.query(
        "select pg_terminate_backend(pid) from pg_locks where relation = 'draft'::regclass and not granted",
      )
      return whispers(desk, KIM).some((text) => text.includes(words))
    }, words)
  } finally {
    await holder.end()
  }
}

it('Rita opens none for Kim; nobody opens one for a name the desk does not know', async () => {
  const { slack } = desk
  const before = shownIn(slack, slack.dm(KIM)).length
  await slack.command(RITA, HELP, '/ticket', 'for <@U0KIM|kim> a prank')
  await until(() => whispers(desk, RITA).some((text) => text.includes('Only the people of this desk')), 'the refusal')
  await slack.command(ADA, TRIAGE, '/ticket', 'for @nobody a prank')
  await until(() => whispers(desk, ADA).some((text) => text.includes('Nobody is known by this')), 'the refusal')
  expect(shownIn(slack, slack.dm(KIM))).toHaveLength(before)
  // Other words after it are a question like any.
  await slack.command(RITA, HELP, '/ticket', 'for the printer we need paper')
  await cardOf(desk, 'for the printer we need paper')
})

it('the history: all of it for agents, for Rita what she saw happen', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the lift is stuck')
  await slack.press(ADA, TRIAGE, asked.card.ts, { label: 'Take' })
  await agentsHear(desk, asked, 'Ada has taken')
  slack.say(ADA, TRIAGE, { text: '// again', thread: asked.card.ts })
  slack.say(ADA, TRIAGE, { text: 'Somebody comes', thread: asked.card.ts })
  await ritaHears(desk, asked, 'Somebody comes')
  await slack.command(ADA, TRIAGE, '/ticket', `history ${asked.key}`)
  const whole = await until(() => whispers(desk, ADA).find((text) => text.includes('History of')), 'the history')
  expect(whole.split('\n').map((line) => line.replace(/^\d\d? \w+ \d{4}, \d\d:\d\d /, ''))).toEqual([
    `History of ${asked.key} (times of Europe/Stockholm)`,
    'Rita opened the ticket.',
    'Rita wrote.',
    'Ada has taken this ticket.',
    'The status became In progress.',
    'Ada left a note.',
    'Ada answered.',
    'The status became Waiting for an answer.',
  ])
  await slack.command(RITA, HELP, '/ticket', `history ${asked.key}`)
  const hers = await until(() => whispers(desk, RITA).find((text) => text.includes('History of')), 'her history')
  expect(hers).toMatch(/Rita wrote\.\n.*Ada answered\.$/)
  expect(hers).not.toMatch(/note|taken|status/)
  await slack.command(KIM, HELP, '/ticket', `history ${asked.key}`)
  await until(() => whispers(desk, KIM).some((text) => text.includes(`no ticket ${asked.key}`)), 'that Kim sees none')
  expect(threadOf(desk, asked.card).join()).not.toContain('History')
})

it('of agents who requesters and colleagues ask after they read what those sign with, agents their whole names', async () => {
  const { slack } = desk
  const asked = await ritaAsks(desk, 'the drain is blocked')
  await slack.press(GRACE, TRIAGE, asked.card.ts, { label: 'Take' })
  await agentsHear(desk, asked, 'Grace Hopper has taken')
  slack.say(GRACE, TRIAGE, { text: 'A plumber comes', thread: asked.card.ts })
  await ritaHears(desk, asked, 'A plumber comes')
  await slack.command(RITA, HELP, '/ticket', `watch ${asked.key} <@${RAY}|ray>`)
  await whispered(desk, RITA, `${asked.key} is also read by Ray Charles`)

  const reads = async (user: string, words: string) => {
    const before = whispers(desk, user).length
    await slack.command(user, user === ADA ? TRIAGE : HELP, '/ticket', words)
    return until(() => whispers(desk, user)[before], `an answer to ${words}`)
  }
  for (const user of [RITA, RAY]) {
    expect(await reads(user, asked.key)).toMatch(/Assignee\s+Grace(?! Hopper)/)
    const history = await reads(user, `history ${asked.key}`)
    expect(history).toMatch(/Grace answered\.\n.*Rita brought in Ray Charles\.$/)
    expect(history).not.toContain('Hopper')
  }
  expect(await reads(ADA, asked.key)).toMatch(/Assignee\s+Grace Hopper/)
  expect(await reads(ADA, `history ${asked.key}`)).toContain('Grace Hopper answered.')
})
