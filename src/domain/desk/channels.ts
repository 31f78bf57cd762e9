import { z } from 'zod'
import { type Place, type Platform, place, platformOf, slackChannel, telegramChat } from './platform-id.ts'
import { id, oneOrMore, strict } from './shape.ts'

const channel = z.record(z.string(), z.unknown())

/** Where people ask and where agents work. A platform not named is not served. */
export const channelsShape = strict({
  slack: strict({
    /** Where agents work unless the routing says otherwise. */
    triage: slackChannel.optional(),
    /** Where employees ask. */
    intake: z.array(slackChannel).default([]),
    /** A reaction with it raises a ticket. Without colons. */
    emoji: z.string().min(1).optional(),
  }).optional(),
  telegram: strict({
    /** Forum groups, for desks whose agents are in Telegram. */
    triage: z.array(telegramChat).default([]),
  }).optional(),
  email: channel.optional(),
  web: channel.optional(),
})

export type Channels = z.infer<typeof channelsShape>

/** What a ticket must be like to go to `to` (type, priority, category, tag, a field); every key must hold, of its values one. */
export const routeShape = strict({
  when: z.record(id, oneOrMore(z.string())),
  to: place,
})

type Route = z.infer<typeof routeShape>

/** Where a ticket goes that no route names. Undefined: there is no triage channel at all. */
export function triageOf(channels: Channels): Place | undefined {
  const slack = channels.slack?.triage
  if (slack) return { platform: 'slack', chat: slack }
  const [telegram] = channels.telegram?.triage ?? []
  return telegram === undefined ? undefined : { platform: 'telegram', chat: telegram }
}

/** What routing looks at. */
export interface Routed {
  type: string
  priority: string
  category?: string | null | undefined
  tags?: readonly string[] | undefined
  fields: Record<string, string | string[]>
}

interface Routing {
  routing: readonly Route[]
  triage: Place
}

/** The triage channel of a ticket like this: the first route that fits, else the desk's own. */
export function routeOf(desk: Routing, ticket: Routed): Place {
  const route = desk.routing.find((candidate) => fits(candidate, ticket))
  return route ? { platform: platformOf(route.to), chat: route.to } : desk.triage
}

function fits(route: Route, ticket: Routed): boolean {
  return Object.entries(route.when).every(([key, values]) =>
    valuesOf(ticket, key).some((value) => values.includes(value)),
  )
}

function valuesOf(ticket: Routed, key: string): readonly string[] {
  if (key === 'type') return [ticket.type]
  if (key === 'priority') return [ticket.priority]
  if (key === 'tag') return ticket.tags ?? []
  const value = key === 'category' ? ticket.category : ticket.fields[key]
  if (value === undefined || value === null) return []
  return typeof value === 'string' ? [value] : value
}

interface Placed extends Routing {
  channels: Channels
}

/**
 * Whose channel this is: first of the desks that take questions here, then of those whose agents work here.
 * Undefined where no desk names it, or several do (then the person chooses).
 */
export function deskOfChannel<D extends Placed>(desks: readonly D[], platform: Platform, chat: string): D | undefined {
  const asking = desks.filter((desk) => platform === 'slack' && desk.channels.slack?.intake.includes(chat))
  const working = desks.filter((desk) =>
    triageChannels(desk).some((at) => at.platform === platform && at.chat === chat),
  )
  const [first, ...others] = asking.length > 0 ? asking : working
  return others.length > 0 ? undefined : first
}

/** Every channel in which this desk's agents work. */
export function triageChannels(desk: Placed): Place[] {
  const routed = desk.routing.map(({ to }): Place => ({ platform: platformOf(to), chat: to }))
  const groups = (desk.channels.telegram?.triage ?? []).map((chat): Place => ({ platform: 'telegram', chat }))
  return [desk.triage, ...routed, ...groups]
}

/** Every channel of a platform that this desk names: where people ask, and where agents work. */
export function channelsOn(desk: Placed, platform: Platform): string[] {
  const working = triageChannels(desk).flatMap((at) => (at.platform === platform ? [at.chat] : []))
  return [...(platform === 'slack' ? (desk.channels.slack?.intake ?? []) : []), ...working]
}
