import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseDesk } from '../../src/domain/desk/parse.ts'
import type { Macro } from '../../src/domain/desk/questions.ts'
import { completed, macrosFor, macroText } from '../../src/domain/macro.ts'

const source = readFileSync('desks/demo.yaml', 'utf8').replaceAll(/"\$\{SLACK_(\w+)_CHANNEL\}"/g, 'C0$1')
const demo = () => parse(source)
const desk = parseDesk(demo(), 'demo.yaml')
const it_ = { requester: 'Rita', key: 'DEMO-1', agent: 'Ada', subject: 'Printer' }

const macro = (text: Macro['text']): Macro => ({ id: 'm', label: { en: 'M' }, text, blanks: {} })

describe('a macro', () => {
  it('is in the requester’s language, and what fills itself is filled', () => {
    const both = macro({ en: 'Hello {requester}, {key}', ru: 'Здравствуйте, {requester}' })
    expect(macroText(both, desk, 'ru', it_)).toEqual({ text: 'Здравствуйте, Rita', blanks: [] })
    expect(macroText(both, desk, 'sv', it_).text).toBe('Hello Rita, DEMO-1')
  })

  it('a name or a subject with Markdown in it stays what it is, and braces in it ask nothing', () => {
    const odd = { ...it_, subject: '[here](http://evil) {agent} *x*' }
    const { text, blanks } = macroText(macro({ en: '{subject}' }), desk, 'en', odd)
    expect(text).toBe(String.raw`\[here\](http://evil) {agent} \*x\*`)
    expect(blanks).toEqual([])
  })

  it('asks the agent for the other blanks, unless they are edited out', () => {
    const { text, blanks } = macroText(macro({ en: 'Wait {days} days, {agent}' }), desk, 'en', it_)
    expect([text, blanks]).toEqual(['Wait {days} days, Ada', ['days']])
    expect(completed(text, blanks, {})).toMatchObject({ missing: ['days'] })
    expect(completed(text, blanks, { days: ' 3 ' })).toEqual({ text: 'Wait 3 days, Ada', missing: [] })
    expect(completed('Wait a little', blanks, {})).toEqual({ text: 'Wait a little', missing: [] })
  })

  it('that moves the ticket is offered only to whoever may move it so', () => {
    expect(macrosFor(desk, ['agent']).map(({ id }) => id)).toEqual(['thanks', 'restart'])
    const roles = [{ ...desk.roles[0], id: 'agent', may: ['reply'] } as (typeof desk.roles)[number]] // the first is there
    expect(macrosFor({ ...desk, roles }, ['agent']).map(({ id }) => id)).toEqual(['thanks'])
  })
})

describe('in the desk file', () => {
  const faults = (macros: unknown) => {
    try {
      parseDesk({ ...demo(), macros }, 'demo.yaml')
      return ''
    } catch (error) {
      return String(error)
    }
  }

  it.each([
    ['a status that is not there', '[{ id: a, label: A, text: x, then: nowhere }]', /macros\[0\]\.then.*waiting/],
    ['the end of all', '[{ id: a, label: A, text: x, then: closed }]', /macros\[0\]\.then/],
    ['a blank like no other', '[{ id: a, label: A, text: "x {Your Name}" }]', /macros\[0\]\.text.*small letters/i],
    ['other blanks in Russian', '[{ id: a, label: A, text: { en: "{days}", ru: "{time}" } }]', /text\.ru.*days/],
    ['a label for no blank', '[{ id: a, label: A, text: x, blanks: { days: Days } }]', /blanks\.days/],
    ['one id twice', '[{ id: a, label: A, text: x }, { id: a, label: A, text: x }]', /macros\[1\]\.id/],
  ])('%s is told, and how to mend it', (_, macros, said) => expect(faults(parse(macros))).toMatch(said))
})
