/** What a release says of when: a year, perhaps its quarter, perhaps the desk's own word for the part (`sprint 3`). */
export interface Release {
  year: number
  /** 1 to 4; undefined: some time that year. */
  quarter?: number | undefined
  part: string
}

/** `2026`, `2026-Q4`, `Q4 2026`, `2026-Q4 sprint 3`. Undefined for what says no year: nobody could list it. */
export function releaseOf(text: string): Release | undefined {
  const words = text.trim().replace(/\s+/g, ' ')
  const [, year, quarter, part = ''] = /^(\d{4})(?:[-/. ]?Q([1-4]))?(?:[-/,. ]\s*((?!Q\d).+))?$/i.exec(words) ?? []
  if (year !== undefined) return made(year, quarter, part)
  const [, first, then, rest = ''] = /^Q([1-4])[-/. ](\d{4})(?:[-/,. ]\s*((?!Q\d).+))?$/i.exec(words) ?? []
  return then === undefined ? undefined : made(then, first, rest)
}

function made(year: string, quarter: string | undefined, part: string): Release {
  return { year: Number(year), quarter: quarter === undefined ? undefined : Number(quarter), part }
}

/** The one way it is written: `2026-Q4 sprint 3`. */
export function releaseText({ year, quarter, part }: Release): string {
  return `${year}${quarter === undefined ? '' : `-Q${quarter}`}${part === '' ? '' : ` ${part}`}`
}

/** The quarter a day (`2026-11-23`) is in. */
export function quarterOf(date: string): { year: number; quarter: number } {
  return { year: Number(date.slice(0, 4)), quarter: Math.ceil(Number(date.slice(5, 7)) / 3) }
}
