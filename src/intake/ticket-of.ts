import type { Source } from '../adapter.ts'
import type { Hearing } from './hearing.ts'

/** Key of the ticket a message belongs to already: as its first message, or said in its thread. */
export async function ticketOf(
  { unit, inbound }: Pick<Hearing, 'unit' | 'inbound'>,
  { chat, message, thread }: Pick<Source, 'chat' | 'message' | 'thread'>,
): Promise<string | undefined> {
  const at = { ...inbound.at, chat, thread }
  const id = (await unit.messages.twinAt(at, message))?.ticketId ?? (await unit.tickets.placeAt(at))?.ticketId
  return id === undefined ? undefined : (await unit.tickets.byId(id))?.key
}
