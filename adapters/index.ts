import type { Adapter } from '../src/adapter.ts'
import type { Config } from '../src/config.ts'
import type { Log } from '../src/ports/log.ts'
import { slackAdapter } from './slack/index.ts'
import { telegramAdapter } from './telegram/index.ts'

/** What every adapter is made with. */
export interface Making {
  config: Pick<Config, 'slack' | 'telegram'>
  log: Log
  /** Real time: ages of signatures and caches (design.md §8). */
  realNow: () => Date
  /** Which of several processes has a duty that only one may have, such as polling. */
  lease: { hold(name: string): Promise<boolean>; release(name: string): Promise<void> }
}

/** The platforms that have a token: one line per channel. */
export function adaptersOf({ config, log, realNow, lease }: Making): Adapter[] {
  const { slack, telegram } = config
  return [
    ...(slack ? [slackAdapter({ ...slack, now: realNow, log })] : []),
    ...(telegram ? [telegramAdapter({ ...telegram, now: realNow, log, lease })] : []),
  ]
}
