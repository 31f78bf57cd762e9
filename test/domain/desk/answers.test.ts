import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldKinds } from '../../../src/domain/desk/field.ts'
import { checkAnswers, fieldsOf } from '../../../src/domain/desk/questions.ts'
import { exampleDesk } from './example.ts'

const subject = 'It does not print'
const needsOptions = ['choice', 'many']

/** A desk whose one form asks one thing of each kind. */
const desk = exampleDesk({
  types: {
    all: {
      label: 'All',
      fields: fieldKinds.map((kind) => ({
        id: kind,
        kind,
        label: kind,
        ...(needsOptions.includes(kind)
          ? { options: ['linux', { id: 'macos', label: { en: 'A Mac', ru: 'Мак' } }, 'windows'] }
          : {}),
        ...(kind === 'many' || kind === 'file' ? { max: 2 } : {}),
      })),
    },
    ask: { label: 'Ask', fields: [] },
    bug: {
      label: 'Bug',
      fields: [
        { id: 'steps', kind: 'longtext', label: 'Steps', required: true },
        { id: 'os', kind: 'choice', label: 'OS', options: ['linux', 'macos', 'windows'] },
        { id: 'store', kind: 'yesno', label: 'From the store?', shownWhen: { os: 'macos' } },
        { id: 'version', kind: 'version', label: 'Version', required: true, shownWhen: { store: ['yes'] } },
      ],
    },
  },
  transitions: undefined,
})

describe('what Rita is asked', () => {
  const asked = (type: string, answers: Record<string, string> = {}) =>
    fieldsOf(desk, type, answers).map(({ id, required }) => (required ? `${id}*` : id))

  test('always a subject; a description where the form has no long text of its own', () => {
    expect(asked('ask')).toEqual(['subject*', 'description*'])
    expect(asked('bug')).toEqual(['subject*', 'description', 'steps*', 'os'])
  })

  test('more, as her choices make it fit', () => {
    expect(asked('bug', { os: 'macos' })).toEqual(['subject*', 'description', 'steps*', 'os', 'store'])
    expect(asked('bug', { os: 'macos', store: 'yes' })).toEqual([
      'subject*',
      'description',
      'steps*',
      'os',
      'store',
      'version*',
    ])
  })

  test('nothing that hangs on a question no longer asked', () => {
    expect(asked('bug', { os: 'linux', store: 'yes' })).toEqual(['subject*', 'description', 'steps*', 'os'])
  })
})

describe('what Rita may answer', () => {
  test.each([
    ['text', ' hello ', 'hello'],
    ['longtext', 'a\n\nb', 'a\n\nb'],
    ['choice', 'macos', 'macos'],
    ['many', ['linux', 'macos', 'linux'], ['linux', 'macos']],
    ['many', 'linux', ['linux']],
    ['yesno', 'yes', 'yes'],
    ['number', '-1,5', '-1.5'],
    ['number', '۱۲٫۵', '12.5'],
    ['date', '۲۰۲۸-۰۲-۲۹', '2028-02-29'],
    ['date', '2028-02-29', '2028-02-29'],
    ['version', '6.2 beta', '6.2 beta'],
    ['person', 'U0BO', 'U0BO'],
    ['file', ['F1', 'F2'], ['F1', 'F2']],
    ['email', 'rita@example.com', 'rita@example.com'],
    ['url', 'https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['release', 'Q3 2026', '2026-Q3'],
  ] as const)('%s: %j', (id, answer, value) => {
    const given = { subject, description: 'x', [id]: typeof answer === 'string' ? answer : [...answer] }
    expect(checkAnswers(desk, 'all', given)).toEqual({ values: { subject, description: 'x', [id]: value } })
  })

  test.each([
    ['text', 'x'.repeat(3001), 'too-long', { max: 3000 }],
    ['longtext', 'x'.repeat(3001), 'too-long', { max: 3000 }],
    ['subject', 'x'.repeat(151), 'too-long', { max: 150 }],
    ['choice', 'amiga', 'not-an-option', { allowed: 'linux, Мак, windows' }],
    ['many', ['linux', 'amiga'], 'not-an-option', { allowed: 'linux, Мак, windows' }],
    ['many', ['linux', 'macos', 'windows'], 'too-many', { max: 2 }],
    ['yesno', 'perhaps', 'not-an-option', {}],
    ['number', 'twelve', 'not-a-number', {}],
    ['number', '1e9', 'not-a-number', {}],
    ['date', '2027-02-29', 'not-a-date', {}],
    ['date', '31.12.2026', 'not-a-date', {}],
    ['version', 'newest', 'not-a-version', {}],
    ['version', '1'.repeat(101), 'too-long', { max: 100 }],
    ['file', ['F1', 'F2', 'F3'], 'too-many', { max: 2 }],
    ['email', 'rita at example', 'not-an-email', {}],
    ['url', 'javascript:alert(1)', 'not-a-url', {}],
    ['url', 'https://exa mple.com', 'not-a-url', {}],
  ] as const)('but not %s: %j is %s', (id, answer, reason, facts) => {
    const given = { subject, description: 'x', [id]: typeof answer === 'string' ? answer : [...answer] }
    expect(checkAnswers(desk, 'all', given, 'ru')).toMatchObject({ errors: { [id]: { reason, facts } } })
  })

  test.each([
    ['۱۴۰۵-۱۰-۱۰', '2026-12-31'],
    ['1405-02-31', '2026-05-21'],
    ['1403-12-30', '2025-03-20'],
    ['2026-12-31', '2026-12-31'],
  ])('of a day the Persian calendar’s, where Persian is read: %s', (date, value) => {
    expect(checkAnswers(desk, 'all', { subject, description: 'x', date }, 'fa')).toMatchObject({
      values: { date: value },
    })
  })

  test.each([
    ['1405-12-30', 'fa'],
    ['1405-13-01', 'fa'],
    ['0405-01-01', 'fa'],
    ['1405-10-10', 'en'],
    ['1899-12-31', 'en'],
  ])('and not a day that calendar has not, nor one of long ago: %s in %s', (date, language) => {
    expect(checkAnswers(desk, 'all', { subject, description: 'x', date }, language)).toMatchObject({
      errors: { date: { reason: 'not-a-date' } },
    })
  })

  test('what must be answered and is not, is told field by field', () => {
    expect(checkAnswers(desk, 'bug', { subject: '  ', steps: '', os: 'macos', store: 'yes' })).toMatchObject({
      errors: { subject: { reason: 'required' }, steps: { reason: 'required' }, version: { reason: 'required' } },
    })
  })

  test('a type the desk does not have is told with those it has', () => {
    expect(checkAnswers(desk, 'wish', { subject })).toMatchObject({
      errors: { type: { reason: 'not-an-option', facts: { allowed: 'All, Ask, Bug' } } },
    })
  })

  test('answers to questions not asked are dropped', () => {
    const answers = { subject, steps: 'press the button', os: 'linux', store: 'yes', version: '1', evil: 'x' }
    expect(checkAnswers(desk, 'bug', answers)).toEqual({ values: { subject, steps: 'press the button', os: 'linux' } })
  })
})

test('whatever is answered: either every value is of a field asked, or every error is; never a crash', () => {
  const answer = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.string()),
    fc.constantFrom('linux', 'yes', '2026-01-01', '1'),
  )
  const answers = fc.dictionary(
    fc.constantFrom('subject', 'description', '__proto__', 'toString', ...fieldKinds),
    answer,
  )
  fc.assert(
    fc.property(answers, (given) => {
      const checked = checkAnswers(desk, 'all', given)
      const asked = fieldsOf(desk, 'all', given).map(({ id }) => id)
      const told = Object.keys('values' in checked ? checked.values : checked.errors)
      expect(told.every((id) => asked.includes(id))).toBe(true)
      // What was accepted once is accepted again, unchanged.
      if ('values' in checked) expect(checkAnswers(desk, 'all', checked.values)).toEqual(checked)
    }),
    { numRuns: 300 },
  )
})
