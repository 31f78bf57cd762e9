import { v7 } from 'uuid'
import type { PersonAddress } from '../adapter.ts'
import type { Person } from '../domain/person.ts'
import type { People } from '../ports/store.ts'
import type { Db } from './orm.ts'

/** @see People */
export function peopleOf(db: Db, now: Date): People {
  const at = async (address: PersonAddress): Promise<Person | undefined> => {
    const row = await db
      .selectFrom('person_address')
      .innerJoin('person', 'person.id', 'person_address.personId')
      .select(['person.id', 'person.name', 'person.language'])
      .where('person_address.platform', '=', address.platform)
      .where('person_address.account', '=', address.account)
      .where('person_address.platformId', '=', address.id)
      .executeTakeFirst()
    return row && personOf(row)
  }

  const make = async (
    address: PersonAddress,
    seen: { name: string; language?: string | undefined },
  ): Promise<Person> => {
    const id = v7()
    await db
      .insertInto('person')
      .values({ id, name: seen.name, language: seen.language ?? null, createdAt: now })
      .execute()
    const address_ = { platform: address.platform, account: address.account, platformId: address.id }
    const made = await db
      .insertInto('person_address')
      .values({ ...address_, personId: id, reachable: true, seenAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 1n) return { id, name: seen.name, language: seen.language }
    // Two first messages of one person at once: the other one made them.
    await db.deleteFrom('person').where('id', '=', id).execute()
    const other = await at(address)
    if (!other) throw new Error('a person address is there and not there')
    return other
  }

  return {
    at,
    async meet(address, seen) {
      const known = await at(address)
      if (!known) return make(address, seen)
      const language = seen.language ?? known.language
      // A bare id stands for the name while the platform does not answer; it makes nobody nameless.
      const name = seen.name === address.id ? known.name : seen.name
      if (known.name === name && known.language === language) return known
      await db
        .updateTable('person')
        .set({ name, language: language ?? null })
        .where('id', '=', known.id)
        .execute()
      return { id: known.id, name, language }
    },
    async byIds(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('person')
        .select(['id', 'name', 'language'])
        .where('id', 'in', [...ids])
        .execute()
      return new Map(rows.map((row) => [row.id, personOf(row)]))
    },
    async addresses(person) {
      const rows = await db.selectFrom('person_address').selectAll().where('personId', '=', person).execute()
      return rows.map((row) => ({
        platform: row.platform as PersonAddress['platform'], // only adapters' own platforms are ever written
        account: row.account,
        id: row.platformId,
      }))
    },
    async isReachable({ platform, account, id }) {
      const row = await db
        .selectFrom('person_address')
        .select('reachable')
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('platformId', '=', id)
        .executeTakeFirst()
      return row?.reachable ?? false
    },
    async setReachable(address, reachable) {
      await db
        .updateTable('person_address')
        .set({ reachable, seenAt: now })
        .where('platform', '=', address.platform)
        .where('account', '=', address.account)
        .where('platformId', '=', address.id)
        .execute()
    },
  }
}

function personOf(row: { id: string; name: string; language: string | null }): Person {
  return { id: row.id, name: row.name, language: row.language ?? undefined }
}
