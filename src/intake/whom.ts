import { deskById, type World } from '../acts/world.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Unit } from '../ports/store.ts'
import { type Hearing, meetOther } from './hearing.ts'
import { isAgentOf, type Standing } from './standing.ts'

/** Somebody of the agent's own platform, by the id the platform gives; a bot asks nothing. */
export async function personNamed(hearing: Hearing, platformId: string): Promise<Person> {
  const other = await meetOther(hearing, platformId)
  if (!other || other.standing.kind === 'bot') throw new Refusal('no-such-requester')
  return other.person
}

/**
 * Somebody known, by what an agent can copy: the key of a ticket of theirs (of a desk this agent works for), or the
 * Telegram id of somebody who has written to the bot. Undefined: nobody.
 */
export async function personKnownBy(
  { unit, world, standing }: { unit: Unit; world: World; standing: Standing },
  text: string,
): Promise<Person | undefined> {
  const account = world.accountOf('telegram')
  if (/^\d+$/.test(text))
    return account === undefined ? undefined : unit.people.at({ platform: 'telegram', account, id: text })
  const ticket = await unit.tickets.byKey(text)
  if (!ticket || !isAgentOf(deskById(world, ticket.deskId), standing)) return undefined
  return (await unit.people.byIds([ticket.requesterId])).get(ticket.requesterId)
}
