import { z } from 'zod'
import type { Orm } from '../../src/store/orm.ts'
import { CORPUS, looked } from './corpus.ts'
import { addPeople, FEW, planFiller } from './filler.ts'
import { suspendIndexes } from './loading.ts'
import type { Model } from './models.ts'
import { type Copied, type Row, Template, type Types, textOf } from './template.ts'

/** Everything that is kept of a ticket, by table, and how its rows are found. */
const kept = {
  ticket: 'id = ?',
  ticket_event: 'ticket_id = ?',
  place: 'ticket_id = ?',
  message: 'ticket_id = ?',
  delivery: 'ticket_id = ?',
  twin: 'ticket_id = ?',
  button: 'ticket_id = ?',
  // What was heard of it: the rows of its own lanes.
  inbox: `id in (select id from inbox where body::text like '%text%' and (body::text like '%' || ? || '%'))`,
} as const
type Table = keyof typeof kept
const tables = Object.keys(kept) as Table[] // the record's own keys

/** What the desk heard is kept so long (ms); older tickets have no such rows. */
const INBOX_MS = 30 * 86_400_000
/** So many tickets at a time: rows of one table lie beside those of the same days. */
const CHUNK = 10_000
/** On as many connections at once as the machine has cores to spare. */
const AT_ONCE = 2

const rowShape = z.record(z.string(), z.unknown())

/** The models as SQL, one statement per row of theirs, by table. */
export type Written = ReadonlyMap<string, { table: Table; copied: Copied }[]>

export async function writeModels(orm: Orm, models: readonly Model[]): Promise<Written> {
  await orm.em
    .fork()
    .execute('create unlogged table model as select ?::text as name, opened_at from ticket limit 0', [''])
  const written = new Map<string, { table: Table; copied: Copied }[]>()
  for (const model of models) {
    await orm.em
      .fork()
      .execute('insert into model select ?, opened_at from ticket where id = ?', [model.name, model.id])
    written.set(model.name, await writeModel(orm, model))
  }
  return written
}

async function writeModel(orm: Orm, model: Model) {
  const rows = new Map<Table, Row[]>()
  for (const table of tables) rows.set(table, await rowsOf(orm, table, model))
  const all = [...rows].flatMap(([table, its]) => its.map((row) => ({ table, row })))
  const template = new Template(model, {
    uuids: all.flatMap(({ table, row }) => (table === 'button' || typeof row.id !== 'string' ? [] : [row.id])),
    buttons: (rows.get('button') ?? []).map(({ id }) => String(id)),
  })
  const types = new Map<Table, Types>()
  for (const table of tables) types.set(table, await typesOf(orm, table))
  return all.map(({ table, row }) => ({
    table,
    copied: template.row(row, types.get(table) ?? new Map(), insteadOf(table, row)),
  }))
}

/** What no copy takes from its model. */
function insteadOf(table: Table, row: Row): Record<string, string> {
  if (table === 'ticket') return { organisation_id: 'f.organisation', assignee_id: 'f.assignee' }
  if (table !== 'inbox') return {}
  const own = (value: unknown): string => (typeof value === 'string' ? `'${value}.' || f.n` : 'null')
  return { key: own(row.key), natural_key: own(row.natural_key) }
}

async function rowsOf(orm: Orm, table: Table, { id, requester, name }: Model): Promise<Row[]> {
  const by = table === 'inbox' ? requester : id
  const order = table === 'inbox' || table === 'delivery' ? 'order by seq' : ''
  const found = await orm.em
    .fork()
    .execute<{ one: unknown }[]>(`select to_jsonb(t) as one from ${table} t where ${kept[table]} ${order}`, [by])
  if (found.length === 0) throw new Error(`nothing in ${table} of ${name}`)
  return found.map(({ one }) => rowShape.parse(one))
}

async function typesOf(orm: Orm, table: Table): Promise<Types> {
  const rows = await orm.em.fork().execute<{ name: string; type: string }[]>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_name = ? and table_schema = current_schema() and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/**
 * Adds the tickets from one number to another, to a database that is loaded quickly (`loading.ts`). Where they are many,
 * indexes are made anew afterwards: that is quicker, and they are as small as after a restore.
 */
export async function addCopies(orm: Orm, written: Written, range: { from: number; to: number }): Promise<void> {
  await planFiller(orm, range)
  await addPeople(orm)
  const many = range.to - range.from > CHUNK
  if (many) await suspendIndexes(orm, tables)
  const chunks = Array.from({ length: Math.ceil((range.to - range.from) / CHUNK) }, (_, n) => range.from + n * CHUNK)
  await sideBySide(chunks, (first) => addChunk(orm, written, first))
  if (many) await sideBySide(tables, (table) => once(orm, `reindex table ${table}`))
  if (range.from < FEW) await nameTheRare(orm)
  await once(orm, `select setval('ticket_number_big', ${5000 + range.to})`)
  await once(orm, 'drop table filler')
  await once(orm, 'vacuum (analyze)')
}

async function addChunk(orm: Orm, written: Written, first: number): Promise<void> {
  for (const table of tables) {
    for (const [model, rows] of written) {
      for (const { copied } of rows.filter((row) => row.table === table)) {
        const { columns, values, texts } = copied
        const joined = texts.map((n) => `join corpus c${n} on c${n}.n = ${textOf(n, CORPUS)}`)
        await orm.em.fork().execute(
          `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) select ${values.join(', ')}
             from filler f ${joined.join(' ')} where f.model = '${model}' and f.n between ${first} and ${first + CHUNK - 1}
             ${table === 'inbox' ? `and f.seconds::numeric > extract(epoch from now()) - ${INBOX_MS / 1000}` : ''}`.replaceAll(
            '?',
            String.raw`\?`,
          ),
        )
      }
    }
  }
}

/** A word of the first two hundred tickets alone, whatever comes after them. */
async function nameTheRare(orm: Orm): Promise<void> {
  await orm.em.fork().execute(
    `update message set words = message.words || ' ${looked.rare}' from filler f, ticket
      where ticket.key = f.key and message.ticket_id = ticket.id and f.n % 5 = 4 and f.n < ${FEW}
        and message.id = (select id from message first where first.ticket_id = ticket.id order by occurred_at, id limit 1)`,
  )
}

async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all]
  const worker = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function once(orm: Orm, sql: string): Promise<void> {
  await orm.em.fork().execute(sql)
}
