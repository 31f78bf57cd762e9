import { describe, expect, test } from 'vitest'
import { calm, calmSent } from '../../../src/domain/text/calm.ts'
import { isolated } from '../../../src/domain/text/isolated.ts'
import type { Text } from '../../../src/domain/text/text.ts'

describe('isolates', () => {
  const said = (value: string): Text => ({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  })

  test('what is said to us keeps none, what we say keeps those that are closed, and of others nothing', () => {
    expect(calm(said('تیکت \u2068DEMO-1\u2069'))).toEqual(said('تیکت DEMO-1'))
    expect(calmSent(said('تیکت \u2068DEMO-1\u2069'))).toEqual(said('تیکت \u2068DEMO-1\u2069'))
    expect(calmSent(said('\u2067a\u2069 \u202Eb \u2068c'))).toEqual(said('a b c'))
    expect(calmSent(said('\u2069a\u2068'))).toEqual(said('a'))
  })

  test('around code they are closed in the nodes beside it', () => {
    const text: Text = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'با \u2068' },
            { type: 'inlineCode', value: '/help' },
            { type: 'text', value: '\u2069 ببینید' },
          ],
        },
      ],
    }
    expect(calmSent(text)).toEqual(text)
  })

  test('marks that come with a name never reach beyond it', () => {
    expect(isolated('\u2069Rita\u2068')).toBe('\u2068Rita\u2069')
    expect(isolated('به \u2068Rita\u2069')).toBe('\u2068به \u2068Rita\u2069\u2069')
    expect(isolated('')).toBe('')
  })
})
