import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import { openCluster } from '../store/embedded/cluster.ts'
import { openOrm } from '../store/orm.ts'
import { storeOf } from '../store/store.ts'

/** `npm run desk -- parked`: events that failed five times, by id and the error's name; never what they say. */
export async function listParked(config: Config, home: string): Promise<string[]> {
  const cluster = config.databaseUrl === undefined ? await openCluster({ home }) : undefined
  const orm = await openOrm(config.databaseUrl ?? (await cluster?.ensureDatabase('deskhand')) ?? '', 2)
  try {
    const parked = await storeOf({ orm, realNow: () => new Date() }).inbox.parked()
    if (parked.length === 0) return [words('operator-nothing-parked', {}, 'en')]
    return parked.map((row) => `${row.id}  ${row.receivedAt.toISOString()}  ${row.platform}  ${row.outcome ?? ''}`)
  } finally {
    await orm.close(true)
    await cluster?.release()
  }
}
