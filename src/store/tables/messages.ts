import { defineEntity, p } from '@mikro-orm/postgresql'
import type { Text } from '../../domain/text/text.ts'
import type { Enclosure } from '../../domain/ticket/enclosure.ts'
import { searchable } from '../searchable.ts'

/** A message or note as it reads now. */
export const MessageTable = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    ticketId: p.uuid(),
    kind: p.enum(['message', 'note'] as const),
    side: p.enum(['requester', 'agent'] as const),
    authorId: p.uuid(),
    text: p.json().$type<Text>(),
    enclosures: p.json().$type<Enclosure[]>(),
    answers: p.uuid().nullable(),
    occurredAt: p.datetime(3),
    receivedAt: p.datetime(3),
    late: p.boolean(),
    editedAt: p.datetime(3).nullable(),
    deletedAt: p.datetime(3).nullable(),
    /** As they are looked for, with the names of what it brings (`domain/text/findable.ts`); nothing once deleted. */
    words: p.text().default(''),
  },
  indexes: [
    { properties: ['ticketId', 'occurredAt'] },
    { properties: ['authorId', 'receivedAt'] },
    {
      name: 'message_words_index',
      expression: `create index "message_words_index" on "message" using gin (${searchable('received_at')})`,
    },
  ],
})

/** How a message read before it was edited or deleted. */
export const MessageRevisionTable = defineEntity({
  name: 'MessageRevision',
  tableName: 'message_revision',
  properties: {
    messageId: p.uuid().primary(),
    revision: p.integer().primary(),
    text: p.json().$type<Text>(),
    replacedAt: p.datetime(3),
  },
})

/** A message's copies (and its original) on the platforms, so that edits, deletions and replies follow it. */
export const TwinTable = defineEntity({
  name: 'Twin',
  tableName: 'twin',
  properties: {
    platform: p.text().primary(),
    account: p.text().primary(),
    chat: p.text().primary(),
    platformMessageId: p.text().primary(),
    ticketId: p.uuid(),
    /** Null for a card or a sentence of the desk. */
    messageId: p.uuid().nullable(),
    role: p.enum(['original', 'copy', 'card', 'sentence'] as const),
    deliveryId: p.uuid().nullable(),
    contentHash: p.text().nullable(),
    /** Of a part of an album: what it says by itself. */
    words: p.json().$type<Text>().nullable(),
    deletedAt: p.datetime(3).nullable(),
  },
  indexes: [{ properties: ['messageId'] }, { properties: ['deliveryId'] }],
})

/** An emoji somebody put on one of a message's twins, so that the others show it while anybody has it there. */
export const ReactionTable = defineEntity({
  name: 'Reaction',
  tableName: 'reaction',
  properties: {
    messageId: p.uuid().primary(),
    personId: p.uuid().primary(),
    platform: p.text().primary(),
    account: p.text().primary(),
    chat: p.text().primary(),
    /** The emoji itself, or `:name:` of one platform alone. */
    sign: p.text().primary(),
    reactedAt: p.datetime(3),
  },
})

/** A file that came with a message; its bytes lie in the files folder, named by sha256. */
export const FileTable = defineEntity({
  name: 'File',
  tableName: 'file',
  properties: {
    id: p.uuid().primary(),
    messageId: p.uuid().nullable(),
    sourcePlatform: p.text(),
    sourceId: p.text(),
    name: p.text(),
    mediaType: p.text(),
    sizeBytes: p.bigint('number'),
    sha256: p.text().nullable(),
    notCarried: p.text().nullable(),
    expiresAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
  indexes: [
    { properties: ['messageId'] },
    // By the bytes, whoever else has them; and what retention looks for, which is little of all there is.
    { properties: ['sha256'], where: 'sha256 is not null' },
    { properties: ['createdAt'], where: 'message_id is null' },
    { properties: ['expiresAt'], where: 'expires_at is not null' },
  ],
})
