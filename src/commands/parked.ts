import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import type { InboxQueue } from '../ports/inbox.ts'
import { withStore } from './with-store.ts'

/**
 * `npm run desk -- parked [--replay ID|all]`: events that failed five times, by id and the error's name; never what
 * they say. With `--replay` they are handled again, by the desk that runs or at its next start.
 * @param args what stands after `parked`
 */
export async function runParked(
  args: readonly string[],
  config: Pick<Config, 'databaseUrl'>,
  home: string,
): Promise<{ lines: string[]; ok: boolean }> {
  const { replay } = parseArgs({ args: [...args], options: { replay: { type: 'string' } } }).values
  return withStore(config, home, async ({ inbox }) =>
    replay === undefined ? { lines: await listed(inbox), ok: true } : await replayed(inbox, replay),
  )
}

async function listed(inbox: InboxQueue): Promise<string[]> {
  const parked = await inbox.parked()
  if (parked.length === 0) return [words('operator-nothing-parked', {}, 'en')]
  const rows = parked.map((row) => `${row.id}  ${row.receivedAt.toISOString()}  ${row.platform}  ${row.outcome ?? ''}`)
  return [...rows, words('operator-parked-again', {}, 'en')]
}

async function replayed(inbox: InboxQueue, which: string): Promise<{ lines: string[]; ok: boolean }> {
  const count = await inbox.replay(which === 'all' ? 'all' : { id: which })
  if (count === 0 && which !== 'all') return { lines: [words('operator-not-parked', { id: which }, 'en')], ok: false }
  return { lines: [words('operator-replayed', { count }, 'en')], ok: true }
}
