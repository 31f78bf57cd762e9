import { createHash, timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { Figures } from './figures.ts'

/**
 * `GET /metrics`, not for the public: with a token (`METRICS_TOKEN`) for whoever bears it, without one for this machine
 * only. What a proxy on this machine passes on is not from this machine; nobody else learns that the page is there.
 */
export function metricsPage(figures: Figures, token: string | undefined): Hono {
  const app = new Hono()
  app.get('/metrics', async (context) => {
    if (token === undefined && !isFromHere(context)) return context.notFound()
    if (token !== undefined && !bears(context, token)) {
      return context.body(null, 401, { 'www-authenticate': 'Bearer' })
    }
    return context.body(await figures.page(), 200, { 'content-type': figures.contentType })
  })
  return app
}

function isFromHere(context: Context): boolean {
  if (context.req.header('x-forwarded-for') !== undefined || context.req.header('forwarded') !== undefined) return false
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(getConnInfo(context).remote.address ?? '')
}

/** Compared by their prints: as long, whatever was sent, and in constant time. */
function bears(context: Context, token: string): boolean {
  const print = (words: string) => createHash('sha256').update(words).digest()
  return timingSafeEqual(print(context.req.header('authorization') ?? ''), print(`Bearer ${token}`))
}
