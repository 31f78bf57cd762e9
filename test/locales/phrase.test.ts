import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/domain/text/text.ts'
import { refusalReasons } from './refusals.ts'
import { isKey, type Key, languages, phrase, phraseKept, sentences, words, wordsKept } from './sentences.ts'

const keys = Object.keys(sentences).filter(isKey)

/** The tree with its words left out. */
function shape(text: Text): unknown {
  return JSON.parse(JSON.stringify(text, (name, value: unknown) => (name === 'value' || name === 'url' ? '' : value)))
}

/** Every word of the tree, wherever it stands. */
function wordsOf(text: Text): string[] {
  const found: string[] = []
  JSON.stringify(text, (name, value: unknown) => {
    if ((name === 'value' || name === 'url') && typeof value === 'string') found.push(value)
    return value
  })
  return found
}

function factsOf(key: Key, value: string): Record<string, string> {
  return Object.fromEntries(sentences[key].map((name) => [name, value]))
}

/** Facts that choose a variant by WORD($…) and stand in no sentence themselves. */
const choosing = new Set(['kind', 'promise', 'state', 'does'])

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '**bold** _it_ `code`',
    '[click](javascript:alert(1))',
    '<!channel> <@U0ADA> @everyone',
    '# heading\n- list\n\n> quote',
    '\uE000\uE001\uF8FF',
    '{ $key } { NUMBER($x) }',
    '$& $1 $$',
    '```\ncode',
    '',
    '   ',
  ),
)

describe('what Sam writes is never read as markup', () => {
  test('a fact stands in the sentence as it is, and never changes its shape', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.constantFrom(...languages), nasty, (key, language, fact) => {
        const text = phraseKept(key, factsOf(key, fact), language)
        // A fact that chooses a variant chooses the last one by this, each of the same shape.
        expect(shape(text)).toEqual(shape(phraseKept(key, factsOf(key, 'Rita'), language)))
        const told = wordsOf(text).join('\u0000')
        for (const name of sentences[key]) if (!choosing.has(name)) expect(told).toContain(fact)
      }),
      { numRuns: 1500 },
    )
  })

  test('a subject full of Markdown stays words', () => {
    expect(phrase('ticket-opened', { key: 'DEMO-1', subject: '**now** [x](http://evil)' }, 'en')).toEqual({
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'Thank you, this is ticket ' },
            { type: 'strong', children: [{ type: 'text', value: 'DEMO-1' }] },
            { type: 'text', value: ': **now** [x](http://evil)' },
          ],
        },
      ],
    })
  })

  test('one fact does not stand in for another', () => {
    const text = words('already-taken', { key: '\uE001', name: '\uE000' }, 'en')
    expect(text).toBe('\uE000 already has \uE001.')
  })
})

describe('our own sentences are Markdown', () => {
  test('a link of ours leads where the fact says', () => {
    const text = phrase('ticket-opened-with-link', { key: 'DEMO-1', link: 'https://example.com/a_b_c?d=(e)' }, 'en')
    expect(JSON.stringify(text)).toContain('"type":"link","url":"https://example.com/a_b_c?d=(e)"')
  })

  test('a new line is a new line, and a list is a list', () => {
    const card = { key: 'DEMO-1', subject: 's', status: 'New', assignee: 'Ada', turn: 'Ours' }
    expect(words('status-card', card, 'en').split('\n')).toEqual([
      'DEMO-1 s',
      'Status: New',
      'Assignee: Ada',
      'Turn: Ours',
    ])
    expect(phrase('help-slack', { command: '/ticket' }, 'en').children.map(({ type }) => type)).toEqual([
      'paragraph',
      'list',
      'paragraph',
    ])
  })

  test('plain words carry no marks of Markdown', () => {
    for (const key of keys) {
      for (const language of languages)
        expect(wordsKept(key, factsOf(key, 'Rita'), language), key).not.toMatch(/\*\*|`|\]\(/)
    }
  })
})

describe('languages', () => {
  test.each([
    ['ru', 'Взять'],
    ['ru-RU', 'Взять'],
    ['pt-BR', 'Take'],
    ['xx', 'Take'],
    ['', 'Take'],
  ])('somebody who speaks "%s" reads "%s"', (language, said) => {
    expect(words('button-take', {}, language)).toBe(said)
  })

  test.each([
    [1, 'У вас 1 открытая заявка:'],
    [3, 'У вас 3 открытые заявки:'],
    [5, 'У вас 5 открытых заявок:'],
    [21, 'У вас 21 открытая заявка:'],
  ])('numbers choose their plural: %d', (count, said) => {
    expect(words('list-head', { count }, 'ru')).toBe(said)
  })

  test.each([
    [1, 'Aveți 1 tichet deschis:'],
    [2, 'Aveți 2 tichete deschise:'],
    [20, 'Aveți 20 de tichete deschise:'],
    [101, 'Aveți 101 tichete deschise:'],
    [2000, 'Aveți 2.000 de tichete deschise:'],
  ])('a Romanian counts %d with “de” where it belongs', (count, said) => {
    expect(words('list-head', { count }, 'ro')).toBe(said)
  })

  test('numbers are written the language’s way', () => {
    expect(words('error-too-long', { max: 3000 }, 'en')).toContain('3,000 characters')
    expect(words('error-too-long', { max: 3000 }, 'ru')).toMatch(/3\s?000 знаков/)
  })

  test('a word chooses its variant', () => {
    expect(words('uncarried', { name: 'Tom', kind: 'story' }, 'en')).toBe('Tom sent a story. It cannot be shown here.')
    expect(words('uncarried', { name: 'Tom', kind: 'game' }, 'en')).toContain('(game)')
  })
})

describe('what comes out of the store', () => {
  test('a key that is no longer there is shown as itself', () => {
    expect(wordsKept('gone-since', {}, 'ru')).toBe('gone-since')
    expect(wordsKept('toString', {}, 'en')).toBe('toString')
  })

  test('a fact that is missing leaves an ellipsis, and the sentence stays in its language', () => {
    expect(wordsKept('taken', {}, 'ru')).toBe('Заявку взял(а) ….')
  })
})

test('every refusal of the domain has its sentence', () => {
  for (const reason of refusalReasons) expect(isKey(`refusal-${reason}`), reason).toBe(true)
})
