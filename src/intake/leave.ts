import { changeTicket } from '../acts/change.ts'
import { deskById } from '../acts/world.ts'
import type { Left } from '../adapter.ts'
import { unassign } from '../domain/ticket/assign.ts'
import type { Hearing } from './hearing.ts'
import { isAgentOf, type Standing } from './standing.ts'
import { leaveAll } from './watch.ts'

/**
 * Somebody left a channel, or altogether. What they had on hand at desks where they are no agent by that is nobody's
 * now, and the threads are told; what they resolved stays theirs.
 */
export async function onLeft(hearing: Hearing<Left>): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const standing = withoutPlace(hearing.standing, inbound.at.chat)
  const { chat } = inbound.at
  await unit.organisations.leftChannel(person.id, chat === hearing.standing.id ? undefined : chat)
  const mine = await unit.tickets.ofAssignee(person.id)
  let left = 0
  for (const { id, deskId } of mine) {
    if (!world.desks.some(({ desk }) => desk === deskId) || isAgentOf(deskById(world, deskId), standing)) continue
    await changeTicket(unit, world, id, (ticket) => unassign(ticket, person.id, 'left'), {
      occurredAt: inbound.occurredAt,
    })
    left += 1
  }
  const unwatched = inbound.at.chat === hearing.standing.id ? await leaveAll(hearing, inbound.occurredAt) : 0
  return left > 0 ? 'unassigned' : unwatched > 0 ? 'unwatched' : 'left'
}

/** What the platform told of them may be up to a minute old: it is as if they were gone from there already. */
function withoutPlace(standing: Standing, chat: string): Standing {
  if (chat === standing.id) return { ...standing, kind: 'stranger', groups: new Set() }
  return { ...standing, groups: new Set([...standing.groups].filter((group) => group !== chat)) }
}
