import { describe, expect, it } from 'vitest'
import { audienceOf, type Spoken } from '../../src/domain/audience.ts'
import { toPlain } from '../../src/domain/text/plain.ts'
import { plainText, type Text } from '../../src/domain/text/text.ts'

const byAda = { byAgent: true, byBot: false, broadcast: false }
const heard = (words: string, rest: Partial<Spoken> = {}) => {
  const { audience, text } = audienceOf({ text: plainText(words), mode: 'direct', ...byAda, ...rest })
  return [audience, toPlain(text)]
}
const mention: Text = {
  type: 'root',
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'mention', id: 'U0BO', name: 'Bo' },
        { type: 'text', value: ' look' },
      ],
    },
  ],
}

describe('who hears what an agent writes in a ticket’s thread', () => {
  it('the requester, in a direct desk', () => expect(heard('hello')).toEqual(['requester', 'hello']))
  it('nobody outside, in an explicit desk', () =>
    expect(heard('hello', { mode: 'explicit' })).toEqual(['internal', 'hello']))
  it.each(['direct', 'explicit'] as const)('>> goes out without its mark (%s)', (mode) =>
    expect(heard('>> hello', { mode })).toEqual(['requester', 'hello']),
  )
  it.each(['direct', 'explicit'] as const)('// is held, and said so (%s)', (mode) =>
    expect(heard('// between us', { mode })).toEqual(['held-slashes', 'between us']),
  )
  it.each(['direct', 'explicit'] as const)('a mention of a colleague first is held (%s)', (mode) =>
    expect(audienceOf({ text: mention, mode, ...byAda }).audience).toBe('held-mention'),
  )
  it('a web address is not a mark', () => expect(heard('https://example.com//a')[0]).toBe('requester'))
})

describe('an album of several messages, of which each may say something', () => {
  const album = (...words: string[]) => {
    const parts = words.map((one) => plainText(one))
    return heard(words.join('\n'), { parts })
  }
  it.each([
    ['// for us', ''],
    ['', '// for us'],
    ['hello', '// for us'],
    ['>> hello', '// for us'],
  ])('%j, %j stays inside, all of it', (...words) => expect(album(...words)[0]).toBe('held-slashes'))
  it('loses its mark, wherever that stood', () => {
    expect(album('hello', '// for us')[1]).toBe('hello\nfor us')
    expect(album('hello', '>> there')).toEqual(['requester', 'hello\nthere'])
  })
  it('is held where any of it opens by naming a colleague', () => {
    const spoken = { text: plainText('hello'), parts: [plainText('hello'), mention], mode: 'direct', ...byAda } as const
    expect(audienceOf(spoken).audience).toBe('held-mention')
  })
})

describe('in doubt it stays inside', () => {
  it.each([{ byAgent: false }, { byBot: true }])('%j', (rest) => {
    expect(heard('hello', rest)[0]).toBe('internal')
    expect(heard('>> hello', rest)[0]).toBe('internal')
  })
  it('also sent to the channel: held, where it would have gone out', () => {
    const broadcast = true
    expect(heard('hello', { broadcast })).toEqual(['held-broadcast', 'hello'])
    expect(heard('>> hello', { broadcast, mode: 'explicit' })).toEqual(['held-broadcast', 'hello'])
    expect(heard('hello', { broadcast, mode: 'explicit' })[0]).toBe('internal')
    expect(heard('// hello', { broadcast })[0]).toBe('held-slashes')
  })
})
