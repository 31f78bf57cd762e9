import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fallback } from '../../../../adapters/slack/text/fallback.ts'
import { fromMrkdwn } from '../../../../adapters/slack/text/mrkdwn.ts'
import { toPlain } from '../../../../src/domain/text/plain.ts'
import { startsWithWords, withoutPrefix } from '../../../../src/domain/text/prefix.ts'
import { type Block, type Inline, plainText, type Text } from '../../../../src/domain/text/text.ts'
import { workMs } from '../../../support/own-time.ts'

const root = (...children: Block[]): Text => ({ type: 'root', children })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const t = (value: string): Inline => ({ type: 'text', value })

describe('a message of a bot or an old client, without blocks', () => {
  test('names people and reads out channels, groups, broadcasts and dates', () => {
    expect(
      fromMrkdwn(
        '<@U0BO|bo> <@W0ADA> <#C1|general> <#C2> <!channel> <!here|here> <!subteam^S1|@helpers> <!subteam^S2> <!date^0^{date}|long ago>',
      ),
    ).toEqual(
      root(
        p(
          { type: 'mention', id: 'U0BO', name: 'bo' },
          t(' '),
          { type: 'mention', id: 'W0ADA' },
          t(' #general #C2 @channel @here @helpers @S2 long ago'),
        ),
      ),
    )
  })

  test('links and escapes', () => {
    expect(
      fromMrkdwn(
        '<http://x.example|a &amp; b> <https://y.example?a=1&amp;b=2> <mailto:a@b.example|a@b.example> &lt;!channel&gt; &amp;lt; <javascript:x|y>',
      ),
    ).toEqual(
      root(
        p(
          { type: 'link', url: 'http://x.example', children: [t('a & b')] },
          t(' '),
          { type: 'link', url: 'https://y.example?a=1&b=2', children: [t('https://y.example?a=1&b=2')] },
          t(' '),
          { type: 'link', url: 'mailto:a@b.example', children: [t('a@b.example')] },
          t(' <!channel> &lt; y'),
        ),
      ),
    )
  })

  test('styles, with marks inside words and without a partner left alone', () => {
    expect(fromMrkdwn('*bold _both_* ~gone~ `*code* &lt;` snake_case_name 2*3*4 *open _ * ~')).toEqual(
      root(
        p(
          { type: 'strong', children: [t('bold '), { type: 'emphasis', children: [t('both')] }] },
          t(' '),
          { type: 'delete', children: [t('gone')] },
          t(' '),
          { type: 'inlineCode', value: '*code* <' },
          t(' snake_case_name 2*3*4 *open _ * ~'),
        ),
      ),
    )
  })

  test('code blocks and quotes', () => {
    expect(
      fromMrkdwn(
        'see\n```\n*a*\n  &lt;b&gt; <http://x.example>\n```\n&gt; one\n&gt; two\nthree\n&gt;&gt;&gt; all\nthe rest',
      ),
    ).toEqual(
      root(
        p(t('see')),
        { type: 'code', value: '*a*\n  <b> http://x.example' },
        { type: 'blockquote', children: [p(t('one'), { type: 'break' }, t('two'))] },
        p(t('three')),
        { type: 'blockquote', children: [p(t('all'), { type: 'break' }, t('the rest'))] },
      ),
    )
    expect(toPlain(fromMrkdwn('an ``` open fence'))).toBe('an ``` open fence')
  })

  test('`&gt;&gt;` at the beginning is still the mark for the requester', () => {
    const text = fromMrkdwn('&gt;&gt; we are *on it*')
    expect(startsWithWords(text, '>>')).toBe(true)
    expect(toPlain(withoutPrefix(text, '>>'))).toBe('we are on it')
    expect(startsWithWords(fromMrkdwn('&gt; a quote'), '>>')).toBe(false)
  })

  test('never fails, and keeps every letter of what it does not understand', () => {
    const letters = (words: string) => words.replace(/[\s*_~`>]/g, '')
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '*', '_', '~', '`', '```', '&', '<', '>', '😀') }),
        (said) => {
          expect(letters(toPlain(fromMrkdwn(fallback(plainText(said)))))).toBe(letters(said))
          expect(fromMrkdwn(said).type).toBe('root')
        },
      ),
      { numRuns: 500 },
    )
  })

  test('forty thousand marks take less than two seconds', () => {
    for (const said of [
      '*a '.repeat(13_000),
      '<'.repeat(40_000),
      '`'.repeat(40_000),
      '*'.repeat(40_000),
      '_*~'.repeat(13_000),
      '*_a '.repeat(10_000),
    ]) {
      expect(workMs(() => fromMrkdwn(said))).toBeLessThan(2000)
    }
  })
})
