import { changeTicket } from '../../acts/change.ts'
import type { Commanded } from '../../adapter.ts'
import { type LinkKind, link, linkKinds, unlink } from '../../domain/ticket/link.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { say } from '../../ports/content.ts'
import { answer, type Hearing } from '../hearing.ts'
import { workedOn } from '../worked-on.ts'

/** `/ticket link DEMO-18 to DEMO-17 as duplicate`: both cards and threads say so. */
export async function linkTickets(
  hearing: Hearing<Commanded>,
  { key, to, kind }: { key: string; to: string; kind: LinkKind },
): Promise<string> {
  const ticket = await workedOn(hearing, key, 'link')
  const other = await workedOn(hearing, to, 'link')
  await linkBoth(hearing, ticket, kind, other)
  return answer(hearing, say('linked-now', { key: ticket.key, other: other.key }), 'linked')
}

/** Both halves of a link. `message`: what of the other one was split off. */
export async function linkBoth(
  { unit, world, person, inbound }: Hearing,
  ticket: Readonly<Ticket>,
  kind: LinkKind,
  other: Readonly<Ticket>,
  message?: string,
): Promise<void> {
  const occasion = { occurredAt: inbound.occurredAt }
  await changeTicket(unit, world, other.id, (now) => link(now, person.id, linkKinds[kind], ticket, message), occasion)
  await changeTicket(unit, world, ticket.id, (now) => link(now, person.id, kind, other), occasion)
}

/** `/ticket unlink DEMO-18 from DEMO-17` */
export async function unlinkTickets(
  hearing: Hearing<Commanded>,
  { key, from }: { key: string; from: string },
): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const ticket = await workedOn(hearing, key, 'link')
  const other = await workedOn(hearing, from, 'link')
  const occasion = { occurredAt: inbound.occurredAt }
  await changeTicket(unit, world, ticket.id, (now) => unlink(now, person.id, other), occasion)
  await changeTicket(unit, world, other.id, (now) => unlink(now, person.id, ticket), occasion)
  return answer(hearing, say('unlinked-now', { key: ticket.key, other: other.key }), 'unlinked')
}
