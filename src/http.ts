import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { HttpRoute } from './adapter.ts'
import { codeOf } from './domain/error-code.ts'

/** Whether the desk can do its work; `reasons` names what is missing. */
export interface Readiness {
  ready: boolean
  reasons: string[]
}

/** The adapters' routes, the two health pages and what else there is, on one port (stack.md §6). */
export function httpApp(routes: readonly HttpRoute[], readiness: () => Promise<Readiness>, ...beside: Hono[]): Hono {
  const app = new Hono()
  for (const route of routes) app.post(route.path, (context) => route.handle(context.req.raw))
  app.get('/health/live', (context) => context.json({ live: true }))
  app.get('/health/ready', async (context) => {
    const state = await readiness()
    return context.json(state, state.ready ? 200 : 503)
  })
  for (const pages of beside) app.route('/', pages)
  return app
}

/** So long a request in hand is waited for at the end: who has sent half of one may never send the rest. */
const CUT_AFTER_MS = 5_000

/**
 * Listens; resolves with the real port. Rejects, with the repair, where the port is taken. `close` answers what was
 * asked, at most so long (ms), and waits for nobody else: connections made beforehand, as browsers and proxies do, say
 * nothing, and Node counts them as busy for ever once it listens no more.
 */
export async function listen(
  app: Hono,
  port: number,
  host?: string,
  cutAfterMs = CUT_AFTER_MS,
): Promise<{ port: number; close(): Promise<void> }> {
  // `serve` without options for HTTP/2 makes a plain HTTP server.
  const server = serve({ fetch: app.fetch, port, ...(host && { hostname: host }) }) as Server
  const inHand = requestsIn(server)
  try {
    await once(server, 'listening')
  } catch (error) {
    const taken = codeOf(error) === 'EADDRINUSE'
    throw taken ? new Error(`Port ${port} is taken. Set PORT to a free one, or stop what listens there.`) : error
  }
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port')
  return {
    port: address.port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      await Promise.race([inHand.over(), sleep(cutAfterMs, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }
}

/** `over` resolves as soon as nothing that was asked waits for its answer. */
function requestsIn(server: Server): { over(): Promise<void> } {
  const asked = new Set<ServerResponse>()
  server.on('request', (_request, response) => {
    asked.add(response)
    response.once('close', () => asked.delete(response))
  })
  return {
    async over() {
      for (const response of asked) await new Promise((resolve) => response.once('close', resolve))
    },
  }
}

/** Rejects as `listen` would, with the repair, where the port is taken. */
export async function refuseTaken(port: number, host?: string): Promise<void> {
  await (await listen(new Hono(), port, host)).close()
}
