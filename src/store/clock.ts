import type { Db } from './orm.ts'

/**
 * The hour: the database's, plus the offset the playground may have set (design.md §8). Inside a transaction it is the
 * transaction's own, the same for everything decided in it.
 */
export function clockOf(db: () => Db): () => Promise<Date> {
  return async () => hourOf(await clockRow(db()).executeTakeFirstOrThrow())
}

/** The hour as a transaction begins, and in the same question how many versions of calendars there are (rulebook.ts). */
export async function beginningOf(db: Db): Promise<{ now: Date; calendarVersions: number }> {
  const row = await clockRow(db)
    .select((select) =>
      select
        .selectFrom('calendar_version')
        .select((of) => of.fn.countAll<string>().as('count'))
        .as('calendarVersions'),
    )
    .executeTakeFirstOrThrow()
  return { now: hourOf(row), calendarVersions: Number(row.calendarVersions) }
}

const clockRow = (db: Db) =>
  db
    .selectFrom('clock')
    .select((select) => ['offsetMs', select.fn<Date | string>('now').as('databaseNow')])
    .where('id', '=', 1)

function hourOf({ databaseNow, offsetMs }: { databaseNow: Date | string; offsetMs: number }): Date {
  return new Date(new Date(databaseNow).getTime() + offsetMs)
}
