import type { Address, FileSeen, Platform } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import { calm } from '../domain/text/calm.ts'
import { fingerprint } from '../domain/text/same.ts'
import type { Text } from '../domain/text/text.ts'
import type { Enclosure } from '../domain/ticket/enclosure.ts'
import type { Message, MessageKind } from '../domain/ticket/message.ts'
import { type HeldMessage, messagesIn } from '../ports/drafts.ts'
import type { FileRow } from '../ports/files.ts'
import type { Unit } from '../ports/store.ts'
import { rowOf } from './owe-files.ts'
import type { World } from './world.ts'

/** Words on their way into a ticket. */
export interface Words {
  ticketId: string
  kind: MessageKind
  side: Message['side']
  authorId: PersonId
  text: Text
  /** With files as the platform tells of them; or kept already, of words that move to another ticket. */
  enclosures?: readonly Enclosure<FileSeen | string>[] | undefined
  occurredAt: Date
  /** Where they were written, and as which message; absent for words given in a form. */
  original?: Original | undefined
  /** When the words before them were said (`Messages.latestBeside`), where that has been asked already. */
  latest?: Promise<Date | undefined> | undefined
  /** Said before the ticket began, and brought along: that is no lateness. */
  earlier?: boolean | undefined
}

/**
 * `joined`: the other messages of its album. `replyTo`: the one it answers. Platform ids. `parts`: what each message of
 * the album says by itself, this one first.
 */
export interface Original {
  at: Address
  message: string
  joined?: readonly string[] | undefined
  parts?: readonly Text[] | undefined
  replyTo?: string | undefined
}

/** Where words held in a draft were written. */
export function originalOf({ chat, message, joined, parts, replyTo }: HeldMessage, at: Address): Original {
  return { at: { ...at, chat }, message, joined, parts, replyTo }
}

/** Keeps words as a message of a ticket, with the twin that says where the original is. */
export async function keepWords(unit: Unit, world: World, words: Words): Promise<Message> {
  const { ticketId, kind, side, authorId, occurredAt, original } = words
  const latest = await (words.latest ?? unit.messages.latestBeside(ticketId, authorId, original?.at))
  const id = world.ids.uuid()
  const message: Message = {
    id,
    ticketId,
    kind,
    side,
    authorId,
    text: calm(words.text),
    enclosures: await keepEnclosed(unit, world, id, words.enclosures ?? [], original?.at.platform),
    answers: await answered(unit, words),
    occurredAt,
    receivedAt: unit.now,
    late: !words.earlier && latest !== undefined && latest > occurredAt,
    editedAt: null,
    deletedAt: null,
  }
  await unit.messages.insert(message)
  if (!original) return message
  for (const [index, platformMessageId] of messagesIn(original).entries()) {
    const part = original.parts?.[index]
    await unit.messages.addTwin({
      platform: original.at.platform,
      account: original.at.account,
      chat: original.at.chat,
      platformMessageId,
      ticketId,
      messageId: message.id,
      role: 'original',
      deliveryId: null,
      contentHash: fingerprint(message.text),
      words: part ? calm(part) : null,
    })
  }
  return message
}

/** Files get a row each, and are known by its id from then on; those of words that move come along. */
export async function keepEnclosed(
  unit: Unit,
  world: World,
  messageId: string,
  enclosures: readonly Enclosure<FileSeen | string>[],
  platform: Platform | undefined,
): Promise<Enclosure[]> {
  const rows: FileRow[] = []
  const moved: string[] = []
  const kept = enclosures.map((enclosure): Enclosure => {
    if (enclosure.kind !== 'file') return enclosure
    const { file, ...rest } = enclosure
    if (typeof file === 'string') {
      moved.push(file)
      return { ...rest, file }
    }
    if (platform === undefined) throw new Error('a file, and no platform it lies on')
    const row = rowOf(world.ids.uuid(), messageId, platform, file)
    rows.push(row)
    return { ...rest, file: row.id }
  })
  await unit.files.insert(rows)
  await unit.files.moveTo(messageId, moved)
  return kept
}

/** The message it answers, if that is one of the same ticket. */
async function answered(unit: Unit, { original, ticketId }: Words): Promise<string | null> {
  if (original?.replyTo === undefined) return null
  const twin = await unit.messages.twinAt(original.at, original.replyTo)
  return twin?.ticketId === ticketId ? twin.messageId : null
}
