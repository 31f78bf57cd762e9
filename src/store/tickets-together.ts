import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import { LostRace } from '../ports/store.ts'
import { asJson, columnOf } from './insert.ts'
import type { Db } from './orm.ts'
import { type Statement, write } from './statement.ts'
import { ticketColumns, timeColumns } from './ticket-columns.ts'
import { wordsOfTicket } from './words-of-ticket.ts'

/** What changes of a ticket that somebody has said something in, and mostly nothing else. */
const said = [
  'version',
  'lastMessageAt',
  'lastMessageBy',
  'lastAgentReplyAt',
  'silence',
] as const satisfies readonly (typeof ticketColumns)[number][]

const unsaid = ticketColumns.filter((column) => !said.some((one) => one === column))

/** Everything that may change of a ticket. */
const UPDATE = updating('tickets-update', [
  ...ticketColumns.filter((column) => column !== 'id'),
  ...timeColumns,
  'words',
  'stale',
])

/** A third of the columns: of all of them it took twice as long, here and there. */
const UPDATE_SAID = updating('tickets-update-said', [...said, ...timeColumns, 'stale'])

/** $1 the rows as JSON, named as the table's columns; $2 their ids, $3 the versions they must still be at */
function updating(name: string, written: readonly string[]): Statement {
  const columns = written.map((property) => `"${columnOf(property)}"`)
  return {
    name,
    text: `
    update ticket
       set (${columns.join(', ')}) = (${columns.map((column) => `one.${column}`).join(', ')})
      from jsonb_populate_recordset(null::ticket, $1::jsonb) as one
      join unnest($2::uuid[], $3::int[]) as before (id, version) on before.id = one.id
     where ticket.id = one.id and ticket.version = before.version
    returning ticket.id`,
  }
}

/** A ticket as it is to be stored. */
export interface TicketWritten {
  /** The version it was decided on. */
  expected: number
  /** As it was read, where it is known. */
  before: Ticket | undefined
  ticket: Ticket
  times: Times
}

/**
 * Writes them, in the order of their ids, so that two who write the same ones do not wait for each other. Where one is not
 * at the version expected any more its transaction fails with `LostRace`, whatever else it meets because of that.
 */
export async function updateTickets(db: Db, all: readonly TicketWritten[]): Promise<void> {
  const sorted = all.toSorted((one, other) => (one.ticket.id < other.ticket.id ? -1 : 1))
  const onlySaid = all.every(isOnlySaid)
  const ids = sorted.map(({ ticket }) => ticket.id)
  // Of two changes of one ticket in one go, one would be lost: neither counts.
  const twice = ids.find((id, index) => id === ids[index + 1])
  if (twice !== undefined) throw new LostRace(`ticket ${twice}`)
  const rows = asJson(sorted.map(onlySaid ? rowSaid : wholeRow))
  const expected = sorted.map((one) => one.expected)
  await write<{ id: string }>(db, onlySaid ? UPDATE_SAID : UPDATE, [rows, ids, expected], (done) => {
    const written = new Set(done.map(({ id }) => id))
    const lost = ids.find((id) => !written.has(id))
    if (lost !== undefined) throw new LostRace(`ticket ${lost}`)
  })
}

/** `apply` gives what it does not change as it got it: a copy counts as a change. */
function isOnlySaid({ expected, before, ticket }: TicketWritten): boolean {
  return before?.version === expected && unsaid.every((column) => before[column] === ticket[column])
}

function rowSaid({ ticket, times }: TicketWritten): object {
  const changed = Object.fromEntries(said.map((column) => [column, ticket[column]]))
  return { id: ticket.id, ...changed, ...times, stale: false }
}

function wholeRow({ ticket, times }: TicketWritten): object {
  return { ...ticket, ...times, words: wordsOfTicket(ticket), stale: false }
}
