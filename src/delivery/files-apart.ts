import { traits } from '../adapter.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { Content } from '../ports/content.ts'
import type { Brought } from './bring-files.ts'
import { isTakenBack, nextPart } from './late-files.ts'
import { phrasePost } from './phrase-post.ts'
import type { Settling } from './settle.ts'

/**
 * What is said of a file that cannot be shown may make words too long to stand under the others: then they go by
 * themselves and the files after them, each tried for itself, so that nobody reads words twice because a platform wanted
 * quiet between the two. Returns what goes now; undefined where another process is at it.
 */
export async function filesApart(
  { store, uuid, row }: Settling,
  owed: Content,
  brought: Brought,
): Promise<Brought | undefined> {
  const { captionUnits, filesApart: keepsApart } = traits[row.to.platform]
  const fits = toPlain(phrasePost(brought.content).body).length <= captionUnits
  if (!keepsApart || fits || brought.files.length === 0) return brought
  const { files = [], ...words } = owed
  const { language, internal } = owed
  const isShown = (id: string): boolean => brought.shown.some((one) => one.id === id)
  return store.transaction(async (unit) => {
    // Taken back before this, it shows; after it, what is owed here is found, too.
    if (row.ticketId !== null) await unit.tickets.lock(row.ticketId)
    if (!(await unit.deliveries.lessen(row, { ...words, files: files.filter(({ id }) => !isShown(id)) }))) return
    if (await isTakenBack(unit, row)) return { ...brought, files: [] }
    const part = await nextPart(unit, row)
    const content: Content = { language, internal, body: [], files: brought.shown }
    await unit.deliveries.owe([{ ...row, id: uuid(), after: row.id, replyTo: null, part, content }])
    return { ...brought, files: [] }
  })
}
