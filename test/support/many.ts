import { randomUUID } from 'node:crypto'
import { writtenColumns } from './database.ts'
import type { TestDesk } from './desk.ts'

/**
 * Tickets like this one, too many to be asked for one by one: rows without a history, which differ from it in these
 * columns. Returns what takes them away again.
 */
export async function manyLike(
  { database }: Pick<TestDesk, 'database'>,
  key: string,
  count: number,
  columns: object = {},
): Promise<() => Promise<void>> {
  const written = await writtenColumns(database.url, 'ticket')
  const ids = Array.from({ length: count }, () => randomUUID())
  await database.query(
    `insert into ticket (${written.join(', ')})
      select ${written.map((name) => `one.${name}`).join(', ')}
        from ticket, unnest($2::uuid[]) as made,
          jsonb_populate_record(ticket, $3::jsonb || jsonb_build_object('id', made, 'key', made)) as one
       where ticket.key = $1`,
    [key, ids, JSON.stringify(columns)],
  )
  return async () => {
    await database.query('delete from ticket where id = any ($1::uuid[])', [ids])
  }
}
