import { readFileSync } from 'node:fs'
import { deskSource } from '../../../src/desks.ts'
import type { Desk } from '../../../src/domain/desk/desk.ts'
import { parseDesk } from '../../../src/domain/desk/parse.ts'

/** The playground's names, as the composition root gives them. */
const playgroundNames: Record<string, string> = {
  SLACK_TRIAGE_CHANNEL: 'C0TRIAGE',
  SLACK_HELP_CHANNEL: 'C0HELP',
  SLACK_FINANCE_CHANNEL: 'C0FINANCE',
}

export const playgroundEnv = (name: string): string | undefined => playgroundNames[name]

/** The example every desk file follows, a fresh copy each time so that a test can break it. */
export function exampleSource(): Record<string, unknown> {
  const text = readFileSync(new URL('./example.yaml', import.meta.url), 'utf8')
  // The example is a map; what its parts are is what the tests are about.
  return deskSource(text, 'example.yaml', playgroundEnv) as Record<string, unknown>
}

/** The example desk, with some of its lines written anew. */
export function exampleDesk(lines: Record<string, unknown> = {}): Desk {
  return parseDesk({ ...exampleSource(), ...lines }, 'example.yaml')
}

/** The source with the value at `a.b[0].c` set; `undefined` takes the key away. */
export function withValue(source: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  const last = steps.pop() ?? ''
  const at = steps.reduce<object>((node, step) => Object(Reflect.get(node, step)), source)
  if (value === undefined) Reflect.deleteProperty(at, last)
  else Reflect.set(at, last, value)
  return source
}
