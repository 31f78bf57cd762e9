import { CsvFault, rowsOf } from './csv.ts'
import { NAME_MAX, nameKeyOf, type RuleKind } from './organisation.ts'

/** The columns a table of organisations may have. */
const columns = ['name', 'plan', 'domains', 'channels', 'workspaces', 'desk'] as const
type Column = (typeof columns)[number]

/** One organisation as a table wants it; what a line leaves empty stays as it is. */
export interface Wanted {
  line: number
  desk: string
  name: string
  plan: string | undefined
  rules: { kind: RuleKind; value: string }[]
}

/** What is wrong with a line; its sentence is `import-<reason>`. */
export type TableFault = { line: number } & (
  | { reason: 'no-column'; facts: { allowed: string } }
  | { reason: 'unknown-column'; facts: { column: string; allowed: string } }
  | { reason: 'quote' | 'no-name'; facts: Record<never, never> }
  | { reason: 'cells'; facts: { count: number } }
  | { reason: 'long-name'; facts: { max: number } }
  | { reason: 'twice'; facts: { organisation: string; line: number } }
  | { reason: 'no-desk'; facts: { desk: string; allowed: string } }
  | { reason: 'which-desk'; facts: { allowed: string } }
  | { reason: 'no-plan'; facts: { plan: string; allowed: string } }
)

/** A table of organisations, read against the plans of each desk. */
export function wantedIn(
  text: string,
  plans: ReadonlyMap<string, readonly string[]>,
): { wanted: Wanted[]; faults: TableFault[] } {
  const faults: TableFault[] = []
  const wanted: Wanted[] = []
  const [head, ...rows] = read(text, faults)
  if (!head) return { wanted, faults }
  const names = head.cells.map((cell) => cell.trim().toLowerCase())
  const allowed = columns.join(', ')
  for (const column of names) {
    if (!columns.some((one) => one === column)) {
      faults.push({ line: head.line, reason: 'unknown-column', facts: { column, allowed } })
    }
  }
  if (!names.includes('name')) faults.push({ line: head.line, reason: 'no-column', facts: { allowed } })
  if (faults.length > 0) return { wanted, faults }
  const seen = new Map<string, number>()
  for (const { line, cells } of rows) {
    const cell = (column: Column) => (cells[names.indexOf(column)] ?? '').trim()
    const say = (fault: Fault) => void faults.push({ line, ...fault })
    const surplus = cells.slice(names.length).filter((one) => one.trim() !== '').length
    if (surplus > 0) say({ reason: 'cells', facts: { count: surplus } })
    const name = cell('name').replaceAll(/\s+/g, ' ')
    if (name === '') say({ reason: 'no-name', facts: {} })
    if (name.length > NAME_MAX) say({ reason: 'long-name', facts: { max: NAME_MAX } })
    const desk = deskIn(cell('desk'), plans, say)
    if (desk === undefined) continue
    const plan = cell('plan') === '' ? undefined : cell('plan')
    const its = plans.get(desk) ?? []
    if (plan !== undefined && !its.includes(plan)) say({ reason: 'no-plan', facts: { plan, allowed: its.join(', ') } })
    const key = `${desk} ${nameKeyOf(name)}`
    const before = seen.get(key)
    if (before !== undefined) say({ reason: 'twice', facts: { organisation: name, line: before } })
    seen.set(key, line)
    const values = (column: Column, kind: RuleKind) =>
      [...new Set(cell(column).split(/[\s,;|]+/))].filter(Boolean).map((value) => ({ kind, value }))
    const rules = [
      ...values('domains', 'domain'),
      ...values('channels', 'channel'),
      ...values('workspaces', 'workspace'),
    ]
    wanted.push({ line, desk, name, plan, rules })
  }
  return { wanted, faults }
}

type Fault = TableFault extends infer F ? (F extends TableFault ? Omit<F, 'line'> : never) : never

function read(text: string, faults: TableFault[]) {
  try {
    return rowsOf(text)
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    faults.push({ line: error.line, reason: 'quote', facts: {} })
    return []
  }
}

function deskIn(
  given: string,
  plans: ReadonlyMap<string, readonly string[]>,
  say: (fault: Fault) => void,
): string | undefined {
  const allowed = [...plans.keys()].join(', ')
  const [only, another] = plans.keys()
  if (given === '') {
    if (only !== undefined && another === undefined) return only
    say({ reason: 'which-desk', facts: { allowed } })
    return undefined
  }
  if (plans.has(given)) return given
  say({ reason: 'no-desk', facts: { desk: given, allowed } })
  return undefined
}
