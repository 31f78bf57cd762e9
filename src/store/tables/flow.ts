import { defineEntity, p } from '@mikro-orm/postgresql'
import type { Sign } from '../../adapter.ts'
import type { Content } from '../../ports/content.ts'
import type { DraftBody } from '../../ports/drafts.ts'

/** A chat that goes on under another id (Telegram: a group became a supergroup); desk files may still name the old one. */
export const MovedChatTable = defineEntity({
  name: 'MovedChat',
  tableName: 'moved_chat',
  properties: {
    platform: p.text().primary(),
    account: p.text().primary(),
    chat: p.text().primary(),
    movedTo: p.text(),
    movedAt: p.datetime(3),
  },
})

/** A channel of agents, and whether people of another company read there, as whoever asked last (`askedAt`) was told. */
export const SharedChannelTable = defineEntity({
  name: 'SharedChannel',
  tableName: 'shared_channel',
  properties: {
    platform: p.text().primary(),
    chat: p.text().primary(),
    shared: p.boolean(),
    askedAt: p.datetime(3),
  },
})

/** Seen: every platform event, before it is acknowledged. */
export const InboxTable = defineEntity({
  name: 'Inbox',
  tableName: 'inbox',
  properties: {
    id: p.uuid().primary(),
    seq: p.bigint('number').autoincrement(),
    platform: p.text(),
    account: p.text(),
    key: p.text(),
    naturalKey: p.text().nullable(),
    lane: p.text(),
    body: p.json().$type<unknown>(),
    occurredAt: p.datetime(3),
    /** Microseconds beyond it: words of one millisecond have an order, too. */
    micros: p.smallint().default(0),
    receivedAt: p.datetime(3),
    /** The process it is left to while its lease runs; null: anybody's. */
    receivedBy: p.text().nullable(),
    state: p.enum(['waiting', 'done', 'parked'] as const),
    tries: p.integer().default(0),
    readyAt: p.datetime(3),
    /** When it was let in, where it had to wait for its person to belong somewhere (`OrganisationWaitTable`). */
    admittedAt: p.datetime(3).nullable(),
    /** What became of it, in one word: while it waits that it is slowed, or the name of the error, as of a parked row (never text of people). */
    outcome: p.text().nullable(),
    handledAt: p.datetime(3).nullable(),
    /** The album it is a part of. */
    album: p.text().nullable(),
  },
  uniques: [{ properties: ['platform', 'account', 'key'] }, { properties: ['platform', 'account', 'naturalKey'] }],
  indexes: [
    { properties: ['lane', 'occurredAt', 'micros', 'seq'], where: "state = 'waiting'" },
    { properties: ['lane', 'album'], where: "album is not null and state = 'waiting'" },
    // What stands before the desk, for its figures.
    { properties: ['platform', 'receivedAt'], where: "state in ('waiting', 'parked')", name: 'inbox_standing_index' },
  ],
})

/** Owed: every outgoing post, edit, deletion, whisper, topic and reaction. */
export const DeliveryTable = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    id: p.uuid().primary(),
    seq: p.bigint('number').autoincrement(),
    ticketId: p.uuid().nullable(),
    messageId: p.uuid().nullable(),
    placeId: p.uuid().nullable(),
    platform: p.text(),
    account: p.text(),
    chat: p.text(),
    /** Where there is no place to take it from: the thread itself. */
    thread: p.text().nullable(),
    lane: p.text(),
    class: p.enum(['must-arrive', 'must-not-double'] as const),
    rank: p.integer(),
    act: p.enum([
      'post',
      'edit',
      'delete',
      'whisper',
      'finish',
      'topic',
      'topic-name',
      'topic-close',
      'topic-reopen',
      'react',
      'menu',
    ] as const),
    content: p.json().$type<Content>().nullable(),
    /** Who sees a whisper (platform id). */
    person: p.text().nullable(),
    /** The platform's short-lived way to answer a press or command. */
    via: p.text().nullable(),
    /** The delivery this one edits or deletes. */
    ofId: p.uuid().nullable(),
    /** Not before this one is sent. */
    afterId: p.uuid().nullable(),
    /** The original message (platform id) it answers to. */
    replyTo: p.text().nullable(),
    /** Part of a message that was too long for one. */
    part: p.integer().default(0),
    /** The message (platform id) it is about, where that is not one of ours. */
    target: p.text().nullable(),
    sign: p.json().$type<Sign>().nullable(),
    state: p.enum(['pending', 'sending', 'sent', 'failed', 'unknown', 'superseded'] as const),
    tries: p.integer().default(0),
    heldBy: p.text().nullable(),
    sentChat: p.text().nullable(),
    sentMessageId: p.text().nullable(),
    sentThread: p.text().nullable(),
    /** The other messages it was shown as (platform ids): an album is several on Telegram. */
    sentAlso: p.json().$type<readonly string[]>().nullable(),
    /** The platform's code of the last fault. */
    fault: p.text().nullable(),
    owedAt: p.datetime(3),
    /** When it was last handed to the platform. */
    triedAt: p.datetime(3).nullable(),
    settledAt: p.datetime(3).nullable(),
  },
  indexes: [
    { properties: ['lane', 'rank', 'seq'], where: "state in ('pending', 'sending')" },
    { properties: ['messageId'] },
    { properties: ['ofId'] },
    { properties: ['placeId'], where: "act = 'post'" },
    { properties: ['lane'], where: "state = 'sending'", name: 'delivery_sending_index' },
    // Narrowed so that it serves whoever asks by what is waited for, and nobody who only wants what is pending.
    { properties: ['afterId'], where: "state = 'pending' and after_id is not null" },
    // What did not arrive, of one ticket.
    { properties: ['ticketId'], where: "state = 'failed'" },
  ],
})

/** One chat's queue: who sends in it now, and until when it must be quiet. */
export const LaneTable = defineEntity({
  name: 'Lane',
  tableName: 'lane',
  properties: {
    lane: p.text().primary(),
    heldBy: p.text().nullable(),
    parkedUntil: p.datetime(3).nullable(),
    /** Messages the platform would take at once at `countedAt`. */
    tokens: p.double().$type<number>(),
    countedAt: p.datetime(3),
    faults: p.integer().default(0),
  },
  indexes: [{ properties: ['parkedUntil'], where: 'parked_until is not null' }],
})

/** Until when somebody of ours listened to an account, by the desk's clock: what was said later is asked for. */
export const HeardTable = defineEntity({
  name: 'Heard',
  tableName: 'heard',
  properties: {
    platform: p.text().primary(),
    account: p.text().primary(),
    until: p.datetime(3),
    /** What the platform says it dropped, until its history has been asked for that. */
    gapFrom: p.datetime(3).nullable(),
    gapUntil: p.datetime(3).nullable(),
  },
})

/** A process that is alive, or a duty only one process may have at a time. */
export const LeaseTable = defineEntity({
  name: 'Lease',
  tableName: 'lease',
  properties: { name: p.text().primary(), holder: p.text(), until: p.datetime(3) },
})

/** A form half filled, or words that wait for a choice. */
export const DraftTable = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    deskId: p.text().nullable(),
    purpose: p.enum(['form', 'picker', 'comment'] as const),
    /** Where the person is filling it in. */
    platform: p.text(),
    account: p.text(),
    chat: p.text(),
    body: p.json().$type<DraftBody>(),
    state: p.enum(['open', 'used', 'cancelled'] as const),
    ticketId: p.uuid().nullable(),
    createdAt: p.datetime(3),
    touchedAt: p.datetime(3),
  },
  indexes: [{ properties: ['personId', 'chat'], where: "state = 'open'" }, { properties: ['touchedAt'] }],
})

/** What an opaque button id stands for; the press is authorised again (platforms.md §A3.2, §B3.3). */
export const ButtonTable = defineEntity({
  name: 'Button',
  tableName: 'button',
  properties: {
    id: p.text().primary(),
    act: p.text(),
    ticketId: p.uuid().nullable(),
    draftId: p.uuid().nullable(),
    messageId: p.uuid().nullable(),
    argument: p.text().nullable(),
    createdAt: p.datetime(3),
  },
  indexes: [{ name: 'button_oldest_index', properties: ['createdAt'] }],
})

/** How far retention has come through a table whose rows stay (`store/retention.ts`). */
export const RetentionTable = defineEntity({
  name: 'Retention',
  tableName: 'retention',
  properties: { what: p.text().primary(), upTo: p.uuid() },
})

/** How far the playground's clock was moved (ms); zero on every real desk (design.md §8). And by which zone rules due times were judged. */
export const ClockTable = defineEntity({
  name: 'Clock',
  tableName: 'clock',
  properties: { id: p.integer().primary(), offsetMs: p.bigint('number'), zoneRules: p.text().nullable() },
})

/** Which PostgreSQL the tables lay in when a desk last started on them (`ports/installation.ts`). */
export const InstallationTable = defineEntity({
  name: 'Installation',
  tableName: 'installation',
  properties: {
    id: p.integer().primary(),
    /** `system_identifier` of the cluster. */
    system: p.text(),
    /** The database's oid in it. */
    database: p.text(),
    /** The oid of this very table in that; null where only a program of before has noted them. */
    relation: p.text().nullable(),
    /** Since when sending waits for an operator. */
    pausedAt: p.datetime(3).nullable(),
  },
})
