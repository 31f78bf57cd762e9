import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { PersonAddress } from '../adapter.ts'
import type { Person } from '../domain/person.ts'
import type { People } from '../ports/store.ts'
import { type Gather, rowsOf } from './gather.ts'
import type { Db } from './orm.ts'

/** @see People */
export function peopleOf(db: Db, now: Date, gather: Gather): People {
  const rowAt = gather(async (addresses: readonly PersonAddress[]): Promise<(Row | undefined)[]> => {
    const rows = await db
      .selectFrom('person_address')
      .innerJoin('person', 'person.id', 'person_address.personId')
      .select([...columns, 'person_address.platform', 'person_address.account', 'person_address.platformId'])
      .where(
        sql<boolean>`(platform, account, platform_id) in (select * from unnest(
          ${addresses.map(({ platform }) => platform)}::text[], ${addresses.map(({ account }) => account)}::text[],
          ${addresses.map(({ id }) => id)}::text[]))`,
      )
      .execute()
    const at = rowsOf(rows, ({ platform, account, platformId }) => `${platform} ${account} ${platformId}`)
    return addresses.map(({ platform, account, id }) => at(`${platform} ${account} ${id}`)[0])
  })
  const byId = gather(async (ids: readonly string[]): Promise<(Person | undefined)[]> => {
    const rows = await db
      .selectFrom('person')
      .select(columns)
      .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
      .execute()
    const of = rowsOf(rows, ({ id }) => id)
    return ids.map((id) => of(id).map(personOf)[0])
  })

  const at = async (address: PersonAddress): Promise<Person | undefined> => {
    const row = await rowAt(address)
    return row && personOf(row)
  }

  const make = async (
    address: PersonAddress,
    seen: { name: string; language?: string | undefined },
  ): Promise<Person> => {
    const id = v7()
    await db
      .insertInto('person')
      .values({ id, name: seen.name, language: seen.language ?? null, chosenLanguage: null, createdAt: now })
      .execute()
    const address_ = { platform: address.platform, account: address.account, platformId: address.id }
    const made = await db
      .insertInto('person_address')
      .values({ ...address_, personId: id, reachable: true, seenAt: now, menu: null })
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
      const known = await rowAt(address)
      if (!known) return make(address, seen)
      const language = seen.language ?? known.language
      // A bare id stands for the name while the platform does not answer; it makes nobody nameless.
      const name = seen.name === address.id ? known.name : seen.name
      if (known.name === name && known.language === language) return personOf(known)
      await db.updateTable('person').set({ name, language }).where('id', '=', known.id).execute()
      return personOf({ ...known, name, language })
    },
    async byIds(ids) {
      const found = await Promise.all([...new Set(ids)].map(byId))
      return new Map(found.flatMap((person) => (person ? [[person.id, person] as const] : [])))
    },
    async chooseLanguage(person, language) {
      const row = await db
        .updateTable('person')
        .set({ chosenLanguage: language ?? null })
        .where('id', '=', person)
        .returning(columns)
        .executeTakeFirstOrThrow()
      return personOf(row)
    },
    async chosenLanguage(address) {
      return (await rowAt(address))?.chosenLanguage ?? undefined
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
    async keepMenu({ platform, account, id }, print) {
      await db
        .updateTable('person_address')
        .set({ menu: print })
        .where('platform', '=', platform)
        .where('account', '=', account)
        .where('platformId', '=', id)
        .execute()
    },
    async menusOf({ platform, account }) {
      const rows = await db
        .selectFrom('person_address')
        .innerJoin('person', 'person.id', 'person_address.personId')
        .select(['person_address.platformId', 'person_address.menu', 'person.chosenLanguage'])
        .where('person_address.platform', '=', platform)
        .where('person_address.account', '=', account)
        .where('person_address.reachable', '=', true)
        .where('person.chosenLanguage', 'is not', null)
        .execute()
      return rows.flatMap(({ platformId, menu, chosenLanguage }) =>
        chosenLanguage === null
          ? []
          : [{ address: { platform, account, id: platformId }, chosenLanguage, print: menu }],
      )
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

const columns = ['person.id', 'person.name', 'person.language', 'person.chosenLanguage'] as const

interface Row {
  id: string
  name: string
  language: string | null
  chosenLanguage: string | null
}

function personOf({ id, name, language, chosenLanguage }: Row): Person {
  return { id, name, language: chosenLanguage ?? language ?? undefined }
}
