import { apply } from './apply.ts'
import type { TicketEvent } from './events.ts'
import type { Ticket } from './ticket.ts'

/** Several acts at once, each deciding on the ticket as those before it left it. `at`: when they happen. */
export function inTurn(
  ticket: Readonly<Ticket>,
  at: Date,
  steps: readonly ((now: Readonly<Ticket>) => TicketEvent[])[],
): TicketEvent[] {
  let now: Ticket = ticket
  const all: TicketEvent[] = []
  for (const step of steps) {
    for (const event of step(now)) {
      all.push(event)
      now = apply(now, { sequence: now.version + 1, occurredAt: at, receivedAt: at, event })
    }
  }
  return all
}
