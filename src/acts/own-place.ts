import type { PersonId } from '../domain/person.ts'
import type { Place } from '../ports/tickets.ts'
import type { Scene } from './scene.ts'

/**
 * A place for a ticket in somebody's own chat with the desk, not stored yet.
 * @throws Error where they have no address on an account of ours: whoever may ask or be brought in has one
 */
export async function ownPlace({ unit, world, after }: Scene, person: PersonId): Promise<Place> {
  const addresses = await unit.people.addresses(person)
  const own = addresses.find(({ platform, account }) => world.accountOf(platform) === account)
  if (!own) throw new Error('somebody nobody can write to')
  return {
    id: world.ids.uuid(),
    ticketId: after.id,
    side: 'requester',
    platform: own.platform,
    account: own.account,
    chat: own.id,
    thread: null,
    rootDeliveryId: world.ids.uuid(),
    personId: person,
    open: true,
  }
}
