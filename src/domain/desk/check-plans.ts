import { durationMs } from '../duration-ms.ts'
import { mostOpenMs, overlappingOverrides } from './calendar-reach.ts'
import { everOpens } from './calendars.ts'
import { checkNames } from './check-statuses.ts'
import type { Say } from './cross-check.ts'
import type { Lines } from './lines.ts'
import type { Plan } from './plans.ts'

/** A calendar opens some time, two overrides never fall on one hour, and one that is always open says nothing else (sla.md S5). */
export function checkCalendars({ calendars }: Lines, say: Say): void {
  for (const [id, calendar] of Object.entries(calendars)) {
    const { alwaysOpen, ...others } = calendar
    if (alwaysOpen && Object.keys(others).length > 0) say(['calendars', id], 'calendar-always-open', calendar)
    if (!everOpens(calendar)) say(['calendars', id], 'calendar-never-open', calendar)
    for (const date of overlappingOverrides(calendar)) {
      say(['calendars', id, 'overrides', date], 'override-overlap', calendar.overrides?.[date])
    }
  }
}

/** Whoever may write in a ticket must be able to see it. */
export function checkOrganisations({ organisations }: Lines, say: Say): void {
  if (organisations.write && !organisations.seeAll) say(['organisations', 'write'], 'write-unseen', true)
}

/** Plans name calendars, categories and priorities there are; the default plan is one; pausing names statuses. */
export function checkPlans(lines: Lines, statuses: readonly string[], say: Say): void {
  const plans = Object.keys(lines.plans)
  const calendars = Object.keys(lines.calendars)
  const categories = lines.categories.map(({ id }) => id)
  const priorities = lines.priorities.map(({ id }) => id)
  for (const [id, plan] of Object.entries(lines.plans)) {
    if (!calendars.includes(plan.calendar)) say(['plans', id, 'calendar'], 'unknown-name', plan.calendar, calendars)
    for (const [category, calendar] of Object.entries(plan.calendars ?? {})) {
      const at = ['plans', id, 'calendars', category]
      if (!categories.includes(category)) say(at, 'unknown-name', category, categories)
      if (!calendars.includes(calendar)) say(at, 'unknown-name', calendar, calendars)
    }
    for (const priority of Object.keys(plan.targets)) {
      if (!priorities.includes(priority)) say(['plans', id, 'targets', priority], 'unknown-name', priority, priorities)
    }
  }
  checkOffers(lines, say)
  checkReach(lines, say)
  if (lines.defaultPlan === undefined && plans.length > 1) say(['defaultPlan'], 'default-plan', undefined, plans)
  if (lines.defaultPlan !== undefined && !plans.includes(lines.defaultPlan)) {
    say(['defaultPlan'], 'unknown-name', lines.defaultPlan, plans)
  }
  checkNames(lines.pausing ?? [], statuses, ['pausing'], say)
}

/** A new ticket has the default priority: every plan must offer it. */
function checkOffers({ plans, priorities }: Lines, say: Say): void {
  const first = priorities.find((priority) => priority.default) ?? priorities[0]
  for (const [id, { targets }] of Object.entries(plans)) {
    const offered = Object.keys(targets)
    if (first && offered.length > 0 && !offered.includes(first.id)) {
      say(['plans', id, 'targets', first.id], 'default-not-offered', undefined)
    }
  }
}

/** No target is further away than 366 days however a ticket is opened, and whatever its category (sla.md S5). */
function checkReach({ plans, calendars }: Lines, say: Say): void {
  for (const [id, { calendar, calendars: special = {}, targets }] of Object.entries(plans)) {
    const its = [calendar, ...Object.values(special)].flatMap((name) => calendars[name] ?? []).filter(everOpens)
    const most = Math.min(...its.map(mostOpenMs))
    for (const [priority, target] of Object.entries(targets)) {
      for (const [metric, duration] of durations(target)) {
        if (durationMs(duration) > most) {
          say(['plans', id, 'targets', priority, metric], 'target-out-of-reach', duration)
        }
      }
    }
  }
}

function durations({ firstResponse, nextResponse, resolution }: Plan['targets'][string]): [string, string][] {
  return Object.entries({ firstResponse, nextResponse, resolution }).flatMap(([metric, duration]) =>
    duration === undefined ? [] : [[metric, duration]],
  )
}
