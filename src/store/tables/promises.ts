import { defineEntity, p } from '@mikro-orm/postgresql'
import type { Calendar } from '../../domain/desk/calendars.ts'
import type { Policy } from '../../domain/policy.ts'

/** What a desk promised at some time; a ticket keeps the one it was opened with (sla.md S16, S19). Never changed. */
export const PolicyTable = defineEntity({
  name: 'Policy',
  tableName: 'policy',
  properties: {
    /** Of what it says, so that the same words are the same row. */
    id: p.text().primary(),
    deskId: p.text(),
    body: p.json().$type<Policy>(),
    keptAt: p.datetime(3),
  },
})

/** What else of a desk file due times were last worked out by: grace, silence, rating, escalation, zone (`acts/promises.ts`). */
export const TimingTable = defineEntity({
  name: 'Timing',
  tableName: 'timing',
  properties: {
    deskId: p.text().primary(),
    /** Of what those lines say, so that the same words are the same id. */
    linesId: p.text(),
    /** Null: they say what they said at first. */
    changedAt: p.datetime(3).nullable(),
  },
})

/** A calendar as it reads from some time on (sla.md S4). Never changed. */
export const CalendarVersionTable = defineEntity({
  name: 'CalendarVersion',
  tableName: 'calendar_version',
  properties: {
    deskId: p.text().primary(),
    calendar: p.text().primary(),
    version: p.integer().primary(),
    /** Null: since ever. */
    from: p.datetime(3).nullable(),
    body: p.json().$type<Calendar>(),
  },
})
