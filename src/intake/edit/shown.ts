import type { Desk } from '../../domain/desk/desk.ts'
import { type Asked, mayDo } from '../../domain/desk/questions.ts'
import { localDateAndTime } from '../../domain/local-time.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Unit } from '../../ports/store.ts'
import type { Particular, Standing } from './prints.ts'

/** What leave each particular needs. */
export const leave: Readonly<Record<Particular, Asked>> = {
  subject: 'triage',
  type: 'triage',
  category: 'triage',
  requester: 'triage',
  'requester-other': 'triage',
  'snooze-date': 'triage',
  'snooze-time': 'triage',
  desk: 'move',
  channel: 'move',
  'private-to': 'private',
  blocked: 'block',
  plan: 'triage',
  tags: 'tag',
  'link-to': 'link',
  'link-kind': 'link',
}

/** Whether somebody with these roles can change anything at all. */
export function mayEdit(desk: Pick<Desk, 'roles'>, roles: readonly string[]): boolean {
  return Object.values(leave).some((asked) => mayDo(desk, roles, asked))
}

/** A triage channel as a form's option. */
export function channelId(place: { platform: string; chat: string }): string {
  return `${place.platform}:${place.chat}`
}

/** Somebody who can be chosen in the form, by their id on the platform whose form it is. */
export interface Listed {
  id: string
  name: string
}

/** How a ticket stands, as the form shows it. `insiders`: with whom alone it is shared (`insidersOf`). */
export async function shownOf(
  unit: Unit,
  desk: Desk,
  ticket: Readonly<Ticket>,
  insiders: readonly Listed[],
): Promise<Standing> {
  const block = await unit.blocks.of(ticket.requesterId, desk.desk)
  const requester = await unit.people.addresses(ticket.requesterId)
  const inSlack = requester.find(({ platform }) => platform === 'slack')?.id
  const asleep = ticket.snoozedUntil && localDateAndTime(ticket.snoozedUntil, desk.zone)
  return {
    subject: ticket.subject,
    type: ticket.type,
    category: ticket.category ?? '',
    requester: inSlack ?? '',
    'requester-other': inSlack === undefined ? (requester[0]?.id ?? '') : '',
    desk: desk.desk,
    channel: channelId(ticket.triage),
    'snooze-date': asleep?.date ?? '',
    'snooze-time': asleep?.time ?? '',
    'private-to': insiders.map(({ id }) => id),
    blocked: block ? 'yes' : 'no',
    plan: ticket.plan,
    tags: ticket.tags.join(' '),
    'link-to': '',
    'link-kind': 'related',
  }
}

/** With whom alone a ticket is shared: they are inside, also where they are no agents any more. */
export async function insidersOf(unit: Unit, { privateTo }: Readonly<Ticket>): Promise<Listed[]> {
  if (privateTo === null) return []
  const people = await unit.people.byIds([...privateTo])
  const insiders: Listed[] = []
  for (const person of privateTo) {
    const own = (await unit.people.addresses(person)).find(({ platform }) => platform === 'slack')
    if (own) insiders.push({ id: own.id, name: people.get(person)?.name ?? own.id })
  }
  return insiders
}
