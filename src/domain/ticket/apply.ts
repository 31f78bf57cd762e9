import type { RecordedEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

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
      openedAt: occurredAt,
      lastMessageAt: null,
      lastMessageBy: null,
      resolvedAt: null,
      resolution: null,
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
      return { lastMessageAt: later(before.lastMessageAt, occurredAt), lastMessageBy: 'requester' }
    case 'AgentReplied':
    case 'NoteSent':
      return { lastMessageAt: later(before.lastMessageAt, occurredAt), lastMessageBy: 'agent' }
    case 'NoteAdded':
    case 'ReplyWithdrawn':
    case 'MessageEdited':
    case 'MessageDeleted':
      return {}
    case 'TicketAssigned':
      return { assigneeId: event.to }
    case 'PriorityChanged':
      return { priority: event.to }
    case 'StatusMoved':
      return { status: event.status, stage: event.stage }
    case 'TicketResolved':
      return { status: event.status, stage: 'resolved', resolution: event.resolution, resolvedAt: occurredAt }
    case 'TicketReopened':
      return { status: event.status, stage: event.stage, resolution: null, resolvedAt: null }
    case 'TicketOpened':
      throw new Error('a ticket is opened once')
    default:
      return event satisfies never
  }
}

function later(a: Date | null, b: Date): Date {
  return a && a > b ? a : b
}

/** A ticket from its whole history: equals the stored row, or something changed a ticket behind the acts' back. */
export function replay(history: readonly RecordedEvent[]): Ticket | undefined {
  return history.reduce<Ticket | undefined>(apply, undefined)
}
