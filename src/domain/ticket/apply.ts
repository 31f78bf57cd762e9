import { asks, isAnswer, type RecordedEvent, type SilenceAnew } from './events.ts'
import type { Ticket } from './ticket.ts'
import type { StoodBefore } from './unmerge.ts'

/** The only code that sets ticket fields. Throws where the history is not one (a bug, not a refusal). */
export function apply(before: Readonly<Ticket> | undefined, recorded: RecordedEvent): Ticket {
  const { event, occurredAt, sequence } = recorded
  if (event.type === 'TicketOpened') {
    return {
      id: event.id,
      key: event.key,
      deskId: event.deskId,
      subject: event.subject,
      type: event.ticketType,
      priority: event.priority,
      category: event.category,
      status: event.status,
      stage: event.stage,
      fields: event.fields,
      requesterId: event.requesterId,
      assigneeId: null,
      organisationId: event.organisationId,
      plan: event.plan,
      triage: event.triage,
      snoozedUntil: null,
      privateTo: event.privateTo ?? null,
      watchers: [],
      tags: [],
      links: [],
      openedAt: occurredAt,
      lastMessageAt: null,
      lastMessageBy: null,
      resolvedAt: null,
      resolution: null,
      closedAt: null,
      statusSince: occurredAt,
      lastAgentReplyAt: null,
      silence: null,
      rating: null,
      version: sequence,
    }
  }
  if (!before) throw new Error(`history starts with ${event.type}, not with TicketOpened`)
  if (sequence !== before.version + 1) throw new Error(`event ${sequence} does not follow version ${before.version}`)
  return { ...before, ...changed(before, recorded), version: sequence }
}

function changed(before: Readonly<Ticket>, { event, occurredAt }: RecordedEvent): Partial<Ticket> {
  switch (event.type) {
    case 'RequesterReplied':
    case 'HelpStillNeeded':
      return heard(before, occurredAt)
    case 'AgentReplied':
    case 'NoteSent':
      if (!isAnswer(event)) return heard(before, occurredAt)
      return {
        lastMessageAt: later(before.lastMessageAt, occurredAt),
        lastMessageBy: 'agent',
        lastAgentReplyAt: later(before.lastAgentReplyAt, occurredAt),
        // A silence that a status began goes on (sla.md, part B): the step that was taken in it is kept. One that the
        // requester's word ended is not taken up where it stood: the time the desk took to answer is no silence of theirs.
        ...(spokeSince(before) && { statusSince: later(before.statusSince, occurredAt) }),
      }
    case 'NoteAdded':
    case 'EarlierBrought':
    case 'ReplyWithdrawn':
    case 'MessageEdited':
    case 'MessageDeleted':
    case 'RequesterBlocked':
    case 'RequesterUnblocked':
    case 'WordsKept':
    case 'UndeliveredFound':
    case 'DeliveriesRetried':
    case 'BreachWarned':
    case 'BreachAnnounced':
    case 'BreachRetracted':
    case 'Escalated':
    case 'EscalationAcknowledged':
    case 'NoReplyNeeded':
    case 'RatingCommented':
      return {}
    case 'TicketAssigned':
      return { assigneeId: event.to }
    case 'TicketUnassigned':
      return { assigneeId: null }
    case 'PriorityChanged':
      return { priority: event.to }
    case 'StatusMoved':
      return { status: event.status, stage: event.stage, statusSince: occurredAt, silence: null }
    case 'PlanChanged':
      return { plan: event.to }
    case 'TicketResolved':
      return {
        status: event.status,
        stage: 'resolved',
        resolution: event.resolution,
        resolvedAt: occurredAt,
        statusSince: occurredAt,
        snoozedUntil: null,
        silence: null,
        rating: given(before.rating),
      }
    case 'TicketClosed':
      return { status: event.status, stage: 'closed', statusSince: occurredAt, closedAt: occurredAt }
    case 'TicketMerged':
      return {
        status: event.status,
        stage: 'closed',
        statusSince: occurredAt,
        closedAt: occurredAt,
        // Nobody is asked what they think of a ticket that goes on elsewhere.
        resolvedAt: null,
        resolution: null,
        snoozedUntil: null,
        silence: null,
      }
    case 'TicketMergedIn':
      return event.unansweredSince === null ? {} : { silence: null }
    case 'TicketUnmerged':
      return { ...stoodAgain(event.stood), closedAt: null }
    case 'MergedInUndone':
      return event.stood === null ? {} : stoodAgain(event.stood)
    case 'TicketLinked':
      return { links: [...before.links.filter(({ id }) => id !== event.link.id), event.link] }
    case 'TicketUnlinked':
      return { links: before.links.filter(({ id }) => id !== event.id) }
    case 'LinkedTicketMoved':
      return {
        links: before.links.map((link) => (link.id === event.linked.id ? { ...event.linked, kind: link.kind } : link)),
      }
    case 'TicketTagged':
      return { tags: [...before.tags, ...event.tags] }
    case 'TicketUntagged':
      return { tags: before.tags.filter((tag) => !event.tags.includes(tag)) }
    case 'TicketReopened':
      return {
        status: event.status,
        stage: event.stage,
        statusSince: occurredAt,
        resolution: null,
        resolvedAt: null,
        silence: null,
        rating: given(before.rating),
        ...(asks(event) && {
          lastMessageAt: later(before.lastMessageAt, occurredAt),
          lastMessageBy: 'requester',
        }),
      }
    case 'SilenceHalted':
    case 'RequesterReminded': {
      const { rule, anchoredAt, step } = event
      return { silence: { rule, anchoredAt, step, at: occurredAt.toISOString() } }
    }
    case 'RatingAsked':
      return {
        rating: {
          askedAt: occurredAt.toISOString(),
          scale: event.scale,
          reminded: 0,
          lapsed: false,
          score: null,
          ratedAt: null,
        },
      }
    case 'RatingReminded':
      return { rating: before.rating && { ...before.rating, reminded: before.rating.reminded + 1 } }
    case 'RatingLapsed':
      return { rating: before.rating && { ...before.rating, lapsed: true } }
    case 'TicketRated':
      return { rating: before.rating && { ...before.rating, score: event.score, ratedAt: occurredAt.toISOString() } }
    case 'SubjectChanged':
      return { subject: event.to }
    case 'TypeChanged':
      return { type: event.to }
    case 'CategorySet':
      return { category: event.to }
    case 'FieldChanged': {
      const { [event.field]: _before, ...others } = before.fields
      return { fields: event.to === null ? others : { ...others, [event.field]: event.to } }
    }
    case 'RequesterChanged':
      // Who was brought in was brought into the other one's conversation.
      return {
        requesterId: event.to,
        organisationId: event.organisationId,
        plan: event.plan,
        watchers: [],
        ...silenceAnew(before, event, occurredAt),
      }
    case 'WatcherAdded':
      return { watchers: [...before.watchers, event.person] }
    case 'WatcherRemoved':
      return { watchers: before.watchers.filter((id) => id !== event.person) }
    case 'DeskMoved': {
      const { to: deskId, ticketType: type, priority, category, status, plan, triage } = event
      // Organisations are a desk's own.
      const there = { deskId, type, priority, category, status, plan, triage, organisationId: null }
      return { ...there, ...silenceAnew(before, event, occurredAt) }
    }
    case 'ChannelMoved':
    case 'ChannelRenumbered':
      return { triage: event.to }
    case 'Snoozed':
      return { snoozedUntil: new Date(event.until) }
    case 'Woken':
      return { snoozedUntil: null }
    case 'MadePrivate':
      return { privateTo: event.to }
    case 'MadePublic':
      return { privateTo: null }
    case 'TicketOpened':
      throw new Error('a ticket is opened once')
    default:
      return event satisfies never
  }
}

/** The requester speaks. */
function heard({ lastMessageAt }: Readonly<Ticket>, at: Date): Partial<Ticket> {
  return { lastMessageAt: later(lastMessageAt, at), lastMessageBy: 'requester', silence: null }
}

/** Is the last word the requester's, said in the status it is in? */
export function spokeSince({ lastMessageAt, lastMessageBy, statusSince }: Readonly<Ticket>): boolean {
  return lastMessageBy === 'requester' && lastMessageAt !== null && lastMessageAt > statusSince
}

/** The silence of before says nothing of this one; one that the requester's word has ended stays ended. */
function silenceAnew(
  before: Readonly<Ticket>,
  { silenceAnew: anew }: Readonly<SilenceAnew>,
  at: Date,
): Pick<Ticket, 'silence' | 'statusSince'> | undefined {
  const { stage, statusSince } = before
  if (anew !== true || stage === 'resolved' || stage === 'closed') return undefined
  return { silence: null, statusSince: spokeSince(before) ? statusSince : later(statusSince, at) }
}

function stoodAgain({ statusSince, resolvedAt, snoozedUntil, ...stood }: StoodBefore): Partial<Ticket> {
  return {
    ...stood,
    statusSince: new Date(statusSince),
    resolvedAt: resolvedAt === null ? null : new Date(resolvedAt),
    snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil),
  }
}

/** What was asked about a resolution goes with it; what was answered stays, and is not asked again (sla.md, part B). */
function given(rating: Ticket['rating']): Ticket['rating'] {
  return rating?.score === null ? null : rating
}

function later(a: Date | null, b: Date): Date {
  return a && a > b ? a : b
}

/** A ticket from its whole history: equals the stored row, or something changed a ticket behind the acts' back. */
export function replay(history: readonly RecordedEvent[]): Ticket | undefined {
  return history.reduce<Ticket | undefined>(apply, undefined)
}
