import { join } from 'node:path'
import { v7 } from 'uuid'
import { z } from 'zod'
import { adaptersOf } from '../../adapters/index.ts'
import { startRelay } from '../../src/delivery/relay.ts'
import { logTo } from '../../src/log.ts'
import { watchFailpoints } from '../../src/ports/failpoint.ts'
import { filesIn } from '../../src/store/files.ts'
import { openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { secrets } from '../../test/support/demo.ts'

/**
 * The desk's relay as a process of its own that can be killed. Its parent tells it the hour, and is told when all that
 * may be sent then is sent; or a fail point it shall die at.
 */
const { FLOOD_DATABASE = '', FLOOD_TELEGRAM = '', FLOOD_FOLDER = '', FLOOD_NOW } = process.env
/** By the clock that is told, as that of a real process by its own. */
const LEASE_MS = 6_000
/** It looks when it is told to. */
const NEVER_MS = 3_600_000

let nowMs = Number(FLOOD_NOW)
let deadly: unknown
const now = (): Date => new Date(nowMs)
process.on('disconnect', () => process.exit(0))
watchFailpoints((point) => {
  if (point === deadly) process.kill(process.pid, 'SIGKILL')
})
const log = logTo(process.env.BENCH_LOG ?? 'silent', false)
const config = {
  slack: undefined,
  telegram: { token: secrets.telegramToken, apiRoot: FLOOD_TELEGRAM, webhook: undefined },
}
// Its parent polls.
const standsBy = { hold: async () => false, release: async () => {} }
const adapters = adaptersOf({ config, log, realNow: now, lease: standsBy })
const silent = { receive: async () => {}, ask: () => Promise.reject(new Error('nobody asks')), dropped: async () => {} }
for (const adapter of adapters) await adapter.start(silent, [])
const platforms = new Map(adapters.map((adapter) => [adapter.platform, adapter]))
const store = storeOf({ orm: await openOrm(FLOOD_DATABASE), realNow: now })
const holder = v7()
const files = filesIn(join(FLOOD_FOLDER, 'files'))
const relay = startRelay({ store, platforms, files, log, holder, realNow: now, uuid: v7 }, NEVER_MS)
const told = z.union([z.object({ nowMs: z.number() }), z.object({ dieAt: z.string() })])

process.on('message', async (message) => {
  const said = told.parse(message)
  if ('dieAt' in said) {
    deadly = said.dieAt
    return
  }
  nowMs = said.nowMs
  await store.leases.hold(`process:${holder}`, holder, LEASE_MS)
  relay.wake()
  await relay.idle()
  process.send?.('idle')
})
process.send?.('idle')
