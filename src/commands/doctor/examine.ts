import { examine as examineSlack } from '../../../adapters/slack/doctor/index.ts'
import { examine as examineTelegram } from '../../../adapters/telegram/doctor/index.ts'
import { type Config, ConfigFault, readConfig } from '../../config.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { inPlayground } from '../../playground-names.ts'
import { examineDatabase } from './database.ts'
import { examineDesks } from './desks.ts'
import { type Finding, open, well, wrong } from './finding.ts'
import { examineJobStore } from './job-store.ts'
import { groupsOf, slackChannelsOf, telegramGroupsOf } from './places.ts'
import { examineFiles, examinePublicUrl, examineSecret } from './settings.ts'

/** Where a desk would run. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  /** The `.deskhand` folder. */
  home: string
}

/** Everything there is to find, in the order in which one repairs it. */
export async function examineAll({ env, home }: Surroundings): Promise<Finding[]> {
  const config = configOf(env)
  if (Array.isArray(config)) return [...config, open('rest-unseen')]
  const { findings, desks } = await examineDesks(config)
  return [
    well('config'),
    ...(await examineDatabase(config.databaseUrl, home)),
    ...(await examineJobStore(config.agendaMongodbUrl)),
    examineSecret(config),
    await examineFiles(config.files),
    ...examinePublicUrl(config),
    ...findings,
    ...(inPlayground(config) ? [open('playground')] : await examinePlatforms(config, desks)),
  ]
}

function configOf(env: Surroundings['env']): Config | Finding[] {
  try {
    return readConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error
    return error.message.split('\n').map((fault) => wrong('config-fault', { fault }))
  }
}

async function examinePlatforms({ slack, telegram }: Config, desks: readonly Desk[] | undefined): Promise<Finding[]> {
  return [
    ...(desks ? [] : [open('places-unseen')]),
    ...(slack
      ? await examineSlack({ ...slack, channels: slackChannelsOf(desks ?? []), groups: groupsOf(desks ?? []) })
      : [open('platform-absent', { platform: 'Slack' })]),
    ...(telegram
      ? await examineTelegram({ ...telegram, groups: telegramGroupsOf(desks ?? []) })
      : [open('platform-absent', { platform: 'Telegram' })]),
  ]
}
