import { expect, test } from 'vitest'
import type { Fact } from '../../src/locales/facts.ts'
import { written } from '../../src/locales/index.ts'

const hour = { at: Date.parse('2027-03-02T10:05:00Z'), zone: 'Europe/Stockholm' }
const facts = {
  hour,
  'hour with its zone': { ...hour, named: true },
  day: { day: '2026-12-31' },
  'no day': { day: 'soon' },
  daytime: { fromMinute: 22 * 60, toMinute: 7 * 60 },
  span: { ms: 26.5 * 3_600_000 },
  share: { share: 0.875 },
  size: { bytes: 2_400_000 },
  count: 12_345,
  'not counted further': { atLeast: 1000 },
  amount: { amount: '2026.50' },
  'no amount': { amount: 'twelve' },
} satisfies Record<string, Fact>

/** A list, as somebody who speaks this reads it; blanks that do not break are blanks here. */
function asRead(language: string): Record<string, string> {
  const all = Object.entries(facts).map(([name, fact]) => [name, written(fact, language).replaceAll(/\s/g, ' ')])
  return Object.fromEntries(all) as Record<string, string> // fromEntries of pairs
}

test('English writes a day so that nobody takes it for another', () => {
  expect(asRead('en')).toEqual({
    hour: '2 Mar 2027, 11:05',
    'hour with its zone': '2 Mar 2027, 11:05 (Central European Time)',
    day: '31 Dec 2026',
    'no day': 'soon',
    daytime: '22:00–07:00',
    span: '26 hr 30 min',
    share: '88%',
    size: '2.4 MB',
    count: '12,345',
    'not counted further': '1,000+',
    amount: '2026.5',
    'no amount': 'twelve',
  })
})

test('Russian, with its names of months and its comma', () => {
  expect(asRead('ru')).toEqual({
    hour: '2 мар. 2027 г., 11:05',
    'hour with its zone': '2 мар. 2027 г., 11:05 (Центральная Европа)',
    day: '31 дек. 2026 г.',
    'no day': 'soon',
    daytime: '22:00–07:00',
    span: '26 ч 30 мин',
    share: '88 %',
    size: '2,4 МБ',
    count: '12 345',
    'not counted further': '1 000+',
    amount: '2026,5',
    'no amount': 'twelve',
  })
})

test('Persian, by its own calendar and in its own digits', () => {
  const read = asRead('fa')
  expect(read).toMatchObject({
    day: '۱۰ دی ۱۴۰۵',
    'no day': 'soon',
    daytime: '۲۲:۰۰ تا ۷:۰۰',
    share: '۸۸٪',
    count: '۱۲٬۳۴۵',
    'not counted further': '۱٬۰۰۰+',
    amount: '۲۰۲۶٫۵',
    'no amount': 'twelve',
  })
  expect(written({ at: 0, zone: 'UTC', named: true }, 'en')).toBe('1 Jan 1970, 00:00 (UTC)')
  expect(read['hour with its zone']).toMatch(/\(وقت مرکز اروپا\)$/)
  expect(read.hour).toMatch(/^۱۱ اسفند ۱۴۰۵.*۱۱:۰۵$/)
  expect(read.span).toMatch(/۲۶ .*۳۰ /)
  for (const fact of ['hour', 'day', 'daytime', 'span', 'share', 'size', 'count', 'amount'])
    expect(read[fact], fact).not.toMatch(/[0-9A-Za-z]/)
})
