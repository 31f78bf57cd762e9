import { graceStart } from './grace.ts'

/** What was closed before then is forgotten: `retention.closedTickets` (ISO 8601, by the calendar) before `now`. */
export function keptSince(desk: { retention: { closedTickets: string }; zone: string }, now: Date): Date {
  return graceStart({ grace: desk.retention.closedTickets, zone: desk.zone }, now)
}
