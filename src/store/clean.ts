import { cleanString } from '../adapter.ts'

/**
 * A platform's body without what PostgreSQL's `jsonb` refuses: NUL characters and halves of surrogate pairs. One such
 * message would otherwise poison the insert, and with it its acknowledgement (stack.md §3).
 */
export function withoutPoison(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(withoutPoison)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), withoutPoison(inner)]))
  }
  return value
}

function cleanText(text: string): string {
  return cleanString(text, '')
}
