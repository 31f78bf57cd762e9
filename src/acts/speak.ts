import type { Address } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import { calm } from '../domain/text/calm.ts'
import { fingerprint } from '../domain/text/same.ts'
import type { Text } from '../domain/text/text.ts'
import type { Message, MessageKind } from '../domain/ticket/message.ts'
import type { Unit } from '../ports/store.ts'
import type { World } from './world.ts'

/** Words on their way into a ticket. */
export interface Words {
  ticketId: string
  kind: MessageKind
  side: Message['side']
  authorId: PersonId
  text: Text
  uncarried?: Message['uncarried'] | undefined
  occurredAt: Date
  /** Where they were written, and as which message; absent for words given in a form. */
  original?: { at: Address; message: string } | undefined
}

/** Keeps words as a message of a ticket, with the twin that says where the original is. */
export async function keepWords(unit: Unit, world: World, words: Words): Promise<Message> {
  const { ticketId, kind, side, authorId, occurredAt, original } = words
  const latest = await unit.messages.latestBeside(ticketId, authorId, original?.at)
  const message: Message = {
    id: world.ids.uuid(),
    ticketId,
    kind,
    side,
    authorId,
    text: calm(words.text),
    uncarried: words.uncarried ?? [],
    occurredAt,
    receivedAt: unit.now,
    late: latest !== undefined && latest > occurredAt,
    editedAt: null,
    deletedAt: null,
  }
  await unit.messages.insert(message)
  if (original) {
    await unit.messages.addTwin({
      platform: original.at.platform,
      account: original.at.account,
      chat: original.at.chat,
      platformMessageId: original.message,
      ticketId,
      messageId: message.id,
      role: 'original',
      deliveryId: null,
      contentHash: fingerprint(message.text),
    })
  }
  return message
}
