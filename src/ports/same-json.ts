/** The same once kept as JSON: PostgreSQL keeps the keys of a `jsonb` in an order of its own. */
export function sameJson(one: unknown, other: unknown): boolean {
  return (
    JSON.stringify(sorted(JSON.parse(JSON.stringify(one)))) ===
    JSON.stringify(sorted(JSON.parse(JSON.stringify(other))))
  )
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
