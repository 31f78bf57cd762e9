import { randomUUID } from 'node:crypto'
import { openCluster } from '../store/embedded/cluster.ts'
import { migrateOrm } from '../store/migrate.ts'
import { openOrm } from '../store/orm.ts'

/** `npm run desk -- migration NAME`: what the entities have and the migrations have not, as a new file. */
export async function writeMigration(name: string, home: string): Promise<string | undefined> {
  const cluster = await openCluster({ home })
  const database = `migration_${randomUUID().slice(0, 8)}`
  const orm = await openOrm(await cluster.ensureDatabase(database), 2)
  try {
    await migrateOrm(orm)
    const { diff, fileName } = await orm.migrator.create(undefined, false, false, name)
    return diff.up.length > 0 ? fileName : undefined
  } finally {
    await orm.close(true)
    await cluster.dropDatabase(database)
    await cluster.release()
  }
}
