import type { Desk } from '../../src/domain/desk/desk.ts'
import { demoDesks } from '../../test/support/demo.ts'
import { AGENT } from '../platforms/slack.ts'

/** So many desks on either platform: a triage channel is a lane, and of a lane one message is on its way at a time. */
export const DESKS = 32

/** The desk on whose channels the agents of `platform` work, the nth. */
export interface Bureau {
  id: string
  /** Where people ask in Slack. */
  help: string
  /** Where agents work. */
  triage: string
}

export function bureau(platform: 'slack' | 'telegram', n: number): Bureau {
  return {
    id: `${platform}-${n}`,
    help: `C0HELP${platform === 'slack' ? 'S' : 'T'}${n}`,
    triage: platform === 'slack' ? `C0TRIAGE${n}` : String(-1000 - n),
  }
}

/** The demo desk many times: half of them with their agents in Slack, half in Telegram forums. */
export async function benchDesks(): Promise<Desk[]> {
  const [demo] = await demoDesks()
  if (!demo) throw new Error('no demo desk')
  const numbers = Array.from({ length: DESKS }, (_, n) => n)
  return [...numbers.map((n) => deskFor(demo, 'slack', n)), ...numbers.map((n) => deskFor(demo, 'telegram', n))]
}

function deskFor(demo: Desk, platform: 'slack' | 'telegram', n: number): Desk {
  const { id, help, triage } = bureau(platform, n)
  const slack = { ...demo.channels.slack, intake: [help], ...(platform === 'slack' && { triage }) }
  const who = {
    slackGroup: [],
    slack: [AGENT],
    slackMembersOf: platform === 'slack' ? [triage] : [],
    telegram: ['7101'],
    telegramMembersOf: [],
  }
  return {
    ...demo,
    desk: id,
    prefix: `${platform === 'slack' ? 'S' : 'T'}${n}X`,
    triage: { platform, chat: triage },
    routing: [],
    channels: { ...demo.channels, slack, telegram: platform === 'telegram' ? { triage: [triage] } : { triage: [] } },
    roles: demo.roles.map((role) => (role.id === 'agent' ? { ...role, who } : role)),
  }
}
