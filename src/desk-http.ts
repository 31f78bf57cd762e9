import { setTimeout as sleep } from 'node:timers/promises'
import type { Hono } from 'hono'
import type { Adapter } from './adapter.ts'
import type { Alive } from './alive.ts'
import type { DeskOptions } from './desk-options.ts'
import { httpApp, listen, type Readiness } from './http.ts'
import type { Figures } from './metrics/figures.ts'
import { metricsPage } from './metrics/page.ts'
import type { Orm } from './store/orm.ts'

/** How long the database may take to say that it is there. */
const READY_WITHIN_MS = 1_000

/** The pages of a desk: where its platforms call, whether it is ready, its figures. `missing`: what it does without for now. */
export async function openHttp(
  { config, host }: DeskOptions,
  adapters: readonly Adapter[],
  { orm, alive }: { orm: Orm; alive: Pick<Alive, 'runs'> },
  figures: Figures,
  missing: () => string[],
  besides: readonly Hono[],
) {
  const routes = adapters.flatMap((adapter) => adapter.routes)
  const readiness = async (): Promise<Readiness> => {
    // A database that hangs is as good as none: whoever asks must not hang with it.
    const connected = await Promise.race([orm.isConnected(), sleep(READY_WITHIN_MS, false, { ref: false })])
    // One that answers and takes no writes (a full disk, a fail-over to a replica) is no better: nothing is taken in.
    const written = connected && alive.runs()
    // Without the job store every timer still runs in every process, and a paused desk hears and stores: it is said, and
    // takes nobody out of service.
    const lacking = connected ? 'database-writes' : 'database'
    return { ready: written, reasons: [...(written ? [] : [lacking]), ...missing()] }
  }
  return listen(httpApp(routes, readiness, metricsPage(figures, config.metricsToken), ...besides), config.port, host)
}
