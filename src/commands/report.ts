import { parseArgs } from 'node:util'
import { gatherReport, reportSentences } from '../acts/report.ts'
import type { World } from '../acts/world.ts'
import type { Config } from '../config.ts'
import { type Env, readDesks } from '../desks.ts'
import { csvOf } from '../domain/csv.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { DeskFault } from '../domain/desk/fault.ts'
import type { Platform } from '../domain/desk/platform-id.ts'
import { DAY_MS } from '../domain/open-hours.ts'
import { tableOf } from '../domain/report-table.ts'
import { wordsKept } from '../locales/index.ts'
import { logTo } from '../log.ts'
import { idsOf } from '../ports/ids.ts'
import { withStore } from './with-store.ts'

/**
 * `npm run desk -- report [--csv] [--week|--month]`: how the last 7 or 30 days were, on all desks of the files; a month
 * unless it says otherwise. Reads, and changes nothing.
 */
export async function runReport(
  args: readonly string[],
  config: Pick<Config, 'databaseUrl' | 'desks'>,
  { env, absent, home }: { env: Env; absent?: ReadonlySet<Platform> | undefined; home: string },
): Promise<{ lines: string[]; ok: boolean }> {
  const boolean = { type: 'boolean' } as const
  const { values } = parseArgs({ args: [...args], options: { csv: boolean, week: boolean, month: boolean } })
  let desks: readonly Desk[]
  try {
    desks = (await readDesks(config.desks, env, absent)).desks
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error
    return { lines: error.message.split('\n'), ok: false }
  }
  return withStore(config, home, async (store) => {
    const world: World = { desks, accountOf: () => undefined, ids: idsOf('unused'), log: logTo('silent', false) }
    const report = await store.transaction(async (unit) => {
      const to = unit.now.getTime()
      return gatherReport(unit, world, desks, { from: to - (values.week ? 7 : 30) * DAY_MS, to }, 'en')
    })
    if (values.csv) return { lines: csvOf(tableOf(report)).trimEnd().split('\r\n'), ok: true }
    const zone = desks[0]?.zone ?? 'UTC'
    return { lines: reportSentences(report, zone).map(({ key, facts }) => wordsKept(key, facts, 'en')), ok: true }
  })
}
