import { z } from 'zod'
import type { Desk } from './desk/desk.ts'
import { durationMs } from './duration-ms.ts'

/** Where the desk file names no warning (sla.md S23). */
const WARN = '80%'

const ms = z.int().positive()

/** Business time in ms; what is left out is not promised (sla.md S17). */
const targetsShape = z.object({
  firstResponse: ms.optional(),
  nextResponse: ms.optional(),
  resolution: ms.optional(),
  /** `80%` of the target, or so long before it: `PT10M` (sla.md S23). */
  warn: z.array(z.string()).readonly(),
})

/** What is promised to a ticket for good: pinned when it is opened, whatever the desk file says later (sla.md S16, S19). */
export const policyShape = z.object({
  plans: z.record(
    z.string(),
    z.object({
      calendar: z.string(),
      /** By category id; left out where the plan has one calendar for all, as policies kept before there were several do. */
      calendars: z.record(z.string(), z.string()).optional(),
      targets: z.record(z.string(), targetsShape),
    }),
  ),
  /** Ids of statuses in which the resolution clock pauses (sla.md S12). */
  pausing: z.array(z.string()).readonly(),
})

export type Policy = z.infer<typeof policyShape>

/** What a desk promises as its file reads now. */
export function policyOf(desk: Pick<Desk, 'plans' | 'pausing'>): Policy {
  const plans = Object.entries(desk.plans).map(([id, { calendar, calendars, targets }]) => {
    const its = Object.entries(targets).map(([priority, target]) => [priority, inMs(target)] as const)
    return [id, { calendar, ...(calendars && { calendars }), targets: Object.fromEntries(its) }] as const
  })
  return { plans: Object.fromEntries(plans), pausing: desk.pausing }
}

/** The calendar that counts for a ticket: its category's, else the plan's; undefined for a plan there is none of. */
export function calendarOf(
  { plans }: Policy,
  { plan, category }: { plan: string; category?: string | null },
): string | undefined {
  const its = plans[plan]
  const special = category === null || category === undefined ? undefined : its?.calendars?.[category]
  return special ?? its?.calendar
}

function inMs({ firstResponse, nextResponse, resolution, warn }: Desk['plans'][string]['targets'][string]) {
  return {
    ...(firstResponse !== undefined && { firstResponse: durationMs(firstResponse) }),
    ...(nextResponse !== undefined && { nextResponse: durationMs(nextResponse) }),
    ...(resolution !== undefined && { resolution: durationMs(resolution) }),
    warn: warn ?? [WARN],
  }
}
