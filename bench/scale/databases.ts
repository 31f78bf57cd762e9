import { addCopies, type Written, writeModels } from './copies.ts'
import { addCorpus } from './corpus.ts'
import { addCompany } from './filler.ts'
import { type Ground, onDatabase } from './ground.ts'
import { loaded, loadQuickly } from './loading.ts'
import { makeModels } from './models.ts'

/** One database after the other, each a copy of the one before with more in it. Resolves with their addresses. */
export async function makeDatabases(
  ground: Ground,
  tickets: readonly number[],
  seed: number,
  say: (line: string) => void,
): Promise<string[]> {
  const nameOf = (n: number): string => `with_${tickets[n]}`
  const urls: string[] = []
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
    })
    say(`${to} tickets are there`)
    urls.push(url)
  }
  return urls
}
