import { readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, BO, BOT_USER, HELP, RITA, type SlackMessage, TRIAGE } from '../../playground/slack/index.ts'
import { FILE_MAX_BYTES } from '../../src/adapter.ts'
import {
  cardNow,
  inThread,
  labelsOn,
  newCustomer,
  pressed,
  timesTold,
  told,
  toldNow,
  withButton,
} from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { withEveryKind } from '../support/every-kind.ts'
import { cardOf, until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({ desk: withEveryKind })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** Rita has the form of everything on her screen. */
async function formOfEverything(subject: string): Promise<void> {
  const { slack } = desk
  await slack.command(RITA, HELP, '/ticket')
  await until(() => slack.view(RITA), 'the form')
  await slack.chooseInView(RITA, 'What is it?', 'Everything')
  await until(() => shown().includes('Name of the thing'), 'the questions of everything')
  await slack.chooseInView(RITA, 'Subject', subject)
  await slack.chooseInView(RITA, 'What happened?', 'All of it')
}

function shown(): string {
  const view = desk.slack.view(RITA)
  return view ? desk.slack.textOf({ blocks: view.blocks }) : ''
}

/** The messages with files under a card. */
function filesUnder(card: SlackMessage): SlackMessage[] {
  return desk.slack.messages(TRIAGE, { thread: card.ts }).filter(({ files }) => files?.length)
}

/** All files kept, by the names of their places. */
function kept(): string[] {
  return readdirSync(desk.files, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split('/').at(-1) ?? '')
    .filter((name) => name.length > 2)
}

it('Rita answers every kind of question in the form; what she chose is on the card, her pictures in the thread', async () => {
  const { slack } = desk
  await formOfEverything('Everything is broken')
  expect(shown()).not.toContain('Planned for')
  expect(JSON.stringify(slack.view(RITA)?.blocks)).toContain('As it is printed on it')
  expect(shown()).not.toContain('Name of the distribution')
  await slack.chooseInView(RITA, 'System', 'linux')
  await until(() => shown().includes('Name of the distribution'), 'what hangs on the system')
  await slack.chooseInView(RITA, 'System', 'macos')
  await until(() => !shown().includes('Name of the distribution'), 'that it goes again')
  await slack.chooseInView(RITA, 'Does it happen again?', 'Yes')
  await until(() => shown().includes('How often a day?'), 'what hangs on that')

  const answers = {
    'Name of the thing': 'Box',
    'The whole story': 'It began\nin May',
    'Seen on': ['linux', 'windows'],
    'How often a day?': '1.5',
    'Since when?': '2026-05-01',
    Build: 'newest',
    'Who decides?': BO,
    'Mail of the vendor': 'help@vendor.example',
    'Page of the vendor': 'https://vendor.example/help',
    Pictures: [
      { name: 'box.png', bytes: PNG, mimetype: 'image/png' },
      { name: 'log.txt', bytes: Buffer.from('one line\n'), mimetype: 'text/plain' },
    ],
  }
  expect(await slack.submitView(RITA, answers)).toMatchObject({ errors: { 'field:build': expect.any(String) } })
  expect(await slack.submitView(RITA, { Build: '6.2.1' })).toMatchObject({ ok: true })

  const card = await cardOf(desk, 'Everything is broken')
  const text = cardNow(desk, card)
  for (const answer of ['Box', 'macos', 'linux, windows', 'Yes', '1.5', '1 May 2026', '6.2.1', 'help@vendor.example'])
    expect(text).toContain(answer)
  expect(text).toMatch(/Who decides\?\s+Bo/)
  expect(text).not.toContain(BO)
  await inThread(desk, card, 'in May')

  await until(() => filesUnder(card).length === 2, 'both files')
  const [picture, log] = filesUnder(card)
  expect(picture?.user).toBe(BOT_USER)
  expect(slack.textOf(picture ?? {})).toMatch(/Rita[\s\S]*Pictures[\s\S]*box\.png/)
  expect(Buffer.from(slack.bytes(picture?.files?.[0]?.id ?? ''))).toEqual(PNG)
  expect(Buffer.from(slack.bytes(log?.files?.[0]?.id ?? '')).toString()).toBe('one line\n')
  expect(kept()).toHaveLength(2)
  expect(kept().every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true)
})

it('a file given again is kept once; more files than the question takes are refused by Slack itself', async () => {
  const { slack } = desk
  await formOfEverything('The box again')
  const picture = { name: 'again.png', bytes: PNG, mimetype: 'image/png' }
  expect(await slack.submitView(RITA, { Pictures: [picture, picture, picture] })).toMatchObject({ ok: false })
  expect(await slack.submitView(RITA, { Pictures: [picture] })).toMatchObject({ ok: true })
  const card = await cardOf(desk, 'The box again')
  await until(() => filesUnder(card).length === 1, 'the file')
  expect(kept()).toHaveLength(2)
  // It stays as long as the words of the form, and whoever asks for what we have of them gets it.
  const { files } = await desk.desk.store.transaction(async ({ erasing }) => {
    const rita = await erasing.find(`slack:${RITA}`)
    return erasing.holdings(rita?.id ?? '')
  })
  expect(files).toContainEqual(expect.objectContaining({ name: 'again.png' }))
})

it('a file too large is told by its name, and the ticket is there all the same', async () => {
  const { slack } = desk
  await formOfEverything('A film')
  const film = { name: 'film.mp4', bytes: Buffer.alloc(9), size: FILE_MAX_BYTES + 1, mimetype: 'video/mp4' }
  expect(await slack.submitView(RITA, { Pictures: [film] })).toMatchObject({ ok: true })
  const card = await cardOf(desk, 'A film')
  await inThread(desk, card, 'too large to be carried over: film.mp4')
  expect(filesUnder(card)).toEqual([])
  slack.say(ADA, TRIAGE, { text: 'Which film?', thread: card.ts })
})

it('Slack stumbles over the download, the upload and the last step: the file comes once', async () => {
  const { slack, playground } = desk
  const { faults } = playground.slack
  await formOfEverything('Stumbling')
  faults.arm({ on: 'call', method: 'files.info', does: 'error', status: 503 })
  faults.arm({ on: 'call', method: 'download', does: 'error', status: 500 })
  faults.arm({ on: 'call', method: 'upload', does: 'drop' })
  faults.arm({ on: 'call', method: 'files.completeUploadExternal', does: 'drop-after-accepting' })
  const picture = { name: 'stumble.png', bytes: Buffer.concat([PNG, Buffer.from('x')]), mimetype: 'image/png' }
  expect(await slack.submitView(RITA, { Pictures: [picture] })).toMatchObject({ ok: true })
  const card = await cardOf(desk, 'Stumbling')
  await until(() => filesUnder(card).length > 0, 'the file')
  slack.say(ADA, TRIAGE, { text: 'after the file', thread: card.ts })
  await replayedEqualsStored(desk)
  expect(filesUnder(card)).toHaveLength(1)
})

it('Wim answers every kind in Telegram: files one by one, a person by name, what hangs on a choice as he chooses', async () => {
  const customer = newCustomer(desk, 'Wim')
  const answer = async (question: string | RegExp, words: string): Promise<void> => {
    await told(desk, customer, question)
    desk.telegram.write(customer, words)
  }
  desk.telegram.start(customer, 'demo-everything')
  await answer(/^Subject/, 'Wim’s box')
  await answer('What happened?', 'It stopped')
  await told(desk, customer, 'As it is printed on it')
  await answer('Name of the thing', 'Crate')
  await answer('The whole story', 'Since the storm')
  await told(desk, customer, 'System')
  await pressed(desk, customer, 'linux')
  await answer('Name of the distribution', 'Debian')
  await told(desk, customer, 'Seen on')
  await pressed(desk, customer, 'windows')
  await withButton(desk, customer, '✓ windows')
  await pressed(desk, customer, 'Done')
  await told(desk, customer, 'Does it happen again?')
  await pressed(desk, customer, 'No')
  await answer('Since when?', '2026-05-01')
  await answer('Build', '7.1')
  await answer('Who decides?', 'My boss Bea')
  await answer('Mail of the vendor', 'not a mail')
  await told(desk, customer, 'Please write an e-mail address')
  desk.telegram.write(customer, 'help@vendor.example')
  await answer('Page of the vendor', 'https://vendor.example')
  expect(toldNow(desk, customer, 'How often a day?')).toBeUndefined()

  const question = await told(desk, customer, 'Send photos or files here')
  expect(labelsOn(question)).not.toContain('Done')
  desk.telegram.write(customer, 'here it comes')
  await told(desk, customer, 'Please send a photo or a file here')
  desk.telegram.send(customer, { photo: {} })
  await told(desk, customer, '1 file is here')
  await desk.restart()
  desk.telegram.send(customer, {
    document: { name: 'crate.pdf', bytes: Buffer.from('%PDF-1.7 crate'), mime: 'application/pdf' },
  })
  const summary = await withButton(desk, customer, 'Send')
  expect(summary.text).toContain('crate.pdf')
  expect(timesTold(desk, customer, '1 file is here')).toBe(1)
  await pressed(desk, customer, 'Send')

  const card = await cardOf(desk, 'Wim’s box')
  expect(cardNow(desk, card)).toContain('My boss Bea')
  expect(cardNow(desk, card)).toContain('Debian')
  await until(() => filesUnder(card).length === 2, 'both files')
  const [photo, document] = filesUnder(card)
  expect(photo?.files?.[0]?.name).toMatch(/\.jpg$/)
  expect(document?.files?.[0]?.name).toBe('crate.pdf')
  expect(Buffer.from(desk.slack.bytes(document?.files?.[0]?.id ?? '')).toString()).toBe('%PDF-1.7 crate')
})

it('one file may be enough: Done goes on; a sticker is no file, and a question of files may be skipped', async () => {
  const customer = newCustomer(desk, 'Zoe')
  desk.telegram.start(customer, 'demo-everything')
  await told(desk, customer, /^Subject/)
  desk.telegram.write(customer, 'Zoe’s box')
  await told(desk, customer, 'What happened?')
  desk.telegram.write(customer, 'It fell')
  for (const skipped of [
    'Name of the thing',
    'The whole story',
    'System',
    'Seen on',
    'Does it happen',
    'Since when',
    'Build',
    'Who decides',
    'Mail of',
    'Page of',
  ]) {
    await told(desk, customer, skipped)
    await pressed(desk, customer, 'Skip')
  }
  await told(desk, customer, 'Send photos or files here')
  desk.telegram.send(customer, { sticker: { emoji: '😭' } })
  await told(desk, customer, 'Please send a photo or a file here')
  desk.telegram.send(customer, { document: { name: 'zoe.txt', bytes: Buffer.from('zoe') } })
  await told(desk, customer, '1 file is here')
  await pressed(desk, customer, 'Done')
  await pressed(desk, customer, 'Send')
  const card = await cardOf(desk, 'Zoe’s box')
  await until(() => filesUnder(card).length === 1, 'her file')
})
