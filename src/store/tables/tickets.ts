import { defineEntity, p } from '@mikro-orm/postgresql'
import type { Place } from '../../domain/desk/platform-id.ts'
import type { TicketEvent } from '../../domain/ticket/events.ts'
import type { Link } from '../../domain/ticket/link.ts'
import { type Fields, type Rating, type Resolution, type SilenceTaken, stages } from '../../domain/ticket/ticket.ts'
import type { Judged } from '../../ports/promises.ts'
import { isOpen } from '../open-stages.ts'
import { dayHeard, filled, lastTurn, ratedAt } from '../reckoned.ts'
import { searchable } from '../searchable.ts'

const nextDue = 'least("first_response_due_at", "next_response_due_at", "resolution_due_at")'

/** The ticket as it stands: written by `changeTicket` alone (design.md §1). */
export const TicketTable = defineEntity({
  name: 'Ticket',
  tableName: 'ticket',
  properties: {
    id: p.uuid().primary(),
    key: p.text().unique(),
    deskId: p.text(),
    subject: p.text(),
    type: p.text(),
    priority: p.text(),
    category: p.text().nullable(),
    status: p.text(),
    stage: p.enum(stages),
    fields: p.json().$type<Fields>(),
    requesterId: p.uuid(),
    assigneeId: p.uuid().nullable(),
    organisationId: p.uuid().nullable(),
    plan: p.text(),
    triage: p.json().$type<Place>(),
    snoozedUntil: p.datetime(3).nullable(),
    privateTo: p.json().$type<readonly string[]>().nullable(),
    watchers: p.json().$type<readonly string[]>().default('[]'),
    tags: p.json().$type<readonly string[]>().default('[]'),
    links: p.json().$type<readonly Link[]>().default('[]'),
    openedAt: p.datetime(3),
    lastMessageAt: p.datetime(3).nullable(),
    lastMessageBy: p.enum(['requester', 'agent'] as const).nullable(),
    resolvedAt: p.datetime(3).nullable(),
    resolution: p.text().$type<Resolution>().nullable(),
    closedAt: p.datetime(3).nullable(),
    statusSince: p.datetime(3),
    lastAgentReplyAt: p.datetime(3).nullable(),
    silence: p.json().$type<SilenceTaken>().nullable(),
    rating: p.json().$type<Rating>().nullable(),
    version: p.integer(),
    /* What time makes of it (`ports/promises.ts`): written with every change, an index to what is due. */
    judged: p.json().$type<Judged>().nullable(),
    firstResponseDueAt: p.datetime(3).nullable(),
    nextResponseDueAt: p.datetime(3).nullable(),
    resolutionDueAt: p.datetime(3).nullable(),
    slaAt: p.datetime(3).nullable(),
    silenceAt: p.datetime(3).nullable(),
    ratingAt: p.datetime(3).nullable(),
    closesAt: p.datetime(3).nullable(),
    /** Calendars or zones have changed since: to be judged again. */
    stale: p.boolean().default(false),
    /** Key and subject as they are looked for (`domain/text/findable.ts`). */
    words: p.text().default(''),
    /**
     * The day of its newest word. An index by the moment itself would be written anew with every message, and all the
     * others with it: PostgreSQL leaves them alone only where no column of any has changed.
     */
    heardOn: p.date().nullable().generated(`(${dayHeard}) stored`),
  },
  indexes: [
    // By desk: one that is not in the files any more must not stand before the others with all it owes.
    { properties: ['deskId', 'slaAt'], where: 'sla_at is not null' },
    { properties: ['deskId', 'silenceAt'], where: 'silence_at is not null' },
    { properties: ['deskId', 'ratingAt'], where: 'rating_at is not null' },
    { properties: ['deskId', 'closesAt'], where: 'closes_at is not null' },
    { properties: ['id'], where: 'stale', name: 'ticket_stale_index' },
    // Those whose words are still there (`domain/ticket/forget.ts`).
    {
      properties: ['deskId', 'closedAt'],
      where: "stage = 'closed' and subject <> '–'",
      name: 'ticket_closed_index',
    },
    // What somebody, or a company, still has here, the newest first; and what somebody had here last.
    {
      properties: ['requesterId', 'openedAt', 'id'],
      where: "stage <> 'closed'",
      name: 'ticket_requester_living_index',
    },
    { properties: ['requesterId', 'closedAt'], where: "stage = 'closed'", name: 'ticket_requester_closed_index' },
    {
      properties: ['organisationId', 'openedAt', 'id'],
      where: "stage <> 'closed' and organisation_id is not null",
      name: 'ticket_organisation_living_index',
    },
    {
      properties: ['organisationId', 'closedAt'],
      where: "stage = 'closed' and organisation_id is not null",
      name: 'ticket_organisation_closed_index',
    },
    { properties: ['deskId', 'stage'] },
    { properties: ['assigneeId', 'stage'] },
    // Agents' lists: of many open tickets those that are due first.
    {
      name: 'ticket_open_due_index',
      expression: `create index "ticket_open_due_index" on "ticket" ("desk_id", ${nextDue}, "opened_at") where ${isOpen}`,
    },
    {
      name: 'ticket_unassigned_due_index',
      expression: `create index "ticket_unassigned_due_index" on "ticket" ("desk_id", ${nextDue}, "opened_at") where assignee_id is null and ${isOpen}`,
    },
    {
      name: 'ticket_tags_index',
      expression: `create index "ticket_tags_index" on "ticket" using gin ("tags") where tags <> '[]'`,
    },
    { properties: ['deskId', 'snoozedUntil'], where: 'snoozed_until is not null' },
    {
      name: 'ticket_words_index',
      expression: `create index "ticket_words_index" on "ticket" using gin (${searchable('opened_at')})`,
    },
    // In which the newest are looked through for words (`store/search-nearest.ts`).
    { properties: ['deskId', 'heardOn'] },
    {
      name: 'ticket_key_index',
      expression: 'create index "ticket_key_index" on "ticket" using gin ("key" gin_trgm_ops)',
    },
    {
      name: 'ticket_watchers_index',
      expression: `create index "ticket_watchers_index" on "ticket" using gin ("watchers") where watchers <> '[]'`,
    },
    // How many of a channel are open (`Tickets.openIn`).
    {
      name: 'ticket_open_triage_index',
      expression: `create index "ticket_open_triage_index" on "ticket" (("triage" ->> 'chat')) where ${isOpen}`,
    },
    // Which fields say something, by their ids alone: what they say may be long, and is not looked for.
    {
      name: 'ticket_filled_index',
      expression: `create index "ticket_filled_index" on "ticket" using gin (${filled}) where stage <> 'closed' and fields <> '{}'`,
    },
    // What a report is made of: one index for three times, of which the last is hardly ever long after the others.
    {
      name: 'ticket_turned_index',
      expression: `create index "ticket_turned_index" on "ticket" ("desk_id", ${lastTurn})`,
    },
    {
      name: 'ticket_rated_index',
      expression: `create index "ticket_rated_index" on "ticket" ("desk_id", ${ratedAt}) where ${ratedAt} is not null`,
    },
  ],
})

/** What happened to a ticket, numbered from 1. */
export const TicketEventTable = defineEntity({
  name: 'TicketEvent',
  tableName: 'ticket_event',
  properties: {
    ticketId: p.uuid().primary(),
    sequence: p.integer().primary(),
    type: p.text(),
    body: p.json().$type<TicketEvent>(),
    occurredAt: p.datetime(3),
    receivedAt: p.datetime(3),
    /** What a clock makes happen once: clock, cycle, threshold (sla.md, storage and firing). */
    effect: p.text().nullable(),
  },
  uniques: [{ properties: ['ticketId', 'effect'], where: 'effect is not null' }],
  // How many tickets were opened lately (`domain/limits.ts`).
  indexes: [
    { properties: ['receivedAt'], where: "type = 'TicketOpened'" },
    // What was not kept, of the last day (`metrics/standings.ts`).
    { properties: ['receivedAt'], where: "type = 'BreachAnnounced'", name: 'ticket_event_breach_index' },
  ],
})

/** Where a ticket is talked about: the requester's side and the triage side. */
export const PlaceTable = defineEntity({
  name: 'Place',
  tableName: 'place',
  properties: {
    id: p.uuid().primary(),
    ticketId: p.uuid(),
    side: p.enum(['requester', 'triage'] as const),
    platform: p.text(),
    account: p.text(),
    chat: p.text(),
    /** Null where the chat has no threads, or while the root has not been accepted yet. */
    thread: p.text().nullable(),
    /** The delivery whose message becomes the thread's root. */
    rootDeliveryId: p.uuid().nullable(),
    topicDeliveryId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    /** False: nothing is told here any more; what was is still known. */
    open: p.boolean().default(true),
  },
  indexes: [{ properties: ['ticketId'] }, { properties: ['platform', 'account', 'chat', 'thread'] }],
})
