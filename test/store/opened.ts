import { type Orm, openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'

export type Opened = Awaited<ReturnType<typeof openStore>>

/** A store on a database of its own, until it is closed. */
export async function openStore(connections = 8) {
  const database = await freshDatabase()
  const orm: Orm = await openOrm(database.url, connections)
  const store = storeOf({ orm, realNow: () => new Date() })
  return {
    url: database.url,
    orm,
    store,
    async close() {
      await orm.close(true) // ends only where no connection was forgotten
      await database.drop()
    },
  }
}
