import { describe, expect, test } from 'vitest'
import { leadingMention, startsWithWords, withoutPrefix } from '../../../src/domain/text/prefix.ts'
import { type Block, type Inline, plainText, type Text } from '../../../src/domain/text/text.ts'

const root = (...children: Block[]): Text => ({ type: 'root', children })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const t = (value: string): Inline => ({ type: 'text', value })
const quote = (...children: Block[]): Block => ({ type: 'blockquote', children })
const strong = (value: string): Inline => ({ type: 'strong', children: [t(value)] })

describe('Ada marks a message in the thread', () => {
  test('`//` keeps it among agents', () => {
    for (const words of ['// ask Bo', '//ask Bo', '  // ask Bo', '\n//\nask Bo']) {
      expect(startsWithWords(plainText(words), '//')).toBe(true)
      expect(withoutPrefix(plainText(words), '//')).toEqual(plainText('ask Bo'))
    }
    expect(startsWithWords(root(p(strong('//'), t(' ask'))), '//')).toBe(true)
    expect(startsWithWords(root(p(t('/'), strong('/ ask'))), '//')).toBe(true)
    for (const words of ['/ no', 'see // there', 'https://x.example', ''])
      expect(startsWithWords(plainText(words), '//')).toBe(false)
  })

  test('`>>` sends it to the requester, as typed or as the quote Slack makes of it', () => {
    const ways = [
      plainText('>> hello'),
      plainText('>>hello'),
      root(quote(p(t('> hello')))),
      root(quote(quote(p(t('hello'))))),
    ]
    for (const text of ways) {
      expect(startsWithWords(text, '>>')).toBe(true)
      expect(withoutPrefix(text, '>>')).toEqual(plainText('hello'))
    }
  })

  test('an ordinary quote, and `>>>`, are no mark', () => {
    for (const text of [
      root(quote(p(t('hello')))),
      plainText('> hello'),
      plainText('>>> hello'),
      root(quote(p(t('>> hello')))),
      plainText('a >> b'),
    ]) {
      expect(startsWithWords(text, '>>')).toBe(false)
      expect(withoutPrefix(text, '>>')).toBe(text)
    }
  })

  test('inline code is no mark: somebody shows a comment', () => {
    expect(startsWithWords(root(p({ type: 'inlineCode', value: '// x' })), '//')).toBe(false)
    expect(startsWithWords(root({ type: 'code', value: '// x' }), '//')).toBe(false)
  })

  test('what follows keeps its formatting and its lines', () => {
    const text = root(p(t('>> '), strong('now'), { type: 'break' }, { type: 'break' }, t('then')), {
      type: 'code',
      value: 'x',
    })
    expect(withoutPrefix(text, '>>')).toEqual(
      root(p(strong('now'), { type: 'break' }, { type: 'break' }, t('then')), { type: 'code', value: 'x' }),
    )
    expect(withoutPrefix(plainText('//'), '//')).toEqual(root())
  })

  test('opening with a colleague speaks to the colleague', () => {
    const bo: Inline = { type: 'mention', id: 'U0BO' }
    expect(leadingMention(root(p(bo, t(' look'))))).toEqual({ id: 'U0BO' })
    expect(leadingMention(root(p(t('  '), { type: 'break' }, { type: 'strong', children: [bo] })))).toEqual({
      id: 'U0BO',
    })
    expect(leadingMention(root(p(t('ask '), bo)))).toBeUndefined()
    expect(leadingMention(root(quote(p(bo))))).toBeUndefined()
    expect(leadingMention(root())).toBeUndefined()
  })
})
