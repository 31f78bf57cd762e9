import { sql } from 'kysely'
import { validate } from 'uuid'
import { draftBodyShape } from '../ports/drafts.ts'
import type { Buttons, Drafts } from '../ports/store.ts'
import { type Gather, rowsOf } from './gather.ts'
import type { Db } from './orm.ts'

const FORM_LIFE_MS = 24 * 60 * 60 * 1000

/** @see Drafts */
export function draftsOf(db: Db, now: Date, gather: Gather): Drafts {
  const read = (
    row: { createdAt: Date; touchedAt: Date; body: unknown } & Omit<Awaited<ReturnType<typeof one>>, 'body'>,
  ) => {
    const { createdAt: _made, touchedAt: _touched, body, ...draft } = row
    return { ...draft, body: draftBodyShape.parse(body) }
  }
  const one = (id: string) => db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  /** Hardly anybody has one open. */
  const openOf = gather(async (people: readonly string[]) => {
    const rows = await db
      .selectFrom('draft')
      .selectAll()
      .where(sql<boolean>`person_id = any(${[...people]}::uuid[])`)
      .where('state', '=', 'open')
      // A form left alone for a day takes no more answers; a picker keeps the words it holds.
      .where((where) =>
        where.or([where('purpose', '=', 'picker'), where('touchedAt', '>=', new Date(now.getTime() - FORM_LIFE_MS))]),
      )
      .orderBy('touchedAt', 'desc')
      .execute()
    const of = rowsOf(rows, ({ personId }) => personId)
    return people.map(of)
  })

  return {
    async save(draft) {
      await db
        .insertInto('draft')
        .values({ ...draft, createdAt: now, touchedAt: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...draft, touchedAt: now }))
        .execute()
    },
    async byId(id) {
      // A form carries it through the platform: it may come back as anything.
      if (!validate(id)) return undefined
      const row = await db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst()
      return row && read(row)
    },
    async openIn(person, chat) {
      const row = (await openOf(person)).find((draft) => draft.chat === chat)
      return row && read(row)
    },
  }
}

/** @see Buttons */
export function buttonsOf(db: Db, now: Date): Buttons {
  return {
    async keep(buttons) {
      if (buttons.length === 0) return
      await db
        .insertInto('button')
        .values(buttons.map((button) => ({ ...button, createdAt: now })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async byId(id) {
      const row = await db.selectFrom('button').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { createdAt: _made, ...button } = row
      return button
    },
  }
}
