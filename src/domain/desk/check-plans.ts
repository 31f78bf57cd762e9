import { everOpens } from './calendars.ts'
import { checkNames } from './check-statuses.ts'
import type { Say } from './cross-check.ts'
import type { Lines } from './lines.ts'

/** A calendar opens some time, and one that is always open says nothing else (sla.md S5). */
export function checkCalendars({ calendars }: Lines, say: Say): void {
  for (const [id, calendar] of Object.entries(calendars)) {
    const { alwaysOpen, ...others } = calendar
    if (alwaysOpen && Object.keys(others).length > 0) say(['calendars', id], 'calendar-always-open', calendar)
    if (!everOpens(calendar)) say(['calendars', id], 'calendar-never-open', calendar)
  }
}

/** Plans name calendars and priorities there are; the default plan is one; pausing names statuses. */
export function checkPlans(lines: Lines, statuses: readonly string[], say: Say): void {
  const plans = Object.keys(lines.plans)
  const calendars = Object.keys(lines.calendars)
  const priorities = lines.priorities.map(({ id }) => id)
  for (const [id, plan] of Object.entries(lines.plans)) {
    if (!calendars.includes(plan.calendar)) say(['plans', id, 'calendar'], 'unknown-name', plan.calendar, calendars)
    for (const priority of Object.keys(plan.targets)) {
      if (!priorities.includes(priority)) say(['plans', id, 'targets', priority], 'unknown-name', priority, priorities)
    }
  }
  if (lines.defaultPlan === undefined && plans.length > 1) say(['defaultPlan'], 'default-plan', undefined, plans)
  if (lines.defaultPlan !== undefined && !plans.includes(lines.defaultPlan)) {
    say(['defaultPlan'], 'unknown-name', lines.defaultPlan, plans)
  }
  checkNames(lines.pausing ?? [], statuses, ['pausing'], say)
}
