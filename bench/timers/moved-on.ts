/** From this on a number is an instant (UTC ms), not a length. */
const AN_INSTANT = 1e12
const isoTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g

/** The same value with every instant in it so much later (ms), and some words replaced, wherever they stand. */
export function movedOn(value: unknown, ms: number, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'number') return value >= AN_INSTANT ? value + ms : value
  if (typeof value === 'string') {
    let text = value.replace(isoTime, (time) => new Date(Date.parse(time) + ms).toISOString())
    for (const [word, other] of words) text = text.replaceAll(word, other)
    return text
  }
  if (Array.isArray(value)) return value.map((one) => movedOn(one, ms, words))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, movedOn(inner, ms, words)]))
}
