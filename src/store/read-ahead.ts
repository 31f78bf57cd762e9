import type { Ahead } from '../ports/store.ts'
import { held } from './inbox.ts'
import type { Known } from './known.ts'
import type { Db } from './orm.ts'
import { keyOfPerson, peopleAt } from './people.ts'
import { keyOfAddress, placesAt } from './places.ts'

/**
 * Asks what a transaction will ask first, all at once: PostgreSQL answers in this order, so what is read of people and
 * places is what it is once the rows are held.
 */
export async function readAhead(db: Db, { rows, people, places }: Ahead, { ahead }: Known): Promise<void> {
  const threads = places.filter(({ thread }) => thread !== undefined)
  const [isHeld, met, found] = await Promise.all([
    rows.length > 0 ? held(db, rows) : [],
    people.length > 0 ? peopleAt(db, people) : [],
    threads.length > 0 ? placesAt(db, threads) : [],
  ])
  for (const [index, id] of rows.entries()) ahead.rows.set(id, isHeld[index] ?? false)
  for (const [index, address] of people.entries()) ahead.people.set(keyOfPerson(address), met[index])
  for (const [index, address] of threads.entries()) ahead.places.set(keyOfAddress(address), found[index])
}
