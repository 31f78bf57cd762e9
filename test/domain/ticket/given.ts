import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Desk } from '../../../src/domain/desk/desk.ts'
import { parseDesk } from '../../../src/domain/desk/parse.ts'
import type { Actor } from '../../../src/domain/person.ts'
import { apply } from '../../../src/domain/ticket/apply.ts'
import type { TicketEvent } from '../../../src/domain/ticket/events.ts'
import { open } from '../../../src/domain/ticket/open.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'

const source = readFileSync('desks/demo.yaml', 'utf8').replaceAll(/"\$\{SLACK_(\w+)_CHANNEL\}"/g, 'C0$1')
export const desk: Desk = parseDesk(parse(source), 'desks/demo.yaml')

export const ada: Actor = { id: 'ada', name: 'Ada Lovelace', roles: ['agent', 'requester'] }
export const bo: Actor = { id: 'bo', name: 'Bo Ek', roles: ['agent', 'requester'] }
export const rita = 'rita'
export const at = new Date('2026-11-22T12:00:00Z')

/** Rita asks. */
export function opened(): TicketEvent[] {
  return open(desk, {
    id: 't1',
    key: 'DEMO-1',
    by: rita,
    requesterId: rita,
    subject: 'Printer',
    ticketType: 'question',
    fields: {},
  })
}

/** A ticket of Rita's, and what happened to it since. */
export function given(...events: TicketEvent[]): Ticket {
  return happened(undefined, [...opened(), ...events])
}

/** The ticket after these events. */
export function happened(ticket: Ticket | undefined, events: readonly TicketEvent[]): Ticket {
  const from = ticket?.version ?? 0
  const after = events.reduce<Ticket | undefined>(
    (now, event, index) => apply(now, { sequence: from + index + 1, occurredAt: at, receivedAt: at, event }),
    ticket,
  )
  if (!after) throw new Error('nothing happened')
  return after
}
