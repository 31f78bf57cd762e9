import { buttonFor } from '../acts/buttons.ts'
import { changeTicket } from '../acts/change.ts'
import { deskById } from '../acts/world.ts'
import type { Commanded } from '../adapter.ts'
import { Refusal } from '../domain/refusal.ts'
import { insiders } from '../domain/ticket/enter.ts'
import { inTurn } from '../domain/ticket/in-turn.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { cameSince, INVITED_FOR_MS, INVITED_PEOPLE, stillInvites, unwatch, watch } from '../domain/ticket/watch.ts'
import type { Button } from '../ports/buttons.ts'
import { say } from '../ports/content.ts'
import { readsAlong } from './by-key.ts'
import { answer, type Hearing, whisper } from './hearing.ts'
import { isAgentOf } from './standing.ts'

/** Before the id of an invitation in a start parameter (64 characters of `A-Za-z0-9_-`, platforms.md §B3). */
const PREFIX = 'watch-'

/** The id is sealed with our secret: nobody can make one, and what it means is in the table (`acts/buttons.ts`). */
export async function inviteTo(hearing: Hearing<Commanded>, ticket: Ticket): Promise<string> {
  const { unit, world, person, standing, inbound } = hearing
  const side = ticket.requesterId === person.id ? 'requester' : 'agent'
  if (side === 'agent' && !isAgentOf(deskById(world, ticket.deskId), standing)) throw new Refusal('not-allowed')
  const argument = [side, person.id, unit.now.toISOString()].join(' ')
  const button = buttonFor(world.ids, { act: 'watch', ticketId: ticket.id, argument })
  const link = world.startLink?.(inbound.at.platform, `${PREFIX}${button.id}`)
  if (link === undefined) throw new Refusal('not-allowed')
  await unit.buttons.keep([button])
  const days = INVITED_FOR_MS / 86_400_000
  await unit.deliveries.owe([
    whisper(hearing, [say('watch-link', { key: ticket.key, link, people: INVITED_PEOPLE, days })]),
  ])
  return 'invited'
}

/** Somebody follows a link into a ticket; undefined: it is none. Everything it was made on is looked at again. */
export async function join(hearing: Hearing<Commanded>): Promise<string | undefined> {
  const { unit, world, inbound, person } = hearing
  if (!inbound.words.startsWith(PREFIX)) return undefined
  const button = await unit.buttons.byId(inbound.words.slice(PREFIX.length))
  const ticket = button?.act === 'watch' && button.ticketId ? await unit.tickets.byId(button.ticketId) : undefined
  if (!button || !ticket) throw new Refusal('invitation-is-over')
  await unit.people.setReachable(hearing.standing.address, true)
  if (ticket.requesterId === person.id || (await readsAlong(hearing, ticket))) {
    return answer(hearing, say('watch-already', { key: ticket.key, names: person.name }), 'follows-already')
  }
  const { by, madeAt } = invitationOf(button)
  const history = await unit.tickets.history(ticket.id)
  const putOut = ticket.watchers.includes(person.id) && cameSince(history, madeAt, person.id)
  const open =
    ticket.stage !== 'closed' &&
    !putOut &&
    mayStill(ticket, button) &&
    !(await unit.blocks.of(person.id, ticket.deskId))
  if (!open || !stillInvites(history, { id: button.id, madeAt }, person.id, unit.now)) {
    throw new Refusal('invitation-is-over')
  }
  // Who is out with their organisation comes anew. They go by themselves: nobody sends them away by that.
  const steps = [
    (now: Readonly<Ticket>) => unwatch(now, person.id, person.id),
    (now: Readonly<Ticket>) => watch(now, by, person.id, { invitation: button.id }),
  ]
  await changeTicket(unit, world, ticket.id, (now) => inTurn(now, unit.now, steps), {
    occurredAt: inbound.occurredAt,
  })
  return 'joined'
}

function invitationOf({ argument }: Button): { side: string; by: string; madeAt: Date } {
  const [side = '', by = '', madeAt = ''] = (argument ?? '').split(' ')
  return { side, by, madeAt: new Date(madeAt) }
}

/** Is who made it still the requester; of a private ticket, still one of its people? */
function mayStill(ticket: Ticket, button: Button): boolean {
  const { side, by } = invitationOf(button)
  if (side === 'requester') return ticket.requesterId === by
  return ticket.privateTo === null || insiders(ticket).includes(by)
}
