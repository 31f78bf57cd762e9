import { tagOf } from '../ticket/tag.ts'
import { optionIds } from './check-types.ts'
import type { Say } from './cross-check.ts'
import type { Lines } from './lines.ts'

/** Routes look at things that exist, and at values those can have. */
export function checkRouting(lines: Lines, say: Say): void {
  const known = values(lines)
  lines.routing.forEach(({ when }, index) => {
    for (const [key, wanted] of Object.entries(when)) {
      const path = ['routing', index, 'when', key]
      const allowed = known.get(key)
      if (!allowed) {
        say(path, 'unknown-name', key, [...known.keys()])
        continue
      }
      if (key === 'tag') {
        for (const value of wanted) if (tagOf(value) !== value) say(path, 'tag', value)
        continue
      }
      // A field of free text has no list of values to compare with.
      if (allowed === 'anything') continue
      for (const value of wanted) if (!allowed.includes(value)) say(path, 'unknown-name', value, allowed)
    }
  })
}

/** What a route may look at, and the values it can have. */
function values({ types, priorities, categories }: Lines): Map<string, string[] | 'anything'> {
  const known = new Map<string, string[] | 'anything'>([
    ['type', Object.keys(types)],
    ['priority', priorities.map(({ id }) => id)],
    ['category', categories.map(({ id }) => id)],
    ['tag', 'anything'],
  ])
  for (const field of Object.values(types).flatMap((type) => [...type.fields, ...type.agentFields])) {
    const options = optionIds(field)
    const sofar = known.get(field.id)
    if (options.length === 0 || sofar === 'anything') known.set(field.id, 'anything')
    else known.set(field.id, [...(sofar ?? []), ...options])
  }
  return known
}
