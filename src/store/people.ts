import { v7 } from 'uuid'
import type { PersonAddress } from '../adapter.ts'
import type { Person } from '../domain/person.ts'
import type { People } from '../ports/people.ts'
import { type Gather, rowsOf } from './gather.ts'
import { type Known, type PersonRow, taken } from './known.ts'
import type { Db } from './orm.ts'
import { type Statement, select } from './statement.ts'

/** @see People */
export function peopleOf(db: Db, now: Date, gather: Gather, { people: known, ahead }: Known): People {
  const keep = (row: PersonRow): Person => {
    const person = personOf(row)
    known.set(person.id, person)
    return person
  }
  const asked = gather((addresses: readonly PersonAddress[]) => peopleAt(db, addresses))
  const rowAt = (address: PersonAddress) => taken(ahead.people, keyOfPerson(address), () => asked(address))
  const byId = gather(async (ids: readonly string[]): Promise<(Person | undefined)[]> => {
    const rows = await select<PersonRow>(db, BY_ID, [[...new Set(ids)]])
    const of = rowsOf(rows, ({ id }) => id)
    return ids.map((id) => of(id).map(keep)[0])
  })

  const at = async (address: PersonAddress): Promise<Person | undefined> => {
    const row = await rowAt(address)
    return row && keep(row)
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
      const row = await rowAt(address)
      if (!row) return make(address, seen)
      const language = seen.language ?? row.language
      // A bare id stands for the name while the platform does not answer; it makes nobody nameless.
      const name = seen.name === address.id ? row.name : seen.name
      if (row.name === name && row.language === language) return keep(row)
      await db.updateTable('person').set({ name, language }).where('id', '=', row.id).execute()
      return keep({ ...row, name, language })
    },
    async byIds(ids) {
      const found = await Promise.all([...new Set(ids)].map(async (id) => known.get(id) ?? byId(id)))
      return new Map(found.flatMap((person) => (person ? [[person.id, person] as const] : [])))
    },
    async whoHadTickets({ platform, account }) {
      return select(db, WHO_HAD_TICKETS, [platform, account])
    },
    async chooseLanguage(person, language) {
      const row = await db
        .updateTable('person')
        .set({ chosenLanguage: language ?? null })
        .where('id', '=', person)
        .returning(columns)
        .executeTakeFirstOrThrow()
      return keep(row)
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

/** Who is behind each of these addresses. */
export async function peopleAt(db: Db, addresses: readonly PersonAddress[]): Promise<(PersonRow | undefined)[]> {
  const rows = await select<PersonRow & { platform: string; account: string; platformId: string }>(db, AT, [
    addresses.map(({ platform }) => platform),
    addresses.map(({ account }) => account),
    addresses.map(({ id }) => id),
  ])
  const at = rowsOf(rows, ({ platform, account, platformId }) => `${platform} ${account} ${platformId}`)
  return addresses.map((address) => at(keyOfPerson(address))[0])
}

/** One word for an address. */
export function keyOfPerson({ platform, account, id }: PersonAddress): string {
  return `${platform} ${account} ${id}`
}

const row = 'person.id, person.name, person.language, person.chosen_language'

/** $1 platforms, $2 accounts, $3 the platforms' ids */
const AT: Statement = {
  name: 'people-at',
  text: `
    select ${row}, address.platform, address.account, address.platform_id
      from person_address as address join person on person.id = address.person_id
     where (address.platform, address.account, address.platform_id) in (
             select * from unnest($1::text[], $2::text[], $3::text[]))`,
}

/** $1 ids */
const BY_ID: Statement = { name: 'people-by-id', text: `select ${row} from person where id = any ($1::uuid[])` }

/** From one assignee to the next by the index: their tickets are not read. */
const WHO_HAD_TICKETS: Statement = {
  name: 'people-who-had-tickets',
  text: `
    with recursive had as (
      (select assignee_id as id from ticket where assignee_id is not null order by assignee_id limit 1)
      union all
      select (select assignee_id from ticket where assignee_id > had.id order by assignee_id limit 1)
        from had where had.id is not null)
    select address.platform_id as id, person.name
      from had join person on person.id = had.id join person_address as address on address.person_id = had.id
     where address.platform = $1 and address.account = $2`,
}

const columns = ['person.id', 'person.name', 'person.language', 'person.chosenLanguage'] as const

function personOf({ id, name, language, chosenLanguage }: PersonRow): Person {
  return { id, name, language: chosenLanguage ?? language ?? undefined }
}
