import { printPath } from './fault.ts'
import type { Lines } from './lines.ts'
import { rungPlatform } from './plans.ts'
import { type Platform, platformOf } from './platform-id.ts'

/** The desk without the lines that name a platform this process has no token for (design.md §8). */
export function switchOff(lines: Lines, absent: ReadonlySet<Platform>): Lines {
  const here = { ...lines.channels }
  for (const platform of absent) delete here[platform]
  return {
    ...lines,
    channels: here,
    routing: lines.routing.filter(({ to }) => !absent.has(platformOf(to))),
    roles: Object.fromEntries(
      Object.entries(lines.roles).map(([id, role]) => [id, { ...role, who: present(role.who, absent) }]),
    ),
    escalation: lines.escalation.filter(({ tell }) => {
      const platform = rungPlatform(tell)
      return platform === undefined || !absent.has(platform)
    }),
  }
}

type Who = Lines['roles'][string]['who']

function present(who: Who, absent: ReadonlySet<Platform>): Who {
  const slack = absent.has('slack') ? { slackGroup: [], slackMembersOf: [], slack: [] } : {}
  return { ...who, ...slack, ...(absent.has('telegram') ? { telegram: [], telegramMembersOf: [] } : {}) }
}

/** Paths of the lines that name this platform, for the one warning that says they are switched off. */
export function linesNaming(lines: Lines, platform: Platform): string[] {
  const paths: PropertyKey[][] = []
  if (lines.channels[platform]) paths.push(['channels', platform])
  lines.routing.forEach(({ to }, index) => {
    if (platformOf(to) === platform) paths.push(['routing', index])
  })
  for (const [id, { who }] of Object.entries(lines.roles)) {
    const named =
      platform === 'telegram'
        ? [...who.telegram, ...who.telegramMembersOf]
        : [...who.slack, ...who.slackGroup, ...who.slackMembersOf]
    if (named.length > 0) paths.push(['roles', id, 'who'])
  }
  lines.escalation.forEach(({ tell }, index) => {
    if (rungPlatform(tell) === platform) paths.push(['escalation', index])
  })
  return paths.map(printPath)
}
