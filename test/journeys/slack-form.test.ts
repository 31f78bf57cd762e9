import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADA, HELP, KIM, RANDOM, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { cardOf, keyOn, seen, shownIn, until, whispers } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => {
  await replayedEqualsStored(desk)
  await desk.stop()
})

/** What somebody reads in the form on their screen. */
function formOf(user: string): string {
  const view = desk.slack.view(user)
  return view ? desk.slack.textOf({ blocks: view.blocks }) : ''
}

const formOpens = (user: string) => until(() => desk.slack.view(user), 'the form')

it('Rita fills the form: another type draws it anew, what is wrong is said in place, and her words arrive', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket')
  await formOpens(RITA)
  expect(formOf(RITA)).toContain('What happened?')
  expect(formOf(RITA)).not.toContain('What did you do before it broke?')

  await slack.chooseInView(RITA, 'Subject', 'Report will not open')
  await slack.chooseInView(RITA, 'What is it?', 'Something is broken')
  await until(() => formOf(RITA).includes('What did you do before it broke?'), 'the questions of the other type')
  expect(formOf(RITA)).not.toContain('Version of the program')
  await slack.chooseInView(RITA, 'Operating system', 'macOS')
  await until(() => formOf(RITA).includes('Version of the program'), 'the question that hangs on the system')

  const wrong = await slack.submitView(RITA, {
    'What did you do before it broke?': 'Opened it twice',
    'Version of the program': 'the newest',
  })
  expect(wrong).toMatchObject({ ok: false, errors: { 'field:version': 'Please write a version like 6.2.1.' } })
  // Nothing she typed is lost by that.
  const values = JSON.stringify(slack.view(RITA)?.state.values)
  for (const typed of ['Report will not open', 'Opened it twice', 'the newest', 'macos'])
    expect(values).toContain(typed)

  expect(await slack.submitView(RITA, { 'Version of the program': '6.2.1' })).toMatchObject({ ok: true })
  expect(slack.view(RITA)).toBeUndefined()
  const card = await cardOf(desk, 'Report will not open')
  const key = keyOn(desk, card)
  for (const shown of ['Something is broken', 'macOS', '6.2.1', 'Rita']) expect(slack.textOf(card)).toContain(shown)
  const root = await until(() => seen(slack, HELP, key), 'her key')
  expect(slack.textOf(root)).toContain('Report will not open')
  expect(slack.textOf(root)).toContain('Opened it twice')
  const first = await until(() => seen(slack, TRIAGE, 'Opened it twice', card.ts), 'her words for the agents')
  expect(slack.textOf(first)).toContain('What did you do before it broke?')
  expect(first.thread_ts).toBe(card.ts)

  slack.say(ADA, TRIAGE, { text: 'Which report?', thread: card.ts })
  await until(() => seen(slack, HELP, 'Which report?', root.ts), 'the answer in her thread')
  slack.say(RITA, HELP, { text: 'The yearly one', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'The yearly one', card.ts), 'her answer')
})

it('a form asked for in #random leads to Kim’s own chat with the desk, for the desk does not listen there', async () => {
  const { slack } = desk
  await slack.command(KIM, RANDOM, '/ticket')
  await formOpens(KIM)
  await slack.submitView(KIM, { Subject: 'No sound', 'What happened?': 'Since this morning\nall is silent' })
  const card = await cardOf(desk, 'No sound')
  const root = await until(() => seen(slack, slack.dm(KIM), keyOn(desk, card)), 'the thread in Kim’s own chat')
  expect(shownIn(slack, RANDOM)).toEqual([])
  slack.say(ADA, TRIAGE, { text: 'Is it muted?', thread: card.ts })
  await until(() => seen(slack, slack.dm(KIM), 'Is it muted?', root.ts), 'the answer')
  slack.say(KIM, slack.dm(KIM), { text: 'It was, thank you', thread: root.ts })
  await until(() => seen(slack, TRIAGE, 'It was, thank you', card.ts), 'Kim’s word')
})

it('a form sent while the database is away stays open with all that was typed, and is taken when it is sent again', async () => {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket')
  await formOpens(RITA)
  await desk.desk.idle()
  const filled = { Subject: 'Door will not lock', 'What happened?': 'The handle turns, nothing else' }
  const back = await databaseAway(desk)
  const failed = await slack.submitView(RITA, filled)
  expect(failed).toMatchObject({ ok: false, error: expect.any(String) })
  expect(JSON.stringify(slack.view(RITA)?.state.values)).toContain('The handle turns, nothing else')
  await back()

  await until(async () => (await slack.submitView(RITA)).ok, 'that it is taken')
  const card = await cardOf(desk, 'Door will not lock')
  await until(() => seen(slack, HELP, keyOn(desk, card)), 'her key')
  await desk.desk.idle()
  const cards = shownIn(slack, TRIAGE).filter((text) => text.includes('Door will not lock'))
  expect(cards).toHaveLength(1)
})

it('a form that is closed without being sent leaves no ticket', async () => {
  const { slack } = desk
  const before = shownIn(slack, TRIAGE).length
  await slack.command(RITA, HELP, '/ticket')
  await formOpens(RITA)
  await slack.closeView(RITA)
  await desk.desk.idle()
  expect(shownIn(slack, TRIAGE)).toHaveLength(before)
  expect(whispers(desk, RITA)).toEqual([])
})

/** Nobody can reach the database any more, and those who were there are put out. Returns how it comes back. */
async function databaseAway({ database }: TestDesk): Promise<() => Promise<void>> {
  const name = new URL(database.url).pathname.slice(1)
  const elsewhere = new URL(database.url)
  elsewhere.pathname = '/postgres'
  const run = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: elsewhere.href })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  await run(
    `alter database ${name} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
  return () => run(`alter database ${name} allow_connections true`)
}
