import { cleanString, maybeUnclean } from '../adapter.ts'

/**
 * JSON without what PostgreSQL's `jsonb` refuses: NUL characters and halves of surrogate pairs, in values and in names.
 * One such message would otherwise poison the insert, and with it its acknowledgement (stack.md §3). Nearly always there
 * is none, and nothing is looked at twice. `cleaned`: it may not be what it was.
 */
export function cleanJson(value: unknown): { json: string; cleaned: boolean } {
  const json = JSON.stringify(value)
  const cleaned = maybeUnclean(json)
  return { json: cleaned ? JSON.stringify(withoutPoison(JSON.parse(json))) : json, cleaned }
}

function withoutPoison(value: unknown): unknown {
  if (typeof value === 'string') return cleanString(value, '')
  if (Array.isArray(value)) return value.map(withoutPoison)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanString(key, ''), withoutPoison(inner)]))
  }
  return value
}
