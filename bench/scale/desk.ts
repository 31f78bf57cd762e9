import type { Desk } from '../../src/domain/desk/desk.ts'
import { type Limits, usualLimits } from '../../src/domain/limits.ts'
import { demoDesks } from '../../test/support/demo.ts'
import { AGENT } from '../platforms/slack.ts'

export const HELP = 'C0HELP'
const TRIAGE = 'C0TRIAGE0'
export const PREFIX = 'BIG'

/** Looked up over the stretches people have, and so high that they hold nobody up. */
export const highLimits: Limits = {
  personTickets: { ...usualLimits.personTickets, most: 5_000 },
  personMessages: { ...usualLimits.personMessages, most: 5_000 },
  deskTickets: { ...usualLimits.deskTickets, most: 50_000 },
}

/**
 * One desk that has all the tickets. Its hours never end and its promises are long, so that what is open is due some
 * time, as with any desk, and nothing of it while the bench runs. Nobody is asked for a rating: of a copy it would be due.
 */
export async function bigDesks(): Promise<Desk[]> {
  return demoDesks(({ rating: _, ...demo }) => ({
    ...demo,
    desk: 'big',
    prefix: PREFIX,
    triage: { platform: 'slack', chat: TRIAGE },
    routing: [],
    // Reminders at any hour, so that those of a copy, moved on with everything else, are where its history has them.
    silence: demo.silence.map((rule) => ({ ...rule, within: 'always' })),
    channels: { ...demo.channels, slack: { ...demo.channels.slack, intake: [HELP], triage: TRIAGE } },
    organisations: { required: false, seeAll: true, write: true, share: true },
    plans: {
      basic: {
        calendar: 'always',
        targets: Object.fromEntries(
          demo.priorities.map(({ id }) => [id, { firstResponse: 'P20D', nextResponse: 'P20D', resolution: 'P60D' }]),
        ),
      },
    },
    roles: demo.roles.map((role) => (role.id === 'agent' ? { ...role, who: agents } : role)),
  }))
}

const agents = { slackGroup: [], slack: [AGENT], slackMembersOf: [TRIAGE], telegram: [], telegramMembersOf: [] }
