import type { Orm } from '../../src/store/orm.ts'
import { addCopies, type Written, writeModels } from './copies.ts'
import { addCorpus } from './corpus.ts'
import { addCompany } from './filler.ts'
import { type Ground, onDatabase } from './ground.ts'
import { loaded, loadQuickly } from './loading.ts'
import { makeModels } from './models.ts'

/**
 * One database after the other, each a copy of the one before with more in it; those of an earlier run that were kept are
 * taken as they are. Resolves with their addresses.
 */
export async function makeDatabases(
  ground: Ground,
  tickets: readonly number[],
  seed: number,
  say: (line: string) => void,
): Promise<string[]> {
  const nameOf = (n: number): string => `with_${tickets[n]}`
  const names = tickets.map((_, n) => nameOf(n))
  const all = names.map((name) => ground.cluster.url(name))
  const ready = await onDatabase(ground.cluster.url('postgres'), readyIn)
  if (names.every((name) => ready.has(name))) return all
  for (const name of names) await ground.cluster.dropDatabase(name)
  let written: Written = new Map()
  for (const [n, to] of tickets.entries()) {
    const url = await (n === 0 ? ground.database(nameOf(0)) : ground.copy(nameOf(n - 1), nameOf(n)))
    if (n === 0) {
      const models = await makeModels(ground, url)
      written = await onDatabase(url, async (orm) => {
        await addCorpus(orm, seed)
        await addCompany(orm)
        return writeModels(orm, models)
      })
    }
    await onDatabase(ground.cluster.url('postgres'), async (server) => {
      await loadQuickly(server, nameOf(n))
      await onDatabase(url, (orm) => addCopies(orm, written, { from: tickets[n - 1] ?? 0, to }))
      await loaded(server, nameOf(n))
      await server.em.fork().execute(`comment on database "${nameOf(n)}" is '${READY}'`)
    })
    say(`${to} tickets are there`)
  }
  return all
}

/** Said of a database by whoever has filled it to the end. */
const READY = 'filled by the bench'

async function readyIn(server: Orm): Promise<ReadonlySet<string>> {
  const rows = await server.em
    .fork()
    .execute<{ name: string }[]>(
      `select datname as name from pg_database where shobj_description(oid, 'pg_database') = ?`,
      [READY],
    )
  return new Set(rows.map(({ name }) => name))
}
