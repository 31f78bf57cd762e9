import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../adapters/slack/out/blocks.ts'
import { keyboardOf } from '../../adapters/telegram/keyboard.ts'
import { entitledPost } from '../../adapters/telegram/post.ts'
import { phrasePost } from '../../src/delivery/phrase-post.ts'
import { type Content, namedHour, say } from '../../src/ports/content.ts'
import { isKey, languages, sentences, words, wordsKept } from './sentences.ts'

/* What stands in a Persian sentence and runs from left to right keeps its place, on both platforms. */

const KEY = 'KUBIT-17'
const zone = 'Asia/Tehran'
const at = Date.parse('2026-11-28T11:53:00Z')
const marks = /[\u2066-\u2069]/

/** A card: names, a key, an hour, a length, code, a link; people to choose from and buttons to press. */
function card(language: string): Content {
  return {
    language,
    heading: say('card-heading', { key: KEY, subject: 'disk sda1 95% full' }),
    body: [
      say('watch-link', { key: KEY, link: 'https://t.me/kubit_bot?start=w-17', people: 25, days: 3 }),
      say('why-clock', {
        promise: 'first-response',
        target: { ms: 90 * 60_000 },
        calendar: 'always',
        since: namedHour(at, zone),
      }),
      say('ticket-opened-how-to-follow', { key: KEY }),
      say('ticket-opened-with-link', { key: KEY, link: 'https://panel.kubit.example/17' }),
    ],
    fields: [
      { label: say('card-requester', {}), value: { words: 'Rita (ops)' } },
      { label: say('card-assignee', {}), value: { words: 'پریسا' } },
      { label: say('card-status', {}), value: say('link-related', {}) },
    ],
    footnote: say('question-progress', { step: 1, total: 5 }),
    choices: [
      [
        { kind: 'button', id: 'b1', label: say('button-acknowledge-key', { key: KEY }) },
        { kind: 'button', id: 'b2', label: say('button-take-out', { name: 'Rita' }) },
        {
          kind: 'menu',
          id: 'm',
          label: say('button-status', {}),
          options: [{ id: 'o1', label: { words: 'On hold' } }],
        },
      ],
    ],
  }
}

/** A list: a line for each ticket, and commands. */
function list(language: string): Content {
  const line = (key: string) => say('list-line', { key, subject: 'VPN 2.0 (beta)', status: 'در حال انجام' })
  const body = [say('list-head', { count: 2 }), line(KEY), line('KUBIT-18'), say('relate-how', { command: '/ticket' })]
  return { language, body }
}

/** The lines people read, and those in which a code stands by itself. */
interface Read {
  lines: string[]
  codes: string[]
}

function inSlack(content: Content): Read {
  const read: Read = { lines: [], codes: [] }
  const line = (of: { elements: unknown[] }) => {
    const parts = of.elements as { text?: string; url?: string; style?: { code?: boolean }; elements?: never }[]
    read.lines.push(
      ...parts
        .map(({ text = '' }) => text)
        .join('')
        .split('\n'),
    )
    read.codes.push(...parts.flatMap(({ text = '', style }) => (style?.code ? [text] : [])))
  }
  for (const block of blocksOf(phrasePost(content))) {
    if (block.type === 'header') read.lines.push(block.text.text)
    if (block.type === 'section') for (const { text } of block.fields ?? []) read.lines.push(...text.split('\n'))
    if (block.type === 'context') for (const one of block.elements) read.lines.push('text' in one ? one.text : '')
    if (block.type !== 'rich_text') continue
    for (const part of block.elements) {
      if (part.type === 'rich_text_list') for (const item of part.elements) line(item)
      else line(part)
    }
  }
  return read
}

function inTelegram(content: Content): Read {
  const { text, entities } = entitledPost(phrasePost(content))
  const codes = entities.filter(({ type }) => type === 'code')
  return {
    lines: text.split('\n'),
    codes: codes.map(({ offset, length }) => text.slice(offset, offset + length)),
  }
}

/** A line without what is isolated in it, the innermost first, and without addresses, which are copied as they are. */
function outside(line: string): string {
  const without = line.replace(/https:[^\s\u2068\u2069]+/g, '').replace(/\u2068[^\u2068\u2069]*\u2069/g, '')
  return without === line ? line : outside(without)
}

describe.each([
  ['Slack', inSlack],
  ['Telegram', inTelegram],
])('in %s', (_, read) => {
  test.each([
    ['a card', card],
    ['a list', list],
  ])('%s in Persian has no Latin word or digit outside of isolates, and every isolate is closed', (_name, of) => {
    const { lines } = read(of('fa'))
    expect(lines.join('\n')).toContain(KEY)
    for (const line of lines) expect(outside(line), line).not.toMatch(/[A-Za-z0-9]|[\u2066-\u2069]/)
  })

  test('names, hours and lengths are isolated, whichever way they run', () => {
    const shown = read(card('fa')).lines.join('\n')
    for (const fact of [KEY, 'Rita (ops)', 'پریسا', '۷ آذر ۱۴۰۵', '۱ ساعت', 'always', '۲۵']) {
      const before = shown.slice(0, shown.indexOf(fact))
      expect(shown, fact).toContain(fact)
      expect(Array.from(before).filter((one) => one === '\u2068').length, fact).toBeGreaterThan(
        Array.from(before).filter((one) => one === '\u2069').length,
      )
    }
  })

  test('code is copied without a mark, which stand around it', () => {
    const { lines, codes } = read(card('fa'))
    expect(codes).toEqual([`/status ${KEY}`])
    expect(lines.join('\n')).toContain(`\u2068/status ${KEY}\u2069`)
    for (const code of read(list('fa')).codes) expect(code).not.toMatch(marks)
  })

  test.each(languages.filter((language) => language !== 'fa'))('%s has none of the marks', (language) => {
    expect(JSON.stringify([read(card(language)), read(list(language))])).not.toMatch(marks)
  })
})

test('an address that is shown is copied without a mark', () => {
  for (const read of [inSlack, inTelegram]) {
    expect(read(card('fa')).lines.join('\n')).toContain(' https://t.me/kubit_bot?start=w-17 ')
  }
})

test('no mark comes into a button, a menu, an address or what is sent when they are pressed', () => {
  const post = phrasePost(card('fa'))
  expect(JSON.stringify(post.choices)).toContain(KEY)
  expect(JSON.stringify(keyboardOf(post.choices))).not.toMatch(marks)
  const actions = blocksOf(post).filter(({ type }) => type === 'actions')
  expect(actions).toHaveLength(1)
  expect(JSON.stringify(actions)).not.toMatch(marks)
  const links = JSON.stringify(blocksOf(post)).match(/"url":"[^"]*"/g)
  expect(links).toContain('"url":"https://panel.kubit.example/17"')
  expect(links?.join()).not.toMatch(marks)
})

test('a line of Persian begins with a Persian word, and a button has its fact at the end', () => {
  const begun = Object.keys(sentences)
    .filter(isKey)
    .filter((key) => {
      const said = wordsKept(key, Object.fromEntries(sentences[key].map((name) => [name, `<${name}>`])), 'fa')
      return said.split('\n').some((line) => /^[\s-]*[<A-Za-z0-9/]/.test(line))
    })
  // An author, a heading, a button, and what is another's words whole.
  expect(begun).toEqual([
    'earlier-by',
    'roadmap-part',
    'which-ticket-button',
    'doctor-config-fault',
    'doctor-desk-warning',
    'doctor-desk-fault',
  ])
  for (const key of Object.keys(sentences).filter(isKey)) {
    if (!key.startsWith('button-')) continue
    const said = wordsKept(key, Object.fromEntries(sentences[key].map((name) => [name, `<${name}>`])), 'fa')
    expect(said, key).toMatch(/^\p{Script=Arabic}[^<…]*(<\w+>)?$/u)
  }
  expect(words('button-acknowledge-key', { key: KEY }, 'fa')).toMatch(/KUBIT-17$/)
})
