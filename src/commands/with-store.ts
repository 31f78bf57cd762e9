import type { Config } from '../config.ts'
import type { Store } from '../ports/store.ts'
import { openCluster } from '../store/embedded/cluster.ts'
import { openOrm } from '../store/orm.ts'
import { storeOf } from '../store/store.ts'

/** Opens the desk's database (an embedded one is started, or joined where a desk runs on it), and closes it afterwards. */
export async function withStore<T>(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  home: string,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const cluster = databaseUrl === undefined ? await openCluster({ home }) : undefined
  const orm = await openOrm(databaseUrl ?? (await cluster?.ensureDatabase('deskhand')) ?? '', 2)
  try {
    return await work(storeOf({ orm, realNow: () => new Date() }))
  } finally {
    await orm.close(true)
    await cluster?.release()
  }
}
