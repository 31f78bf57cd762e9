import type { Orm } from '../../src/store/orm.ts'

/** What one table takes, all of it and its indexes; bytes. */
export interface Size {
  table: string
  rows: number
  bytes: number
  indexes: { name: string; bytes: number }[]
}

/** The tables that hold anything worth counting, the largest first. Rows as the last `analyze` estimated them. */
export async function sizesOf(orm: Orm): Promise<Size[]> {
  const rows = await orm.em.fork().execute<{ table: string; rows: string; bytes: string; indexes: Size['indexes'] }[]>(
    `select relname as table, reltuples::bigint as rows, pg_table_size(pg_class.oid) as bytes,
            (select coalesce(jsonb_agg(jsonb_build_object('name', indexrelid::regclass, 'bytes', pg_relation_size(indexrelid))
                                       order by pg_relation_size(indexrelid) desc), '[]')
               from pg_index where indrelid = pg_class.oid) as indexes
       from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not in ('corpus', 'model')
        and pg_total_relation_size(pg_class.oid) > 500000
      order by pg_total_relation_size(pg_class.oid) desc`,
  )
  return rows.map((row) => ({ ...row, rows: Number(row.rows), bytes: Number(row.bytes) }))
}

/** Everything the tables of a database take; bytes. */
export function bytesOf(sizes: readonly Size[]): number {
  return sizes.reduce((sum, { bytes, indexes }) => sum + bytes + indexes.reduce((all, one) => all + one.bytes, 0), 0)
}
