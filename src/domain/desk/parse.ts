import type { z } from 'zod'
import { triageOf } from './channels.ts'
import { complete } from './complete.ts'
import { crossCheck } from './cross-check.ts'
import type { Desk } from './desk.ts'
import { DeskFault, type Fault, faultAt, isRule, type Rule } from './fault.ts'
import { type Lines, linesShape } from './lines.ts'
import type { Platform } from './platform-id.ts'
import { switchOff } from './switch-off.ts'

/**
 * A desk definition from what stands in its file (already out of YAML, variables replaced). Throws a `DeskFault` with
 * everything that is wrong. `file` is only for its words. Nothing is left of platforms in `absent`.
 */
export function parseDesk(source: unknown, file: string, absent: ReadonlySet<Platform> = new Set()): Desk {
  const lines = parseLines(source, file)
  const faults: Fault[] = []
  crossCheck(lines, (path, rule, value, allowed) => faults.push(faultAt(file, path, rule, value, allowed)))
  const usable = switchOff(lines, absent)
  const triage = triageOf(usable.channels)
  if (!triage) faults.push(faultAt(file, ['channels'], 'no-triage', usable.channels))
  if (faults.length > 0 || !triage) throw new DeskFault(faults)
  return complete(usable, triage)
}

/** The shape alone. Throws a `DeskFault`. */
export function parseLines(source: unknown, file: string): Lines {
  const parsed = linesShape.safeParse(source)
  if (parsed.success) return parsed.data
  throw new DeskFault(parsed.error.issues.flatMap((issue) => faultsOf(issue, source, file)))
}

/** One of zod's findings in our words. */
function faultsOf(issue: z.core.$ZodIssue, source: unknown, file: string): Fault[] {
  const value = valueAt(source, issue.path)
  const fault = (rule: Rule, allowed?: readonly string[]) => [faultAt(file, issue.path, rule, value, allowed)]
  if (issue.code === 'unrecognized_keys') {
    // The message lists the keys there are (`strict`).
    return issue.keys.map((key) => {
      const path = [...issue.path, key]
      return faultAt(file, path, 'unknown-key', valueAt(source, path), [issue.message])
    })
  }
  if (issue.code === 'invalid_key') return fault(ruleOf(issue.issues[0]?.message, 'id'))
  if (value === undefined) return fault('missing')
  if (issue.code === 'invalid_value') return fault('not-one-of', issue.values.map(String))
  if (issue.code === 'invalid_type') return fault('wrong-type', [kindNames[issue.expected] ?? issue.expected])
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
    return issue.origin === 'array' || isRule(issue.message)
      ? fault('empty')
      : fault('wrong-type', [`a number of ${bound}`])
  }
  return fault(ruleOf(issue.message, 'wrong-type'))
}

function ruleOf(message: string | undefined, otherwise: Rule): Rule {
  return message !== undefined && isRule(message) ? message : otherwise
}

/** zod's names of kinds of value, as somebody who writes YAML knows them. */
const kindNames: Record<string, string> = {
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  // Only reading: whatever stands there is shown as it is.
  return path.reduce<unknown>(
    (at, step) => (at === null || at === undefined ? undefined : Reflect.get(Object(at), step)),
    source,
  )
}
