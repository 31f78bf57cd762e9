import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SlackMessage } from '../../playground/slack/index.ts'
import type { Shown, Thing } from '../../playground/telegram/index.ts'
import { type Direction, directions, type Reader, type Room, read, roomFor, textOf } from '../support/crossing.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { withForum } from '../support/forum.ts'
import { until } from '../support/people.ts'
import { smallFiles } from '../support/small-files.ts'

/*
 * The README's table of what crosses over: every cell is a journey here, and what it found stands there. To write the
 * table anew: FIDELITY=write.
 */

let desk: TestDesk
let forum: TestDesk
const rooms = new Map<Direction, Room>()
const found = new Map<string, string>()

beforeAll(async () => {
  desk = await startTestDesk()
  forum = await startTestDesk({ desk: (demo) => withForum(demo) })
  for (const direction of directions) rooms.set(direction, await roomFor(direction, desk, forum))
}, 60_000)
afterAll(async () => {
  await desk.stop()
  await forum?.stop()
})

/** How one kind of thing is made on either platform, and how it looks on the other side; undefined: not there yet. */
interface Kind {
  onSlack?: (writer: Extract<Room['from'], { on: 'slack' }>['writer']) => Promise<void> | void
  onTelegram?: (writer: Extract<Room['from'], { on: 'telegram' }>['writer'], to: Reader) => Promise<void> | void
  inSlack?: (shown: SlackMessage, all: SlackMessage[]) => string | undefined | false
  inTelegram?: (shown: Shown, all: Shown[]) => string | undefined | false
}

const rich = (shown: SlackMessage): string => JSON.stringify(shown.blocks ?? [])
const has = (shown: Shown, type: string): boolean => shown.entities.some((entity) => entity.type === type)
/** An author's name is bold, too: the words' own formatting is not at the very beginning. */
const hasLater = (shown: Shown, type: string): boolean =>
  shown.entities.some((one) => one.type === type && one.offset > 0)

const file = (
  thing: Thing,
  slack: { name: string; bytes: Uint8Array; mimetype: string } | undefined,
  as: string,
): Kind => ({
  ...(slack && { onSlack: (writer) => void writer.say({ files: [slack] }) }),
  onTelegram: (writer) => void writer.send(thing),
  inSlack: ({ files }) => files?.length === 1 && (slack ? 'carried' : 'carried as a file'),
  inTelegram: ({ kind }) => (kind === as ? 'carried' : kind === 'document' && 'carried as a document'),
})

const kinds: Record<string, Kind> = {
  'Bold, italic, struck, code': {
    onSlack: (writer) => void writer.say('some *bold* `code` words'),
    onTelegram: (writer) =>
      void writer.write({
        text: 'some bold code words',
        entities: [
          { type: 'bold', offset: 5, length: 4 },
          { type: 'code', offset: 10, length: 4 },
        ],
      }),
    inSlack: (shown) => /"text":"code"[^}]*"code":true/.test(rich(shown)) && 'carried',
    inTelegram: (shown) => hasLater(shown, 'bold') && has(shown, 'code') && 'carried',
  },
  'A block of code': {
    onSlack: (writer) => void writer.say('```\nlet it = be\n```'),
    onTelegram: (writer) =>
      void writer.write({ text: 'let it = be', entities: [{ type: 'pre', offset: 0, length: 11 }] }),
    inSlack: (shown) => rich(shown).includes('rich_text_preformatted') && 'carried',
    inTelegram: (shown) => has(shown, 'pre') && 'carried',
  },
  'A quote': {
    onSlack: (writer) => void writer.say('> so it was said'),
    onTelegram: (writer) =>
      void writer.write({ text: 'so it was said', entities: [{ type: 'blockquote', offset: 0, length: 14 }] }),
    inSlack: (shown) => rich(shown).includes('rich_text_quote') && 'carried',
    inTelegram: (shown) => has(shown, 'blockquote') && 'carried',
  },
  'A list': {
    onSlack: (writer) => void writer.say('- first\n- second'),
    inSlack: (shown) => rich(shown).includes('rich_text_list') && 'carried',
    inTelegram: ({ text }) => /first[\s\S]*second/.test(text) && 'carried as lines',
  },
  'A link': {
    onSlack: (writer) => void writer.say('see [the manual](https://example.com/manual)'),
    onTelegram: (writer) => void writer.write('see https://example.com/manual'),
    inSlack: (shown) => /"type":"link"[^}]*example\.com\/manual/.test(rich(shown)) && 'carried',
    inTelegram: (shown) => (has(shown, 'text_link') || has(shown, 'url')) && 'carried',
  },
  'A mention': {
    onSlack: (writer) => void writer.say('please ask <@U0BO> about it'),
    onTelegram: (writer) => void writer.write('please ask @cara_b about it'),
    inSlack: (shown) => /please ask/.test(rich(shown)) && shown.pinged.length === 0 && 'as a plain name',
    inTelegram: ({ text, pinged }) => text.includes('please ask') && pinged.length === 0 && 'as a plain name',
  },
  'A photo': file(
    { photo: { bytes: smallFiles.jpg } },
    { name: 'a.jpg', bytes: smallFiles.jpg, mimetype: 'image/jpeg' },
    'photo',
  ),
  'A document': file(
    { document: { bytes: smallFiles.pdf, name: 'a.pdf' } },
    { name: 'a.pdf', bytes: smallFiles.pdf, mimetype: 'application/pdf' },
    'document',
  ),
  'A video': file(
    { video: { bytes: smallFiles.mp4, name: 'a.mp4' } },
    { name: 'a.mp4', bytes: smallFiles.mp4, mimetype: 'video/mp4' },
    'video',
  ),
  'A sound file': file(
    { audio: { bytes: smallFiles.mp3, name: 'a.mp3' } },
    { name: 'a.mp3', bytes: smallFiles.mp3, mimetype: 'audio/mpeg' },
    'audio',
  ),
  'An animation': file(
    { animation: { bytes: smallFiles.mp4, name: 'a.mp4' } },
    { name: 'a.gif', bytes: smallFiles.gif, mimetype: 'image/gif' },
    'animation',
  ),
  'A voice message': file({ voice: { bytes: smallFiles.ogg } }, undefined, 'voice'),
  'A round video': file({ video_note: { bytes: smallFiles.mp4 } }, undefined, 'video_note'),
  'A sticker': file({ sticker: { bytes: smallFiles.webp } }, undefined, 'sticker'),
  'Several pictures at once': {
    onSlack: (writer) =>
      void writer.say({
        files: ['one', 'two'].map((name) => ({ name: `${name}.png`, bytes: smallFiles.png, mimetype: 'image/png' })),
      }),
    onTelegram: (writer) =>
      void writer.album([{ photo: { bytes: smallFiles.png } }, { photo: { bytes: smallFiles.png } }]),
    inSlack: ({ files }) => files?.length === 2 && 'carried together',
    inTelegram: ({ album }, all) =>
      album !== undefined && all.filter((one) => one.album === album).length === 2 && 'carried together',
  },
  'A place': {
    onTelegram: (writer) => void writer.send({ location: { latitude: 52.5, longitude: 13.4 } }),
    inSlack: (shown) => rich(shown).includes('openstreetmap') && 'said, with a link to a map',
    inTelegram: ({ text }) => text.includes('shared a place') && 'said, with a link to a map',
  },
  'A contact': {
    onTelegram: (writer) => void writer.send({ contact: { phone_number: '+4930123', first_name: 'Max' } }),
    inSlack: (shown) => rich(shown).includes('+4930123') && 'said in words',
    inTelegram: ({ text }) => text.includes('+4930123') && 'said in words',
  },
  'A throw of dice': {
    onTelegram: (writer) => void writer.send({ dice: {} }),
    inSlack: (shown) => rich(shown).includes('threw') && 'said in words',
    inTelegram: ({ text }) => text.includes('threw') && 'said in words',
  },
  'A poll': {
    onTelegram: (writer) => void writer.send({ poll: { question: 'Which day?', options: ['Monday', 'Tuesday'] } }),
    inSlack: (shown) => /Which day\?.*Monday.*Tuesday/s.test(rich(shown)) && 'said in words',
    inTelegram: ({ text }) => /Which day\?.*Monday.*Tuesday/s.test(text) && 'said in words',
  },
  'An answer to one message': {
    onTelegram: async (writer, to) => {
      const first = writer.write('a first word')
      writer.write('another word')
      await readBoth(to, 'another word')
      writer.write({ text: 'about the first', replyTo: first })
    },
    inSlack: (shown) => /In answer to/.test(desk.slack.textOf(shown)) && 'said below it',
    inTelegram: ({ text, replyTo }) => text.includes('about the first') && replyTo !== undefined && 'carried',
  },
  'An edit': {
    onSlack: async (writer) => {
      const said = writer.say('the wrong word')
      await anywhere('the wrong word')
      writer.edit(said, 'the right word')
    },
    onTelegram: async (writer, to) => {
      const said = writer.write('the wrong word')
      await readBoth(to, 'the wrong word')
      writer.edit(said, 'the right word')
    },
    inSlack: (shown) => desk.slack.textOf(shown).includes('the right word') && 'carried',
    inTelegram: ({ text }) => text.includes('the right word') && 'carried',
  },
  'A reaction': {
    onSlack: async (writer) => {
      // Of its own each time: what is looked for must be this room's.
      const words = `a word to smile at ${rooms.size + found.size}`
      const said = writer.say(words)
      await anywhere(words)
      writer.react(said, '+1')
    },
    onTelegram: async (writer, to) => {
      const said = writer.write('a word to smile at')
      await readBoth(to, 'a word to smile at')
      writer.react(said, '👍')
    },
    inSlack: ({ reactions }) => reactions?.some(({ name }) => name === '+1') && 'carried',
    inTelegram: ({ reactions }) => reactions.some(({ emoji }) => emoji === '👍') && 'carried',
  },
  'A deletion': {
    onSlack: async (writer) => {
      const said = writer.say('better unsaid')
      await anywhere('better unsaid')
      writer.remove(said)
    },
    inSlack: (shown) => shown.deleted && 'carried',
    inTelegram: ({ deleted }) => deleted && 'carried',
  },
}

const deskOf = (direction: Direction): TestDesk => (direction === 'Telegram → Telegram' ? forum : desk)

const readBoth = (to: Reader, words: string) => read(desk, to, words)
/** Where Slack's writers are read: in one of two rooms. */
const anywhere = (words: string) =>
  until(
    () => [...rooms.values()].some(({ from, to }) => from.on === 'slack' && textOf(desk, to).includes(words)),
    `«${words}» anywhere`,
  )

describe.each(directions)('%s', (direction) => {
  it.each(Object.entries(kinds))('%s', async (name, kind) => {
    const room = rooms.get(direction)
    if (!room) throw new Error('no room')
    const { from, to } = room
    const make = from.on === 'slack' ? kind.onSlack : kind.onTelegram
    if (!make) return void found.set(`${name} ${direction}`, '–')
    const before = new Set(to.read().map((one) => ('ts' in one ? one.ts : one.id)))
    if (from.on === 'slack') await kind.onSlack?.(from.writer)
    else await kind.onTelegram?.(from.writer, to)
    const outcome = await until(() => {
      if (to.on === 'slack') {
        const fresh = to.read().filter(({ ts }) => !before.has(ts))
        return fresh.map((one) => kind.inSlack?.(one, fresh)).find(Boolean)
      }
      const fresh = to.read().filter(({ id }) => !before.has(id))
      return fresh.map((one) => kind.inTelegram?.(one, fresh)).find(Boolean)
    }, `${name} on the other side`)
    found.set(`${name} ${direction}`, String(outcome))
    await deskOf(direction).desk.idle()
  })
})

it('stands in the README as it was found', () => {
  const rows = Object.keys(kinds).map(
    (name) => `| ${name} | ${directions.map((direction) => found.get(`${name} ${direction}`) ?? '?').join(' | ')} |`,
  )
  const table = [`| | ${directions.join(' | ')} |`, `| --- |${' --- |'.repeat(directions.length)}`, ...rows].join('\n')
  const readme = readFileSync('README.md', 'utf8')
  const place = /(<!-- what crosses over -->\n)[\s\S]*?(\n<!-- end -->)/
  if (process.env.FIDELITY === 'write') writeFileSync('README.md', readme.replace(place, `$1${table}$2`))
  expect(place.exec(readFileSync('README.md', 'utf8'))?.[0]).toContain(table)
})
