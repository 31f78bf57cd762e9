import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Files } from './ports/files.ts'
import type { Ids } from './ports/ids.ts'
import type { Store } from './ports/store.ts'

/** So long a link to a file works. */
const WORKS_FOR_MS = 7 * 86_400_000

const asked = z.object({
  id: z.uuid(),
  until: z.coerce.number().int().positive(),
  sig: z.string().regex(/^[\w-]{22}$/),
})

export interface FileLinks {
  /** A link to a file of ours that works for a week. `id`: of its row. */
  to: (id: string) => string
  /** Gives what a link asks for; nothing is listed, and a wrong link looks like none. */
  pages: Hono
}

/**
 * Files too large for a platform, behind links nobody can guess or make (`SECRET`). They are given to be saved, never
 * shown: whatever is in one has no say on this address (SEC5).
 * @param base the address under which people reach this program
 */
export function fileLinks(base: string, ids: Ids, store: Store, files: Files, realNow: () => Date): FileLinks {
  const seal = (id: string, until: number): string => ids.seal(['file', id, String(until)])
  const pages = new Hono()
  pages.get('/files/:id', async (context) => {
    const given = asked.safeParse({ id: context.req.param('id'), ...context.req.query() })
    if (!given.success) return context.notFound()
    const { id, until, sig } = given.data
    if (!timingSafeEqual(Buffer.from(sig), Buffer.from(seal(id, until))) || until * 1000 < realNow().getTime())
      return context.notFound()
    const row = await store.transaction((unit) => unit.files.byId(id))
    const blob = row?.sha256 ? await files.open(row.sha256).catch(() => undefined) : undefined
    if (!row || !blob) return context.notFound()
    return context.body(blob.stream(), 200, {
      'content-type': 'application/octet-stream',
      'content-length': String(blob.size),
      'content-disposition': `attachment; filename*=UTF-8''${extended(row.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    })
  })
  return {
    to(id) {
      const until = Math.floor((realNow().getTime() + WORKS_FOR_MS) / 1000)
      return `${base}/files/${id}?until=${until}&sig=${seal(id, until)}`
    },
    pages,
  }
}

/** A name as RFC 8187 writes it. */
function extended(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
}
