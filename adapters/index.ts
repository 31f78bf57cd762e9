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
  /** How long a call may take before its end is unclear (ms). Default 12 s. */
  callTimeoutMs?: number | undefined
  /** Which of several processes has a duty that only one may have, such as polling. */
  lease: { hold(name: string): Promise<boolean>; release(name: string): Promise<void> }
}

/** The platforms that have a token: one line per channel. */
export function adaptersOf({ config, log, realNow, callTimeoutMs, lease }: Making): Adapter[] {
  const { slack, telegram } = config
  const timeoutSeconds = callTimeoutMs === undefined ? undefined : callTimeoutMs / 1000
  return [
    ...(slack ? [slackAdapter({ ...slack, now: realNow, timeoutMs: callTimeoutMs, log })] : []),
    ...(telegram ? [telegramAdapter({ ...telegram, now: realNow, timeoutSeconds, log, lease })] : []),
  ]
}
