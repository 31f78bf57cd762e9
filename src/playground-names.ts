import { HELP, TRIAGE, TRIAGE_FINANCE } from '../playground/slack/seed.ts'
import { AGENTS_GROUP } from '../playground/telegram/seed.ts'
import type { Config } from './config.ts'

/** The channels and groups of the playground, for `${NAME}` in a desk file where no platform has a token. */
export const playgroundChannels: Readonly<Record<string, string>> = {
  SLACK_TRIAGE_CHANNEL: TRIAGE,
  SLACK_HELP_CHANNEL: HELP,
  SLACK_FINANCE_CHANNEL: TRIAGE_FINANCE,
  TELEGRAM_TRIAGE_GROUP: String(AGENTS_GROUP),
}

/** Without any platform token the playground is both platforms (design.md §8). */
export function inPlayground(config: Pick<Config, 'slack' | 'telegram'>): boolean {
  return !config.slack && !config.telegram
}

/** What desk files are read with: the names, and the platforms whose lines are switched off. */
export function deskSurroundings(config: Config): {
  named: Config['named']
  absent: ReadonlySet<'slack' | 'telegram'>
} {
  if (inPlayground(config))
    return { named: (name) => config.named(name) ?? playgroundChannels[name], absent: new Set() }
  const absent = new Set<'slack' | 'telegram'>()
  if (!config.slack) absent.add('slack')
  if (!config.telegram) absent.add('telegram')
  return { named: config.named, absent }
}
