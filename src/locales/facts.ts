import { madeOnce } from './made-once.ts'

/** What a sentence is given, as it is kept; it becomes words when the language is known. */
export type Fact = string | number | Hour | Day | Daytime | Span | Share | Size | Amount | AtLeast | Tongue

/** A point in time (UTC ms) as the clock of a zone (IANA) shows it; `named`: with the zone's name. */
export interface Hour {
  at: number
  zone: string
  named?: boolean | undefined
}

/** A day of the calendar, `2026-12-31` (ISO 8601), which is the same day everywhere. */
export interface Day {
  day: string
}

/** From when until when on any day, in minutes of the day; past midnight where `to` is not after `from`. */
export interface Daytime {
  fromMinute: number
  toMinute: number
}

/** A length of time, in ms; told in hours and minutes, to the nearest. */
export interface Span {
  ms: number
}

/** A part of a whole, from 0 to 1. */
export interface Share {
  share: number
}

/** So many, and it was not counted further. It chooses plurals as the number it names. */
export interface AtLeast {
  atLeast: number
}

/** A language (BCP 47), by its name. */
export interface Tongue {
  tongue: string
}

/** How large a file is, in bytes. */
export interface Size {
  bytes: number
}

/** A number somebody answered with, decimal: all its digits and no marks between thousands, for it may be a year. */
export interface Amount {
  amount: string
}

export function hour(at: Date | number | string, zone: string): Hour {
  return { at: new Date(at).getTime(), zone }
}

/** For what may be read anywhere. */
export function namedHour(at: Date | number | string, zone: string): Hour {
  return { ...hour(at, zone), named: true }
}

/** A fact as this language (BCP 47) writes it: its digits, its calendar, its words for hours and minutes. */
export function written(fact: Fact, language: string): string {
  if (typeof fact === 'string') return fact
  if (typeof fact === 'number') return numbers(language).format(fact)
  if ('at' in fact) return fact.named ? `${hourIn(fact, language)} (${zoneIn(fact, language)})` : hourIn(fact, language)
  if ('day' in fact) return dayIn(fact, language)
  if ('fromMinute' in fact) return daytimeIn(fact, language)
  if ('amount' in fact) return amountIn(fact, language)
  if ('atLeast' in fact) return `${numbers(language).format(fact.atLeast)}+`
  if ('ms' in fact) return spanIn(fact, language)
  if ('share' in fact) return shares(language).format(fact.share)
  if ('tongue' in fact) return tongues(language).of(fact.tongue) ?? fact.tongue
  return sizeIn(fact, language)
}

/** Sentences are read in both directions; of the languages written from right to left we may meet these. */
export function isRightToLeft(language: string): boolean {
  return /^(ar|fa|he|ur)(-|$)/.test(language)
}

/**
 * English is read everywhere, and its short ways to write a day are taken for each other: the month stands there by its
 * name. Persian without a country has the Persian calendar and digits all the same.
 */
const written24: Readonly<Record<string, readonly [string, Intl.DateTimeFormatOptions]>> = {
  en: ['en-GB', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }],
  fa: ['fa-IR-u-ca-persian', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }],
}

const numbers = madeOnce((language) => new Intl.NumberFormat(language))
const shares = madeOnce((language) => new Intl.NumberFormat(language, { style: 'percent' }))
const tongues = madeOnce((language) => new Intl.DisplayNames(language, { type: 'language' }))
const clocks = madeOnce((language, zone) => {
  const [as, options] = waysOf(language)
  return new Intl.DateTimeFormat(as, { ...options, timeZone: zone })
})
const zones = madeOnce(
  (language, zone) => new Intl.DateTimeFormat(waysOf(language)[0], { timeZone: zone, timeZoneName: 'longGeneric' }),
)
const days = madeOnce((language) => {
  const [as, { dateStyle }] = waysOf(language)
  return new Intl.DateTimeFormat(as, { dateStyle, timeZone: 'UTC' })
})
const daytimes = madeOnce((language) => {
  const [as] = waysOf(language)
  return new Intl.DateTimeFormat(as, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' })
})
const amounts = madeOnce(
  (language) => new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 }),
)
const spans = madeOnce((language) => new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }))
const units = madeOnce((language, unit) => {
  // A Latin sign (MB) would stand on the wrong side of its number where one reads from right to left: the word, then.
  const unitDisplay = isRightToLeft(language) ? 'long' : 'short'
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 })
})

function hourIn({ at, zone }: Hour, language: string): string {
  return clocks(language, zone).format(at)
}

/** A zone as people call it, summer and winter alike; one that has no such name by that of its clock. */
function zoneIn({ at, zone }: Hour, language: string): string {
  const name = zones(language, zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  return name === undefined || /^GMT|[+-]\d/.test(name) ? zone : name
}

function waysOf(language: string): readonly [string, Intl.DateTimeFormatOptions] {
  const otherwise = [language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }] as const
  return written24[language.split('-')[0] ?? language] ?? otherwise
}

/** What is no day stays as it is: an old row never blocks its lane. */
function dayIn({ day }: Day, language: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  return days(language).format(at)
}

/** As a range of the language: a dash alone is read from either side in one that runs from right to left. */
function daytimeIn({ fromMinute, toMinute }: Daytime, language: string): string {
  return daytimes(language).formatRange(fromMinute * 60_000, toMinute * 60_000)
}

function amountIn({ amount }: Amount, language: string): string {
  // Decimal digits as they stand: a string keeps those that a number would round away.
  return /^-?\d+(\.\d+)?$/.test(amount) ? amounts(language).format(amount as `${number}`) : amount
}

/** Not `Intl.DurationFormat`: Node.js 20 has none. */
function spanIn({ ms }: Span, language: string): string {
  const minutes = Math.round(ms / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [inUnit(hours, 'hour', language)] : []),
    ...(rest > 0 || hours === 0 ? [inUnit(rest, 'minute', language)] : []),
  ]
  return spans(language).format(parts)
}

function sizeIn({ bytes }: Size, language: string): string {
  if (bytes < 1000) return inUnit(bytes, 'byte', language)
  return bytes < 1_000_000
    ? inUnit(bytes / 1000, 'kilobyte', language)
    : inUnit(bytes / 1_000_000, 'megabyte', language)
}

function inUnit(value: number, unit: string, language: string): string {
  return units(language, unit).format(value)
}
