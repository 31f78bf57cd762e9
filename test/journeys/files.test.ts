import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADA, TRIAGE } from '../../playground/slack/index.ts'
import { cardNow, inThread, inThreadNow, quietTicket, told, toldNow } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/people.ts'
import { replayedEqualsStored } from '../support/replayed.ts'
import { allHeardAndSent } from '../support/settled.ts'
import { smallFiles } from '../support/small-files.ts'

const PUBLIC_URL = 'https://desk.example'
/** Larger than Telegram takes. */
const film = Buffer.alloc(51 * 1024 * 1024, 7)
let desk: TestDesk
let pastMs = 0

beforeAll(async () => {
  desk = await startTestDesk({ publicUrl: PUBLIC_URL, realNow: () => new Date(Date.now() + pastMs) })
})
afterEach(() => replayedEqualsStored(desk))
afterAll(() => desk.stop())

/** The newest message under a card with this many files. */
const withFiles = (card: { channel: string; ts: string }, count: number) =>
  until(
    () => desk.slack.messages(card.channel, { thread: card.ts }).findLast(({ files }) => files?.length === count),
    `${count} files in the thread`,
  )

it('a photo with words is shown to the agents with its words, byte for byte', async () => {
  const { customer, card } = await quietTicket(desk, 'Pia')
  desk.telegram.send(customer, { photo: { bytes: smallFiles.jpg, caption: 'This is what I *see*' } })
  const shown = await withFiles(card, 1)
  expect(desk.slack.textOf(shown)).toContain('Pia\nThis is what I *see*')
  expect(Buffer.from(desk.slack.bytes(shown.files?.[0]?.id ?? ''))).toEqual(smallFiles.jpg)
})

it('an album is one message, its parts in their order and its words once', async () => {
  const { customer, card } = await quietTicket(desk, 'Alba')
  desk.telegram.album(customer, [
    { photo: { bytes: smallFiles.jpg, caption: 'Before and after' } },
    { photo: { bytes: Buffer.concat([smallFiles.jpg, Buffer.from('2')]) } },
    { video: { bytes: smallFiles.mp4, name: 'clip.mp4' } },
  ])
  const shown = await withFiles(card, 3)
  expect(shown.files?.map(({ name }) => name)).toEqual(['photo.jpg', 'photo.jpg', 'clip.mp4'])
  await desk.desk.idle()
  const words = desk.slack.messages(TRIAGE, { thread: card.ts }).map((message) => desk.slack.textOf(message))
  expect(words.filter((text) => text.includes('Before and after'))).toHaveLength(1)
})

it('what one part of an album says is edited by itself, and another picture in its place changes no words', async () => {
  const { customer, card } = await quietTicket(desk, 'Alma')
  const [first = 0, second = 0] = desk.telegram.album(customer, [
    { photo: { bytes: smallFiles.jpg, caption: 'Before and after' } },
    { photo: { bytes: Buffer.concat([smallFiles.jpg, Buffer.from('2')]) } },
  ])
  const message = await withFiles(card, 2)
  const shown = () => cardNow(desk, message)
  const before = shown()
  // Replaced, it bears no words as before.
  desk.telegram.edit(customer, second, '')
  await desk.playground.telegram.idle()
  await desk.desk.idle()
  expect(shown()).toBe(before)
  desk.telegram.edit(customer, second, 'This is after')
  await until(() => shown().includes('Before and after\nThis is after'), 'the words of both')
  desk.telegram.edit(customer, first, 'This was before')
  await until(() => shown().includes('This was before\nThis is after'), 'the new words of the first')
})

it('an agent’s files go to the customer with their words: pictures as an album, papers as another', async () => {
  const { customer, card } = await quietTicket(desk, 'Otto')
  desk.slack.say(ADA, TRIAGE, {
    text: 'Look at these',
    thread: card.ts,
    files: [
      { name: 'one.png', bytes: smallFiles.png, mimetype: 'image/png' },
      { name: 'two.jpg', bytes: smallFiles.jpg, mimetype: 'image/jpeg' },
      { name: 'log.txt', bytes: smallFiles.txt, mimetype: 'text/plain' },
    ],
  })
  const papers = await until(() => desk.telegram.messages(customer).find(({ kind }) => kind === 'document'), 'the log')
  const photos = desk.telegram.messages(customer).filter(({ kind }) => kind === 'photo')
  expect(photos.map(({ text }) => text)).toEqual([expect.stringContaining('Look at these'), ''])
  expect(new Set(photos.map(({ album }) => album)).size).toBe(1)
  expect(papers.file?.name).toBe('log.txt')
  expect(Buffer.from(desk.telegram.bytes(papers.file?.id ?? ''))).toEqual(smallFiles.txt)
})

it('a picture too long for Telegram to show goes as a document, alone or with others, and keeps its words', async () => {
  const { customer, card } = await quietTicket(desk, 'Lena')
  const long = Buffer.from(smallFiles.png)
  long.writeUInt32BE(1080, 16)
  long.writeUInt32BE(12_000, 20)
  const page = { name: 'whole-page.png', bytes: long, mimetype: 'image/png' }
  desk.slack.say(ADA, TRIAGE, { text: 'The whole page', thread: card.ts, files: [page] })
  const papers = () => desk.telegram.messages(customer).filter(({ kind }) => kind === 'document')
  const alone = await until(() => papers()[0], 'the page')
  expect(alone.text).toContain('The whole page')
  expect(Buffer.from(desk.telegram.bytes(alone.file?.id ?? ''))).toEqual(long)
  const small = { name: 'corner.png', bytes: smallFiles.png, mimetype: 'image/png' }
  desk.slack.say(ADA, TRIAGE, { text: 'And its corner', thread: card.ts, files: [small, page] })
  await until(() => papers().length === 3, 'both')
  expect(new Set(papers().map(({ album }) => album)).size).toBe(2)
  expect(papers()[1]?.text).toContain('And its corner')
})

it('a caption that is edited is edited there, and a deletion takes every part of the album', async () => {
  const { customer, card } = await quietTicket(desk, 'Edna')
  const said = desk.slack.say(ADA, TRIAGE, {
    text: 'The wrong words',
    thread: card.ts,
    files: [
      { name: 'one.png', bytes: smallFiles.png, mimetype: 'image/png' },
      { name: 'two.png', bytes: smallFiles.png, mimetype: 'image/png' },
    ],
  })
  await told(desk, customer, 'The wrong words')
  desk.slack.edit(ADA, TRIAGE, said, 'The right words')
  await told(desk, customer, 'The right words')
  const there = () => desk.telegram.messages(customer).filter(({ kind, deleted }) => kind === 'photo' && !deleted)
  expect(there()).toHaveLength(2)
  desk.slack.remove(ADA, TRIAGE, said)
  await until(() => there().length === 0, 'both gone')
})

it('files that their author deletes from a message without words are taken back from the customer', async () => {
  const { customer, card } = await quietTicket(desk, 'Fia')
  const files = ['list.txt', 'other.txt'].map((name) => ({ name, bytes: smallFiles.txt, mimetype: 'text/plain' }))
  const said = desk.slack.say(ADA, TRIAGE, { thread: card.ts, files })
  const there = () => desk.telegram.messages(customer).filter(({ kind, deleted }) => kind === 'document' && !deleted)
  await until(() => there().length === 2, 'both lists')
  desk.slack.removeFile(ADA, TRIAGE, said, 'list.txt')
  await until(() => there().length === 1, 'that the first is gone')
  desk.slack.removeFile(ADA, TRIAGE, said, 'other.txt')
  await until(() => there().length === 0, 'that both are gone')
})

it('a file that its author deletes from a message is taken back from the customer, and the words are not', async () => {
  const { customer, card } = await quietTicket(desk, 'Gil')
  const files = [{ name: 'salaries.txt', bytes: smallFiles.txt, mimetype: 'text/plain' }]
  const said = desk.slack.say(ADA, TRIAGE, { text: 'Here is the list', thread: card.ts, files })
  const there = () => desk.telegram.messages(customer).filter(({ deleted }) => !deleted)
  await until(() => there().some(({ kind }) => kind === 'document'), 'the wrong list')
  desk.slack.removeFile(ADA, TRIAGE, said, 'salaries.txt')
  await until(() => there().every(({ kind }) => kind !== 'document'), 'that the list is gone')
  await told(desk, customer, 'Here is the list')
  desk.slack.edit(ADA, TRIAGE, said, 'There is no list')
  await told(desk, customer, 'There is no list')
  expect(there().filter(({ text }) => text?.includes('list'))).toHaveLength(1)
})

it('files that an agent adds to a message by editing it go to the customer, and those that were there stay', async () => {
  const { customer, card } = await quietTicket(desk, 'Ada adds')
  const said = desk.slack.say(ADA, TRIAGE, { text: 'The log is attached', thread: card.ts })
  const words = await told(desk, customer, 'The log is attached')
  const names = () =>
    desk.telegram
      .messages(customer)
      .filter(({ kind, deleted }) => kind === 'document' && !deleted)
      .map(({ file }) => file?.name)
  const add = (name: string) =>
    desk.slack.addFile(ADA, TRIAGE, said, { name, bytes: smallFiles.txt, mimetype: 'text/plain' })
  add('log.txt')
  await until(() => names().length === 1, 'the log')
  add('newer.txt')
  await until(() => names().length === 2, 'the newer log')
  desk.slack.edit(ADA, TRIAGE, said, 'Both logs are attached')
  expect((await told(desk, customer, 'Both logs are attached')).id).toBe(words.id)
  expect(names()).toEqual(['log.txt', 'newer.txt'])
  desk.slack.removeFile(ADA, TRIAGE, said, 'log.txt')
  await until(() => names().join() === 'newer.txt', 'that the first is gone')
})

it('words of a picture that were edited by the customer are edited under it', async () => {
  const { customer, card } = await quietTicket(desk, 'Cap')
  const photo = desk.telegram.send(customer, { photo: { bytes: smallFiles.jpg, caption: 'The printer' } })
  const shown = await withFiles(card, 1)
  desk.telegram.edit(customer, photo, 'The plotter')
  await until(() => {
    const now = desk.slack.message(shown.channel, shown.ts)
    return now && desk.slack.textOf(now).includes('The plotter')
  }, 'the new words')
  expect(desk.slack.message(shown.channel, shown.ts)?.files).toHaveLength(1)
})

it.each([
  ['a voice message', { voice: { bytes: smallFiles.ogg } }, 'voice.ogg'],
  ['a round video', { video_note: { bytes: smallFiles.mp4 } }, 'video-note.mp4'],
  ['music', { audio: { bytes: smallFiles.mp3, name: 'song.mp3' } }, 'song.mp3'],
  ['an animation', { animation: { bytes: smallFiles.mp4, name: 'cat.mp4' } }, 'cat.mp4'],
  ['a sticker', { sticker: { bytes: smallFiles.webp } }, 'sticker.webp'],
  ['a document', { document: { bytes: smallFiles.pdf, name: 'invoice.pdf' } }, 'invoice.pdf'],
] as const)('%s is carried to the agents as a file', async (what, thing, name) => {
  const { customer, card } = await quietTicket(desk, `Sender of ${what}`)
  desk.telegram.send(customer, thing)
  const shown = await withFiles(card, 1)
  expect(shown.files?.[0]?.name).toBe(name)
  expect(desk.slack.textOf(shown)).toContain(`Sender of ${what}`)
})

it('a place and a contact are said in words', async () => {
  const { customer, card } = await quietTicket(desk, 'Lotte')
  desk.telegram.send(customer, { location: { latitude: 52.52, longitude: 13.405 } })
  await inThread(desk, card, 'Lotte shared a place: https://www.openstreetmap.org/?mlat=52.520000&mlon=13.405000')
  desk.telegram.send(customer, { contact: { phone_number: '+4930123', first_name: 'Max' } })
  await inThread(desk, card, 'Lotte shared a contact: Max, +4930123')
})

it('an answer to one message of several says to which, and stands under it where the platform can', async () => {
  const { customer, card } = await quietTicket(desk, 'Resi')
  desk.slack.say(ADA, TRIAGE, { text: 'Which floor?', thread: card.ts })
  const asked = await told(desk, customer, 'Which floor?')
  desk.slack.say(ADA, TRIAGE, { text: 'And which room?', thread: card.ts })
  await told(desk, customer, 'And which room?')
  desk.telegram.write(customer, { text: 'The third', replyTo: asked.id })
  await inThread(desk, card, /The third\nIn answer to Ada[^\n]*“Which floor\?”/)
})

it('what is too large for Telegram is a link of the desk’s own, which gives it to be saved and works for a week', async () => {
  const { customer, card } = await quietTicket(desk, 'Greta')
  const said = desk.slack.say(ADA, TRIAGE, {
    text: 'Here it is',
    thread: card.ts,
    files: [{ name: 'big “film”.bin', bytes: film, mimetype: 'application/octet-stream' }],
  })
  const { id, text } = await told(desk, customer, 'It can be fetched for a week')
  expect(text).toContain('Here it is')
  const link = new URL(/https:\/\/\S+/.exec(text)?.[0] ?? '')
  expect(link.origin).toBe(PUBLIC_URL)
  const at = (path: string) => fetch(`http://127.0.0.1:${desk.desk.port}${path}`)
  const given = await at(link.pathname + link.search)
  expect(given.status).toBe(200)
  expect(given.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''big%20%E2%80%9Cfilm%E2%80%9D.bin")
  expect(given.headers.get('x-content-type-options')).toBe('nosniff')
  expect(film.equals(Buffer.from(await given.arrayBuffer()))).toBe(true)

  const changed = (name: string, value: string) => {
    const other = new URL(link)
    other.searchParams.set(name, value)
    return at(other.pathname + other.search)
  }
  expect((await changed('until', String(Number(link.searchParams.get('until')) + 1))).status).toBe(404)
  expect((await changed('sig', 'A'.repeat(22))).status).toBe(404)
  expect((await changed('sig', 'é'.repeat(22))).status).toBe(404)
  expect((await at(link.pathname)).status).toBe(404)
  pastMs = 8 * 86_400_000
  expect((await at(link.pathname + link.search)).status).toBe(404)
  pastMs = 0

  // Its words are edited like any, and go on saying where it is.
  desk.slack.edit(ADA, TRIAGE, said, 'There it is')
  const edited = await told(desk, customer, 'There it is')
  expect(edited.id).toBe(id)
  expect(edited.text).toContain('It can be fetched for a week')
})

it('words that a caption does not hold together with what is said of large files go before the small one, or not at all', async () => {
  const { customer, card } = await quietTicket(desk, 'Hugo')
  const large = (name: string) => {
    return { name: `${name} ${'x'.repeat(60)}.bin`, bytes: film, mimetype: 'application/octet-stream' }
  }
  const log = { name: 'log.txt', bytes: smallFiles.txt, mimetype: 'text/plain' }
  const { faults } = desk.playground.telegram
  faults.arm({ on: 'call', method: 'sendDocument', does: 'too-many', retryAfterSeconds: 1 })
  const said = desk.slack.say(ADA, TRIAGE, {
    text: 'All three are from today. '.repeat(26).trim(),
    thread: card.ts,
    files: [large('one'), large('two'), log],
  })
  const small = await until(() => desk.telegram.messages(customer).find(({ kind }) => kind === 'document'), 'the log')
  const words = await told(desk, customer, 'All three are from today')
  expect(words.text.match(/It can be fetched for a week/g)).toHaveLength(2)
  expect(words.id).toBeLessThan(small.id)
  // Also none that was taken away again while Telegram wanted quiet.
  expect(desk.telegram.messages(customer).filter(({ text }) => text.includes('All three'))).toHaveLength(1)

  desk.slack.edit(ADA, TRIAGE, said, 'All three are from Monday')
  expect((await told(desk, customer, 'All three are from Monday')).id).toBe(words.id)
  desk.slack.remove(ADA, TRIAGE, said)
  await until(() => toldNow(desk, customer, 'All three') === undefined, 'that the words are gone')
  await until(() => desk.telegram.messages(customer).find(({ id }) => id === small.id)?.deleted, 'that the log is gone')
})

it('what stood with words too long for it is not sent after them where they were taken back meanwhile', async () => {
  const { customer, card } = await quietTicket(desk, 'Ina')
  const { faults } = desk.playground.slack
  faults.arm({ on: 'call', method: 'download', does: 'hang' })
  const ts = desk.slack.say(ADA, TRIAGE, {
    text: 'Both are from Ina. '.repeat(36).trim(),
    thread: card.ts,
    files: [
      { name: 'film.bin', bytes: film, mimetype: 'application/octet-stream' },
      { name: 'key.txt', bytes: Buffer.from('the key of Ina'), mimetype: 'text/plain' },
    ],
  })
  await untilOwed(`state = 'sending' and content->'files' is not null`)
  desk.slack.remove(ADA, TRIAGE, ts)
  await untilOwed(`act = 'delete' and state = 'pending'`)
  faults.clear()
  await allHeardAndSent(desk)
  expect(desk.telegram.messages(customer).filter(({ kind, deleted }) => kind === 'document' && !deleted)).toEqual([])
  expect(toldNow(desk, customer, 'Both are from Ina')).toBeUndefined()
})

it('bytes that are in our folder no more are fetched again, and hold nobody’s words up', async () => {
  const { customer, card } = await quietTicket(desk, 'Gus')
  const { faults, ledger } = desk.playground.telegram
  const from = ledger.entries.length
  faults.arm({ on: 'call', method: 'sendDocument', does: 'too-many', retryAfterSeconds: 2 })
  const log = { name: 'gus.txt', bytes: Buffer.from('the log of Gus'), mimetype: 'text/plain' }
  desk.slack.say(ADA, TRIAGE, { text: 'The log', thread: card.ts, files: [log] })
  desk.slack.say(ADA, TRIAGE, { text: 'And what it means', thread: card.ts })
  await until(() => ledger.entries.slice(from).some(({ what }) => what === 'refused'), 'the refusal')
  // As after a backup of the tables alone.
  rmSync(desk.files, { recursive: true })
  await told(desk, customer, 'And what it means')
  const shown = desk.telegram.messages(customer).find(({ kind }) => kind === 'document')
  expect(Buffer.from(desk.telegram.bytes(shown?.file?.id ?? ''))).toEqual(log.bytes)
})

it('an agent’s words do not wait for a file that cannot be had yet, nor is it given up: it comes when it can', async () => {
  const { customer, card } = await quietTicket(desk, 'Lars')
  const { faults } = desk.playground.slack
  faults.arm({ on: 'call', method: 'download', does: 'error', status: 500 }, 12)
  const log = { name: 'lars.txt', bytes: Buffer.from('the log of Lars'), mimetype: 'text/plain' }
  const ts = desk.slack.say(ADA, TRIAGE, { text: 'Look at the log', thread: card.ts, files: [log] })
  await told(desk, customer, 'Look at the log')
  const papers = () => desk.telegram.messages(customer).filter(({ kind, deleted }) => kind === 'document' && !deleted)
  desk.slack.edit(ADA, TRIAGE, ts, 'Look into the log')
  await told(desk, customer, 'Look into the log')
  expect(papers()).toEqual([])
  expect(signsOn(ts)).not.toContain('white_check_mark')
  await until(() => {
    pastMs += 20_000
    return papers().length === 1
  }, 'the log')
  expect(Buffer.from(desk.telegram.bytes(papers()[0]?.file?.id ?? ''))).toEqual(log.bytes)
  await until(() => signsOn(ts).includes('white_check_mark'), 'that it has arrived')
  desk.slack.remove(ADA, TRIAGE, ts)
  await until(() => papers().length === 0, 'that the log is gone')
})

it('words wait for a file that hangs no longer than for its first failure', async () => {
  const { customer, card } = await quietTicket(desk, 'Hal')
  const { faults, ledger } = desk.playground.slack
  const from = ledger.entries.length
  faults.arm({ on: 'call', method: 'download', does: 'hang' })
  const log = { name: 'hal.txt', bytes: Buffer.from('the log of Hal'), mimetype: 'text/plain' }
  desk.slack.say(ADA, TRIAGE, { text: 'All is in there', thread: card.ts, files: [log] })
  const hangs = () => ledger.entries.slice(from).some((entry) => entry.what === 'refused' && entry.error === 'hang')
  await until(hangs, 'that the log hangs')
  pastMs += 5_000
  faults.clear()
  const words = await told(desk, customer, 'All is in there')
  const paper = await until(() => desk.telegram.messages(customer).find(({ kind }) => kind === 'document'), 'the log')
  expect(paper.id).toBeGreaterThan(words.id)
})

it('a file that was taken back while it could not be had does not come after all', async () => {
  const { customer, card } = await quietTicket(desk, 'Kay')
  const { faults } = desk.playground.slack
  faults.arm({ on: 'call', method: 'download', does: 'error', status: 500 }, 2)
  faults.arm({ on: 'call', method: 'download', does: 'hang' })
  const key = { name: 'key.txt', bytes: Buffer.from('the key of Kay'), mimetype: 'text/plain' }
  const ts = desk.slack.say(ADA, TRIAGE, { text: 'Here is the key', thread: card.ts, files: [key] })
  await untilOwed(`state = 'sending' and tries = 3`)
  desk.slack.remove(ADA, TRIAGE, ts)
  await untilOwed(`act = 'delete' and state = 'pending'`)
  faults.clear()
  await allHeardAndSent(desk)
  expect(desk.telegram.messages(customer).filter(({ kind, deleted }) => kind === 'document' && !deleted)).toEqual([])
  expect(toldNow(desk, customer, 'Here is the key')).toBeUndefined()
})

it('a file that never comes is given up in the end, alone or with words: the reader is told, and so is its author', async () => {
  const { customer, card } = await quietTicket(desk, 'Nev')
  const { slack, telegram } = desk.playground
  slack.faults.arm({ on: 'call', method: 'files.info', does: 'error', status: 500 }, 10_000)
  telegram.faults.arm({ on: 'call', method: 'getFile', does: 'too-many', retryAfterSeconds: 9 }, 10_000)
  const log = { name: 'nev.txt', bytes: Buffer.from('the log of Nev'), mimetype: 'text/plain' }
  const ts = desk.slack.say(ADA, TRIAGE, { text: 'Is it this?', thread: card.ts, files: [log] })
  desk.telegram.send(customer, { document: { bytes: smallFiles.pdf, name: 'nev.pdf' } })
  desk.telegram.write(customer, 'And what now?')
  await told(desk, customer, 'Is it this?')
  await inThread(desk, card, 'And what now?')
  const gone = (file: string) => `could not be fetched: ${file}`
  await until(() => {
    pastMs += 20_000
    return toldNow(desk, customer, gone('nev.txt')) && inThreadNow(desk, card, gone('nev.pdf'))
  }, 'that they could not')
  await inThread(desk, card, gone('nev.txt'))
  await until(() => signsOn(ts).includes('no_entry'), 'that it has not arrived')
  // It is said in the file's stead: what hangs on its message has its place.
  const instead = await told(desk, customer, gone('nev.txt'))
  desk.slack.remove(ADA, TRIAGE, ts)
  await until(() => desk.telegram.messages(customer).find(({ id }) => id === instead.id)?.deleted, 'that it goes, too')
  slack.faults.clear()
  telegram.faults.clear()
})

it('a late file that is found to be too large is said to be that, to its reader and to its author', async () => {
  const { customer, card } = await quietTicket(desk, 'Lou')
  const { faults } = desk.playground.slack
  faults.arm({ on: 'call', method: 'files.info', does: 'error', status: 500 }, 4)
  const film = { name: 'lou.mp4', bytes: Buffer.from('begins'), mimetype: 'video/mp4', size: 2 ** 31 }
  desk.slack.say(ADA, TRIAGE, { text: 'A film of it', thread: card.ts, files: [film] })
  await told(desk, customer, 'A film of it')
  const tooLarge = 'too large to be carried over: lou.mp4'
  await until(() => {
    pastMs += 20_000
    return toldNow(desk, customer, tooLarge)
  }, 'that it is')
  await inThread(desk, card, tooLarge)
  faults.clear()
})

const signsOn = (ts: string) => (desk.slack.message(TRIAGE, ts)?.reactions ?? []).map(({ name }) => name)

const untilOwed = (as: string) =>
  until(async () => (await desk.database.query(`select from delivery where ${as}`)).rowCount === 1, as)

it('a file put in another’s place by one edit goes to the customer in its place, also where no words were said', async () => {
  const { customer, card } = await quietTicket(desk, 'Ada swaps')
  const paper = (name: string) => ({ name, bytes: smallFiles.txt, mimetype: 'text/plain' })
  const said = desk.slack.say(ADA, TRIAGE, { thread: card.ts, files: [paper('wrong.txt')] })
  const names = () =>
    desk.telegram
      .messages(customer)
      .filter(({ kind, deleted }) => kind === 'document' && !deleted)
      .map(({ file }) => file?.name)
      .join()
  await until(() => names() === 'wrong.txt', 'the wrong list')
  desk.slack.addFile(ADA, TRIAGE, said, paper('right.txt'), { insteadOf: 'wrong.txt' })
  await until(() => names() === 'right.txt', 'the right list alone')
})
