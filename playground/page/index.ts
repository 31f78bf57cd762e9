import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { DeskClock } from '../desk-clock.ts'
import type { OpenSlack } from '../slack/index.ts'
import type { OpenTelegram } from '../telegram/index.ts'
import { actShape } from './act.ts'
import { Changes } from './changes.ts'
import { perform } from './perform.ts'
import { actsFromHere, fromHere } from './same-origin.ts'
import { stateOf } from './state.ts'

export interface Worlds {
  slack: Omit<OpenSlack, 'app' | 'close'>
  telegram: Omit<OpenTelegram, 'app' | 'close'>
  /** Unix ms with the clock's offset. */
  now: () => number
  /** Absent: nobody can move it here. */
  clock?: DeskClock | undefined
}

const browserFiles = fileURLToPath(new URL('./browser', import.meta.url))
const readme = new URL('../../README.md', import.meta.url)
const longestActBytes = 256 * 1024

/** Everything comes from here: no text of anybody can bring a script, a picture or a frame along. */
const policy =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"

/**
 * The page: it shows the two worlds (`/page/state`, and `/page/events` when they change) and drives them (`/page/act`).
 * Whoever asks must have come by 127.0.0.1 or localhost, and may act only from the page itself: no foreign web page
 * that happens to be open in the same browser reads or drives it.
 */
export function pageApp(worlds: Worlds): { app: Hono; close: () => void } {
  const app = new Hono()
  const changes = new Changes(worlds)

  app.use('/page/*', fromHere)
  app.use('/', fromHere)
  app.use('/page/*', headers)
  app.use('/', headers)

  app.get('/', serveStatic({ root: browserFiles, path: 'index.html' }))
  app.use('/page/browser/*', serveStatic({ root: browserFiles, rewriteRequestPath: (path) => path.slice(13) }))
  app.get('/page/readme', async (context) => {
    const text = await readFile(readme, 'utf8').catch(() => undefined)
    return text === undefined ? context.notFound() : context.text(text)
  })

  app.get('/page/state', (context) => context.json(stateOf(worlds)))
  app.get('/page/clock', async (context) => context.json((await worlds.clock?.look()) ?? null))
  app.get('/page/events', (context) =>
    streamSSE(context, async (stream) => {
      for await (const version of changes.since(stream)) {
        await stream.writeSSE({ event: 'changed', data: String(version) })
      }
    }),
  )
  app.post('/page/act', actsFromHere, bodyLimit({ maxSize: longestActBytes }), async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined)
    const act = actShape.safeParse(body)
    if (!act.success) return context.json({ ok: false, says: act.error.issues.map(({ message }) => message) }, 400)
    return context.json(await perform(worlds, act.data))
  })

  return { app, close: () => changes.close() }
}

/** What every answer of the page carries. */
async function headers(context: { header: (name: string, value: string) => void }, next: () => Promise<void>) {
  await next()
  context.header('content-security-policy', policy)
  context.header('x-content-type-options', 'nosniff')
  context.header('referrer-policy', 'no-referrer')
  context.header('cache-control', 'no-store')
}
