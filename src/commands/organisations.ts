import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { type Env, readDesks } from '../desks.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { DeskFault } from '../domain/desk/fault.ts'
import type { Platform } from '../domain/desk/platform-id.ts'
import { planOf } from '../domain/organisation.ts'
import { type Wanted, wantedIn } from '../domain/organisation-table.ts'
import { Refusal } from '../domain/refusal.ts'
import { ruleOf } from '../intake/organisation/rule.ts'
import { words, wordsKept } from '../locales/index.ts'
import { type Ids, idsOf } from '../ports/ids.ts'
import type { Unit } from '../ports/store.ts'
import { openCluster } from '../store/embedded/cluster.ts'
import { migrateOrm } from '../store/migrate.ts'
import { openOrm } from '../store/orm.ts'
import { storeOf } from '../store/store.ts'

type Told = { lines: string[]; ok: boolean }

/**
 * `npm run desk -- organisations import FILE.csv [--dry-run]`: makes what the table wants and is not there yet, all of it
 * or, where a line is wrong, nothing; takes nothing away. Run again it changes nothing.
 * @param args what stands after `organisations`
 */
export async function runOrganisations(
  args: readonly string[],
  config: Pick<Config, 'databaseUrl' | 'desks'>,
  { env, absent, home }: { env: Env; absent?: ReadonlySet<Platform> | undefined; home: string },
): Promise<Told> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean' } },
    allowPositionals: true,
  })
  const [verb, file] = positionals
  if (verb !== 'import' || file === undefined) return { lines: [words('operator-import-how', {}, 'en')], ok: false }
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { lines: [words('import-no-file', { file }, 'en')], ok: false }
  let desks: readonly Desk[]
  try {
    desks = (await readDesks(config.desks, env, absent)).desks
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error
    return { lines: error.message.split('\n'), ok: false }
  }
  const cluster = config.databaseUrl === undefined ? await openCluster({ home }) : undefined
  const orm = await openOrm(config.databaseUrl ?? (await cluster?.ensureDatabase('deskhand')) ?? '', 2)
  try {
    await migrateOrm(orm)
    const ids = idsOf('unused')
    return await storeOf({ orm, realNow: () => new Date() }).transaction((unit) =>
      importTable(unit, ids, desks, text, values['dry-run'] === true),
    )
  } finally {
    await orm.close(true)
    await cluster?.release()
  }
}

/** The whole table in one transaction: what would change, line by line, and that it did unless it is dry. */
export async function importTable(
  unit: Unit,
  ids: Ids,
  desks: readonly Desk[],
  text: string,
  dry: boolean,
): Promise<Told> {
  const { wanted, faults } = wantedIn(text, new Map(desks.map((desk) => [desk.desk, Object.keys(desk.plans)])))
  const wrong = faults.map(({ line, reason, facts }) => ({ line, fault: wordsKept(`import-${reason}`, facts, 'en') }))
  const steps: Step[] = []
  const taken = new Map<string, string>()
  for (const one of wanted) {
    const desk = desks.find(({ desk: id }) => id === one.desk)
    if (!desk) continue
    try {
      steps.push(...(await stepsOf(unit, ids, desk, one, taken)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      wrong.push({ line: one.line, fault: wordsKept(`refusal-${error.reason}`, error.facts, 'en') })
    }
  }
  if (wrong.length > 0) {
    const told = wrong.toSorted((one, other) => one.line - other.line)
    return { lines: told.map((facts) => words('operator-import-fault', facts, 'en')), ok: false }
  }
  const changes = steps.filter(({ run }) => run !== undefined)
  if (!dry) for (const { run } of changes) await run?.()
  const { length: count } = changes
  const end = count === 0 ? 'operator-import-nothing' : dry ? 'operator-import-dry' : 'operator-import-done'
  return { lines: [...steps.map(({ told }) => told), wordsKept(end, { count }, 'en')], ok: true }
}

/** One line of what is told, and what makes it so; without, it is so already. */
interface Step {
  told: string
  run?: () => Promise<void>
}

/** `taken`: what lines above have of each rule. */
async function stepsOf(
  { organisations }: Unit,
  ids: Ids,
  desk: Desk,
  { line, name, plan, rules }: Wanted,
  taken: Map<string, string>,
): Promise<Step[]> {
  const there = await organisations.named(desk.desk, name)
  const organisation = there ?? { id: ids.uuid(), deskId: desk.desk, name, plan: plan ?? null }
  const steps: Step[] = []
  if (!there) {
    const told = words('operator-import-new', { line, organisation: name, plan: planOf(desk, organisation) }, 'en')
    steps.push({ told, run: () => organisations.add(organisation) })
  } else if (plan !== undefined && plan !== planOf(desk, there)) {
    const facts = { line, organisation: name, before: planOf(desk, there), plan }
    const run = () => organisations.setPlan(there.id, plan)
    steps.push({ told: words('operator-import-plan', facts, 'en'), run })
  }
  for (const { kind, value: given } of rules) {
    const value = ruleOf(kind, given)
    const key = `${desk.desk} ${kind} ${value}`
    const before = await organisations.ruleAt({ deskId: desk.desk, kind, value })
    const holder = before ? (await organisations.byId(before.organisationId))?.name : taken.get(key)
    if (before ? before.organisationId !== organisation.id : holder !== undefined && holder !== name) {
      throw new Refusal('rule-is-taken', { kind, value, organisation: holder ?? '' })
    }
    taken.set(key, name)
    if (before) continue
    const told = words('operator-import-rule', { line, organisation: name, kind, value }, 'en')
    const run = () => organisations.addRule({ deskId: desk.desk, organisationId: organisation.id, kind, value })
    steps.push({ told, run })
  }
  return steps.length > 0 ? steps : [{ told: words('operator-import-same', { line, organisation: name }, 'en') }]
}
