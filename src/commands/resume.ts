import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { words } from '../locales/index.ts'
import type { Paused, Resumed } from '../ports/installation.ts'
import { withStore } from './with-store.ts'

/** Platforms that can say whether they have a post: Slack by its metadata; Telegram has no such means (design.md §1). */
const ASKABLE = ['slack']

/**
 * `npm run desk -- resume [--yes]`: what a desk owes whose tables came from a backup, and with `--yes` that it may send
 * again. A desk that runs notices within two seconds.
 * @param args what stands after `resume`
 */
export async function runResume(
  args: readonly string[],
  config: Pick<Config, 'databaseUrl'>,
  home: string,
): Promise<{ lines: string[]; ok: boolean }> {
  const { yes = false } = parseArgs({ args: [...args], options: { yes: { type: 'boolean' } } }).values
  return withStore(config, home, async ({ installation }) => {
    const paused = await installation.paused()
    if (!paused) return { lines: [words('operator-not-paused', {}, 'en')], ok: true }
    if (!yes) return { lines: told(paused), ok: true }
    const resumed = await installation.resume(ASKABLE)
    return { lines: resumed ? done(resumed) : [words('operator-not-paused', {}, 'en')], ok: true }
  })
}

function told({ since, owed }: Paused): string[] {
  return [
    words('operator-paused', { since: since.toISOString() }, 'en'),
    ...owed.map(({ platform, deliveries, oldest }) =>
      words('operator-paused-owed', { platform, count: deliveries, oldest: oldest.toISOString() }, 'en'),
    ),
    words('operator-resume-how', {}, 'en'),
  ]
}

function done({ lookedUp, leftToAgents, dropped, tickets }: Resumed): string[] {
  return [
    words('operator-resumed', { looked: lookedUp, left: leftToAgents, dropped }, 'en'),
    ...(tickets.length > 0 ? [words('operator-resumed-tickets', { keys: tickets.join(', ') }, 'en')] : []),
  ]
}
