import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Orm } from '../../src/store/orm.ts'
import { type KindName, kindNames, kinds } from './kinds.ts'
import type { Models } from './models.ts'
import { movedOn } from './moved-on.ts'

/** A ticket to be made, and when its timer is due (UTC ms). */
export interface Copy {
  kind: KindName
  key: string
  dueAt: number
}

const row = z.record(z.string(), z.unknown())
type Row = z.infer<typeof row>
type Rows = Record<'ticket' | 'ticket_event' | 'delivery' | 'place' | 'planned', Row[]>

/** Everything the product wrote of one ticket that a change of it reads. */
export interface Written {
  dueAt: number
  ticket: Row
  events: Row[]
  roots: Row[]
  places: Row[]
}

const AT_ONCE = 500

/** The models as they are written now: their own timers will go off like everybody's. */
export async function readModels(orm: Orm, models: Models): Promise<ReadonlyMap<KindName, Written>> {
  const written = new Map<KindName, Written>()
  for (const kind of kindNames) written.set(kind, await read(orm, kind, models[kind]))
  return written
}

/**
 * Tickets as the product wrote the models, with ids and keys of their own and everything in them so much later that
 * they are due when they should be. They share the models' threads and chats.
 */
export async function makeCopies(
  orm: Orm,
  written: ReadonlyMap<KindName, Written>,
  copies: readonly Copy[],
): Promise<void> {
  await orm.em.fork().execute('drop table if exists planned')
  await orm.em
    .fork()
    .execute('create table planned (ticket_id uuid, type text, due_at timestamptz, after_sequence int)')
  for (let first = 0; first < copies.length; first += AT_ONCE) {
    const rows: Rows = { ticket: [], ticket_event: [], delivery: [], place: [], planned: [] }
    for (const copy of copies.slice(first, first + AT_ONCE)) {
      const model = written.get(copy.kind)
      if (model) copied(model, copy, rows)
    }
    for (const table of ['ticket', 'ticket_event', 'delivery', 'place', 'planned'] as const) {
      await insert(orm, table, rows[table])
    }
  }
}

function copied(model: Written, { kind, key, dueAt }: Copy, rows: Rows): void {
  const ticketId = randomUUID()
  const ms = dueAt - model.dueAt
  const ids = new Map([[String(model.ticket.id), ticketId]])
  for (const { id } of [...model.roots, ...model.places]) ids.set(String(id), randomUUID())
  const words = new Map([...ids, [String(model.ticket.key), key]])
  const own = (one: Row): Row => row.parse(movedOn(one, ms, words))
  rows.ticket.push(own(model.ticket))
  rows.ticket_event.push(...model.events.map(own))
  rows.delivery.push(...model.roots.map(own))
  rows.place.push(...model.places.map(own))
  const due = new Date(dueAt).toISOString()
  const planned = { ticket_id: ticketId, due_at: due, after_sequence: model.ticket.version }
  rows.planned.push(...kinds[kind].effects.map((type) => ({ ...planned, type })))
}

async function read(orm: Orm, kind: KindName, id: string): Promise<Written> {
  const all = async (query: string): Promise<Row[]> => {
    const found = await orm.em.fork().execute<{ one: unknown }[]>(query, [id])
    return found.map(({ one }) => row.parse(one))
  }
  // Its day is PostgreSQL's to work out.
  const [ticket] = await all(`select to_jsonb(t) - 'heard_on' as one from ticket t where id = ?`)
  if (!ticket) throw new Error(`no model of ${kind}`)
  return {
    dueAt: Date.parse(String(ticket[kinds[kind].column])),
    ticket,
    events: await all('select to_jsonb(e) as one from ticket_event e where ticket_id = ?'),
    // Numbered anew as they are written.
    roots: await all(
      `select to_jsonb(d) - 'seq' as one from delivery d join place p on p.root_delivery_id = d.id where p.ticket_id = ?`,
    ),
    places: await all('select to_jsonb(p) as one from place p where ticket_id = ?'),
  }
}

async function insert(orm: Orm, table: keyof Rows, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(', ')
  await orm.em
    .fork()
    .execute(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
      [JSON.stringify(rows)],
    )
}
