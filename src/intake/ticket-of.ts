import type { Address, Source } from '../adapter.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Unit } from '../ports/store.ts'

type Written = Pick<Source, 'chat' | 'message' | 'thread'>

/** Key of the ticket a message belongs to already: as its first message, or said in its thread. */
export async function ticketOf(
  unit: Unit,
  { platform, account }: Pick<Address, 'platform' | 'account'>,
  { chat, message, thread }: Written,
): Promise<string | undefined> {
  const at = { platform, account, chat, thread }
  const id = (await unit.messages.twinAt(at, message))?.ticketId ?? (await unit.tickets.placeAt(at))?.ticketId
  return id === undefined ? undefined : (await unit.tickets.byId(id))?.key
}

/**
 * Asked for twice, by form and by emoji perhaps: the first one is the ticket.
 * @throws Refusal `raised-already`
 */
export async function refuseRaised(
  unit: Unit,
  on: Pick<Address, 'platform' | 'account'>,
  held: Written,
): Promise<void> {
  const key = await ticketOf(unit, on, held)
  if (key !== undefined) throw new Refusal('raised-already', { key })
}
