import type { RuleKind } from '../../domain/organisation.ts'

/** What an agent orders by `/desk org …`. */
export type Order =
  | { do: 'list' }
  | { do: 'who'; name: string }
  | { do: 'add'; name: string; plan: string | undefined }
  | { do: 'plan'; name: string; plan: string }
  | { do: 'rule'; kind: RuleKind; name: string; value: string }
  | { do: 'remove-rule'; kind: RuleKind; value: string }
  | { do: 'person'; name: string; whom: string }
  | { do: 'remove-person'; whom: string }
  | { do: 'invite'; name: string; days: number | undefined; people: number | undefined }
  | { do: 'revoke'; name: string }
  | { do: 'remove'; name: string }
  | { do: 'how' }

/**
 * The words after `org`. A name may be of several words, in quotation marks or not: what stands after it is the last
 * word. `plans`: the desk's, so that `add Acme gold` is no company called Acme gold.
 */
export function orderOf(words: string, plans: readonly string[]): Order {
  const [verb = 'list', ...tokens] = words.trim().split(/\s+/)
  const all = named(tokens)
  const name = named(tokens.slice(0, -1))
  const last = tokens.at(-1) ?? ''
  switch (verb.toLowerCase() || 'list') {
    case 'list':
      return tokens.length === 0 ? { do: 'list' } : { do: 'how' }
    case 'who':
      return all === '' ? { do: 'how' } : { do: 'who', name: all }
    case 'add': {
      if (all === '') return { do: 'how' }
      if (name === '' || !plans.includes(last)) return { do: 'add', name: all, plan: undefined }
      const alone = named(tokens.at(-2)?.toLowerCase() === 'plan' ? tokens.slice(0, -2) : tokens.slice(0, -1))
      return { do: 'add', name: alone === '' ? all : alone, plan: alone === '' ? undefined : last }
    }
    case 'plan':
      return name === '' ? { do: 'how' } : { do: 'plan', name, plan: last }
    case 'domain':
    case 'channel':
    case 'workspace': {
      // The words above, as a kind.
      const kind = verb.toLowerCase() as RuleKind
      return name === '' ? { do: 'how' } : { do: 'rule', kind, name, value: last }
    }
    case 'person':
      return name === '' ? { do: 'how' } : { do: 'person', name, whom: last }
    case 'invite':
      return invitation(tokens)
    case 'revoke':
      return all === '' ? { do: 'how' } : { do: 'revoke', name: all }
    case 'remove':
      return removal(tokens, all)
    default:
      return { do: 'how' }
  }
}

/** `invite Acme Inc 30 20`: for 30 days and 20 people. */
function invitation(tokens: readonly string[]): Order {
  const numbers: number[] = []
  const rest = [...tokens]
  while (numbers.length < 2 && rest.length > 1 && /^\d{1,6}$/.test(rest.at(-1) ?? ''))
    numbers.unshift(Number(rest.pop()))
  const name = named(rest)
  return name === '' ? { do: 'how' } : { do: 'invite', name, days: numbers[0], people: numbers[1] }
}

function removal(tokens: readonly string[], all: string): Order {
  const [what = '', value, more] = tokens
  if (value !== undefined && more === undefined) {
    if (what === 'person') return { do: 'remove-person', whom: value }
    if (what === 'domain' || what === 'channel' || what === 'workspace') {
      return { do: 'remove-rule', kind: what, value }
    }
  }
  return all === '' ? { do: 'how' } : { do: 'remove', name: all }
}

/** Without the quotation marks around it, of whatever make: phones set their own. */
function named(tokens: readonly string[]): string {
  return tokens
    .join(' ')
    .replace(/^["'“”„«»‘’]+|["'“”„«»‘’]+$/g, '')
    .trim()
}
