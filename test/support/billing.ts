import { TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import type { Desk } from '../../src/domain/desk/desk.ts'

/** Another desk of the same house: its own name, keys and triage channel, whose members are its agents. `more`: what a test is about. */
export function billingLike(
  demo: Desk,
  more: Partial<Desk> = {},
  agents: Partial<Desk['roles'][number]['who']> = { slackMembersOf: [TRIAGE_FINANCE] },
): Desk {
  return {
    ...demo,
    desk: 'billing',
    prefix: 'BILL',
    name: { en: 'Billing desk' },
    channels: { ...demo.channels, slack: { triage: TRIAGE_FINANCE, intake: [] }, telegram: { triage: [] } },
    triage: { platform: 'slack', chat: TRIAGE_FINANCE },
    routing: [],
    roles: demo.roles.map((role) => (role.id === 'agent' ? { ...role, who: { ...role.who, ...agents } } : role)),
    ...more,
  }
}
