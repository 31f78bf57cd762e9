import type { SlackChannel, SlackUser, SlackUsergroup } from './objects.ts'

/** Who and what is there when a playground's Slack starts for the first time. */
export const TEAM = 'T0DEMO'
export const TEAM_DOMAIN = 'demo'
export const APP = 'A0DESK'
export const BOT = 'B0DESK'
export const BOT_USER = 'U0DESK'

export const RITA = 'U0RITA'
export const KIM = 'U0KIM'
/** A guest: sees #help and nothing else. */
export const SAM = 'U0SAM'
export const ADA = 'U0ADA'
export const BO = 'U0BO'
export const LENA = 'U0LEAD'

export const HELP = 'C0HELP'
export const TRIAGE = 'C0TRIAGE'
export const TRIAGE_FINANCE = 'C0TRIAGE2'
/** Public, and the bot is not in it. */
export const RANDOM = 'C0RANDOM'

export const AGENTS = 'S0AGENTS'

export function seededUsers(): SlackUser[] {
  return [
    person(RITA, 'Rita', 'Europe/Berlin'),
    person(KIM, 'Kim', 'Asia/Seoul'),
    { ...person(SAM, 'Sam', 'America/New_York'), is_restricted: true },
    person(ADA, 'Ada', 'Europe/London'),
    person(BO, 'Bo', 'Europe/Stockholm'),
    person(LENA, 'Lena', 'Europe/Berlin'),
    { ...person(BOT_USER, 'Deskhand', 'Etc/UTC'), is_bot: true },
  ]
}

export function seededChannels(): SlackChannel[] {
  return [
    channel(HELP, 'help', 'public', [BOT_USER, RITA, KIM, SAM, ADA]),
    channel(TRIAGE, 'triage', 'private', [BOT_USER, ADA, BO, LENA]),
    channel(TRIAGE_FINANCE, 'triage-finance', 'private', [BOT_USER, ADA, LENA]),
    channel(RANDOM, 'random', 'public', [RITA, KIM]),
  ]
}

export function seededUsergroups(): SlackUsergroup[] {
  return [{ id: AGENTS, handle: 'agents', name: 'Agents', users: [ADA, BO] }]
}

export function person(id: string, realName: string, tz = 'Etc/UTC'): SlackUser {
  const name = realName.toLowerCase()
  return {
    id,
    name,
    real_name: realName,
    tz,
    locale: 'en-US',
    email: `${name}@demo.example`,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: false,
    is_bot: false,
    deleted: false,
  }
}

function channel(id: string, name: string, kind: 'public' | 'private', members: string[]): SlackChannel {
  return { id, name, kind, members, archived: false }
}
