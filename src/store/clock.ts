import type { Db } from './orm.ts'

/**
 * The hour: the database's, plus the offset the playground may have set (design.md §8). Inside a transaction it is the
 * transaction's own, the same for everything decided in it.
 */
export function clockOf(db: () => Db): () => Promise<Date> {
  return async () => {
    const row = await db()
      .selectFrom('clock')
      .select((select) => ['offsetMs', select.fn<Date | string>('now').as('databaseNow')])
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    return new Date(new Date(row.databaseNow).getTime() + row.offsetMs)
  }
}
