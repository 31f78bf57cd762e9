import type { Config } from '../config.ts'
import { codeOf } from '../domain/error-code.ts'
import { words } from '../locales/index.ts'
import type { Store } from '../ports/store.ts'
import { openCluster } from '../store/embedded/cluster.ts'
import { openOrm } from '../store/orm.ts'
import { storeOf } from '../store/store.ts'

/** PostgreSQL's code. */
const UNDEFINED_TABLE = '42P01'

/**
 * Opens the desk's database (an embedded one is started, or joined where a desk runs on it), and closes it afterwards.
 * Rejects, with the repair, where no desk has made its tables there: beside Docker a command of the host opens an embedded
 * database and not the desk's, so none are made for it.
 */
export async function withStore<T>(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  home: string,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const cluster = databaseUrl === undefined ? await openCluster({ home }) : undefined
  const orm = await openOrm(databaseUrl ?? (await cluster?.ensureDatabase('deskhand')) ?? '', 2)
  try {
    return await work(storeOf({ orm, realNow: () => new Date() }))
  } catch (error) {
    throw codeOf(error) === UNDEFINED_TABLE ? new Error(words('operator-no-tables', {}, 'en'), { cause: error }) : error
  } finally {
    await orm.close(true)
    await cluster?.release()
  }
}
