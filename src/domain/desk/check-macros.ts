import type { Say } from './cross-check.ts'
import type { Lines } from './lines.ts'
import { freeBlanks } from './macros.ts'
import type { Status } from './statuses.ts'

/** Macros on their own: the status they lead to, and the same blanks in every language. */
export function checkMacros({ macros }: Lines, statuses: readonly Status[], say: Say): void {
  const reachable = statuses.filter(({ stage }) => stage !== 'closed').map(({ id }) => id)
  for (const [index, { text, blanks, then }] of macros.entries()) {
    if (then !== undefined && !reachable.includes(then)) say(['macros', index, 'then'], 'unknown-name', then, reachable)
    const english = freeBlanks(text.en)
    for (const [language, words] of Object.entries(text)) {
      const here = freeBlanks(words)
      const differs = here.length !== english.length || here.some((name) => !english.includes(name))
      if (differs) say(['macros', index, 'text', language], 'same-blanks', words, english)
    }
    for (const name of Object.keys(blanks)) {
      if (!english.includes(name)) say(['macros', index, 'blanks', name], 'unknown-name', name, english)
    }
  }
}
