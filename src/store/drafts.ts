import { sql } from 'kysely'
import { validate } from 'uuid'
import type { Buttons } from '../ports/buttons.ts'
import { type Drafts, draftBodyShape } from '../ports/drafts.ts'
import { LostRace } from '../ports/store.ts'
import { type Gather, rowsOf } from './gather.ts'
import type { DraftRow, Known } from './known.ts'
import type { Db } from './orm.ts'
import { type Statement, select } from './statement.ts'

const FORM_LIFE_MS = 24 * 60 * 60 * 1000

/** @see Drafts */
export function draftsOf(db: Db, now: Date, gather: Gather, { drafts: known }: Known): Drafts {
  const read = ({ createdAt: _made, touchedAt: _touched, body, ...draft }: DraftRow) => ({
    ...draft,
    body: draftBodyShape.parse(body),
  })

  /** Held in this transaction, and not written since. */
  const held = new Set<string>()

  /** Hardly anybody has one open. */
  const openOf = gather(async (people: readonly string[]) => {
    const rows = await select<DraftRow>(db, OPEN_OF, [people, new Date(now.getTime() - FORM_LIFE_MS)])
    const of = rowsOf(rows, ({ personId }) => personId)
    for (const person of people) known.set(person, of(person))
    return people.map(of)
  })

  return {
    async save(draft) {
      known.delete(draft.personId)
      await db
        .insertInto('draft')
        .values({ ...draft, createdAt: now, touchedAt: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...draft, touchedAt: now }))
        .execute()
      held.delete(draft.id)
    },
    async byId(id) {
      // A form carries it through the platform: it may come back as anything.
      if (!validate(id)) return undefined
      const row = await db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst()
      return row && read(row)
    },
    async openIn(person, chat) {
      const row = (known.get(person) ?? (await openOf(person))).find((draft) => draft.chat === chat)
      return row && read(row)
    },
    async hold(id) {
      // No lock keeps apart those who work side by side in one transaction.
      if (held.has(id)) throw new LostRace(`draft ${id}`)
      held.add(id)
      const open = db.selectFrom('draft').selectAll().where('id', '=', id).where('state', '=', 'open')
      const row = await open.forUpdate().executeTakeFirst()
      if (!row) held.delete(id)
      return row && { ...read(row), touchedAt: row.touchedAt }
    },
    async holding({ platform, account, chat }, message) {
      const rows = await db
        .selectFrom('draft')
        .selectAll()
        .where('state', '=', 'open')
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('chat', '=', chat)
        .where(
          sql<boolean>`body -> 'messages' @> any (array[${JSON.stringify([{ message }])}::jsonb, ${JSON.stringify([{ joined: [message] }])}::jsonb])`,
        )
        .orderBy('id')
        .forUpdate()
        .execute()
      return rows.map(read)
    },
  }
}

/**
 * A form left alone for a day takes no more answers; a picker keeps the words it holds.
 * $1 people, $2 since when a form has been touched
 */
const OPEN_OF: Statement = {
  name: 'drafts-open-of',
  text: `
    select * from draft
     where person_id = any ($1::uuid[]) and state = 'open' and (purpose = 'picker' or touched_at >= $2::timestamptz)
     order by touched_at desc`,
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
