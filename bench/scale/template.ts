import { MESSAGES, type Model, TEXT_MARKS } from './models.ts'

/** A column's type as `information_schema` names it. */
export type Types = ReadonlyMap<string, string>
export type Row = Readonly<Record<string, unknown>>

/** One row of a model as SQL: what its copy for `f` (a row of `filler`) holds, and which texts of the corpus it says. */
export interface Copied {
  columns: string[]
  values: string[]
  texts: number[]
}

const isoTime = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)`
/** From this on a number is an instant (UTC ms), not a length. */
const instant = String.raw`(?<!\d)1[6-9]\d{11}(?!\d)`
const slackTs = String.raw`1\d{9}\.\d{6}`
const telegramId = String.raw`(?<!\d)1000\d{5}(?!\d)`

/**
 * Writes the copy of a model's rows as SQL over `filler`: ids, the key, people, the platforms' ids and texts are the
 * copy's own, and every instant is as much later or earlier as the copy is.
 */
export class Template {
  readonly #pattern: RegExp
  readonly #words: ReadonlyMap<string, string>
  readonly #numbers = new Map<string, number>()

  constructor(model: Model, own: { uuids: readonly string[]; buttons: readonly string[] }) {
    const { key, requester, requesterId } = model
    const words = new Map([
      [requesterId, 'f.person'],
      [requester, 'f.platform_id'],
      [key, 'f.key'],
      [key.toLowerCase().replace('-', ' '), `replace(lower(f.key), '-', ' ')`],
      ...TEXT_MARKS.map((mark, n): [string, string] => [mark, `c${n}.body`]),
      ...own.buttons.map((id): [string, string] => [id, `${literal(`${id}.`)} || f.n`]),
      // Ids of one copy follow each other, as they do where the product makes them: version 7 of RFC 9562.
      ...own.uuids.map((id): [string, string] => [id, `f.t || ${literal(id.slice(14))}`]),
    ])
    this.#words = words
    const named = [...words.keys()].toSorted((one, other) => other.length - one.length).map(escaped)
    this.#pattern = new RegExp(`(${named.join('|')}|${isoTime}|${instant}|${slackTs}|${telegramId})`)
  }

  row(row: Row, types: Types, instead: Readonly<Record<string, string>>): Copied {
    const columns = [...types.keys()].filter((name) => name !== 'seq')
    const values = columns.map((name) => instead[name] ?? this.#value(row[name], types.get(name) ?? 'text'))
    const said = TEXT_MARKS.flatMap((_, n) => (values.some((value) => value.includes(`c${n}.body`)) ? [n] : []))
    return { columns, values, texts: said }
  }

  #value(value: unknown, type: string): string {
    if (value === null || value === undefined) return 'null'
    if (type === 'jsonb') return `(${this.#text(JSON.stringify(value))})::jsonb`
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (type.startsWith('timestamp')) return `${literal(text)}::timestamptz + f.shift`
    if (type === 'uuid') return `(${this.#text(text)})::uuid`
    return type === 'text' ? this.#text(text) : literal(text)
  }

  #text(text: string): string {
    const parts = text.split(this.#pattern).map((part, index) => (index % 2 === 0 ? literal(part) : this.#own(part)))
    return parts.filter((part) => part !== "''").join(' || ') || "''"
  }

  #own(found: string): string {
    const word = this.#words.get(found)
    if (word !== undefined) return word
    if (/^\d{13}$/.test(found)) return `(${found} + f.shift_ms)::text`
    if (/^\d{10}\./.test(found)) return `f.seconds || ${literal(String(this.#number(found)).padStart(3, '0'))}`
    if (/^\d{9}$/.test(found)) return `(${2_000_000_000_000 + this.#number(found)} + f.n * 1000)::text`
    return `to_char((${literal(found)}::timestamptz + f.shift) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  }

  /** Every message of the platform in this model has a number. */
  #number(id: string): number {
    const known = this.#numbers.get(id) ?? this.#numbers.size + 1
    this.#numbers.set(id, known)
    return known
  }
}

/** Which text of the corpus the copy `n` of a ticket says as its `text`th, as SQL. */
export function textOf(text: number, corpus: number): string {
  return `((f.n::bigint * ${MESSAGES + 1} + ${text}) * 7919 % ${corpus})::int`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
