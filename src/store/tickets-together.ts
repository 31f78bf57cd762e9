import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import { asJson, columnOf } from './insert.ts'
import type { Db } from './orm.ts'
import { run, type Statement } from './statement.ts'
import { ticketColumns, timeColumns } from './ticket-columns.ts'

const written = [...ticketColumns.filter((column) => column !== 'id'), ...timeColumns, 'words', 'stale']

const columns = written.map(columnOf)

/** $1 the rows as JSON, named as the table's columns; $2 their ids, $3 the versions they must still be at */
const UPDATE: Statement = {
  name: 'tickets-update',
  text: `
    update ticket
       set (${columns.map((column) => `"${column}"`).join(', ')}) =
           (${columns.map((column) => `one."${column}"`).join(', ')})
      from jsonb_populate_recordset(null::ticket, $1::jsonb) as one
      join unnest($2::uuid[], $3::int[]) as before (id, version) on before.id = one.id
     where ticket.id = one.id and ticket.version = before.version
    returning ticket.id`,
}

/** Everything that may change of a ticket, as it is to be stored. */
export interface TicketWritten {
  /** The version it was decided on. */
  expected: number
  values: Ticket & Times & { words: string; stale: boolean }
}

/** Whether each was still at the version expected, and is written; in the order of their ids, so that two who write the same ones do not wait for each other. */
export async function updateTickets(db: Db, all: readonly TicketWritten[]): Promise<boolean[]> {
  const sorted = all.toSorted((one, other) => (one.values.id < other.values.id ? -1 : 1))
  const done = await run<{ id: string }>(db, UPDATE, [
    asJson(sorted.map(({ values }) => values)),
    sorted.map(({ values }) => values.id),
    sorted.map(({ expected }) => expected),
  ])
  const written = new Set(done.map(({ id }) => id))
  // Of two changes of one ticket in one go, one would be lost: neither counts.
  const ids = all.map(({ values }) => values.id)
  return ids.map((id) => written.has(id) && ids.indexOf(id) === ids.lastIndexOf(id))
}
