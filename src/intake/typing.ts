import { addressAt } from '../acts/scene.ts'
import type { Address } from '../adapter.ts'
import type { Unit } from '../ports/store.ts'
import type { Asked } from './ask.ts'

/**
 * An agent has the Reply form open: the requester sees that somebody is writing, where their platform shows such a
 * thing (`Adapter.showBusy`). Never while their chat wants quiet, of a private ticket, or for who is blocked or has
 * blocked us. A courtesy: it is not owed, and whatever hinders it is no error.
 */
export async function showTyping({ store, platforms }: Asked, buttonId: string): Promise<void> {
  try {
    for (const at of await store.transaction((unit) => waitingAt(unit, buttonId))) {
      const adapter = platforms.get(at.platform)
      if (adapter?.showBusy && !(await store.lanes.isQuiet(at))) await adapter.showBusy(at, 'typing')
    }
  } catch {
    // Nobody misses what was never promised.
  }
}

async function waitingAt(unit: Unit, buttonId: string): Promise<Address[]> {
  const button = await unit.buttons.byId(buttonId)
  const ticket = button?.act === 'reply' && button.ticketId ? await unit.tickets.byId(button.ticketId) : undefined
  if (!ticket || ticket.privateTo !== null) return []
  if (await unit.blocks.of(ticket.requesterId, ticket.deskId)) return []
  const places = (await unit.tickets.places(ticket.id)).filter(({ side, open }) => side === 'requester' && open)
  const at: Address[] = []
  for (const place of places) {
    const { platform, account, chat } = place
    if (await unit.people.isReachable({ platform, account, id: chat })) at.push(addressAt(place))
  }
  return at
}
