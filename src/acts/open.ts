import { apply } from '../domain/ticket/apply.ts'
import { note } from '../domain/ticket/note.ts'
import { open } from '../domain/ticket/open.ts'
import { replyAsRequester } from '../domain/ticket/reply.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { Asking } from './asking.ts'
import { changeTicket, number } from './change.ts'
import { firstPlaces, quietestGroup } from './first-places.ts'
import { firstCards, firstPosts, linkBack, offerEarlier } from './first-posts.ts'
import { backAt, policyIdOf } from './promises.ts'
import { keepWords } from './speak.ts'
import { judge, timesOf } from './times.ts'
import { topicFor } from './topic.ts'
import type { World } from './world.ts'

/** A ticket, with its card in the triage channel and its thread or chat on the requester's side. */
export async function openTicket(unit: Unit, world: World, asking: Asking): Promise<Ticket> {
  const { desk, requester, by } = asking
  const organisation = await unit.organisations.of(requester.id, desk.desk)
  const events = open(desk, {
    id: world.ids.uuid(),
    key: `${desk.prefix}-${asking.number}`,
    by: by.id,
    requesterId: requester.id,
    subject: asking.subject,
    ticketType: asking.ticketType,
    priority: asking.priority,
    category: asking.category,
    fields: asking.fields,
    policy: policyIdOf(desk),
    triage: await quietestGroup(unit, world, asking),
    ...(organisation && { organisation }),
    ...(asking.privateTo && { privateTo: asking.privateTo }),
    ...(asking.askedSince && { askedSince: asking.askedSince.toISOString() }),
  })
  const recorded = number(events, 0, asking.occurredAt, unit.now)
  const ticket = recorded.reduce<Ticket | undefined>(apply, undefined)
  if (!ticket) throw new Error('opening made no ticket')
  const { judged } = await judge(unit, world, undefined, recorded)
  const times = await timesOf(unit, world, ticket, judged)
  await unit.tickets.insert(ticket, times)
  await unit.tickets.record(ticket.id, recorded)

  const { triage, inside, root } = await firstPlaces(unit, world, asking, ticket)
  // Where an agent asks for somebody, somebody is there.
  const earlier = await offerEarlier(unit, world, asking, ticket)
  const back = asking.onBehalf ? undefined : await backAt(unit, world, ticket, judged?.policy ?? null)
  await unit.deliveries.owe([
    ...topicFor(desk, ticket, triage),
    ...(await firstCards(unit, world, asking, ticket, times, [triage, ...inside], organisation?.name)),
    ...topicFor(desk, ticket, root),
    ...[triage, ...inside].flatMap((place) => (place.open ? linkBack(world, asking, ticket, place, earlier) : [])),
    ...firstPosts(world, asking, ticket, root, back, earlier),
  ])
  return withWords(unit, world, asking, ticket, root)
}

async function withWords(unit: Unit, world: World, asking: Asking, ticket: Ticket, root: Place): Promise<Ticket> {
  let now = ticket
  for (const words of asking.words) {
    const internal = asking.onBehalf === true && words.authorId !== asking.requester.id
    const message = await keepWords(unit, world, {
      ...words,
      ticketId: ticket.id,
      kind: internal ? 'note' : 'message',
      side: internal ? 'agent' : 'requester',
    })
    now = await changeTicket(
      unit,
      world,
      ticket.id,
      (current, desk) =>
        internal
          ? note(current, words.authorId, message.id)
          : replyAsRequester(current, desk, words.authorId, message.id),
      { occurredAt: words.occurredAt, messages: [message], origin: root.id },
    )
  }
  return now
}
