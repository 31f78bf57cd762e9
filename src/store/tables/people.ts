import { defineEntity, p } from '@mikro-orm/postgresql'

/** Somebody, on whatever platforms. */
export const PersonTable = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    /** What their platform says. */
    language: p.text().nullable(),
    /** What they said themselves (`/language`), which counts more. */
    chosenLanguage: p.text().nullable(),
    createdAt: p.datetime(3),
  },
  // The few whose list of commands is in a language of their own (`menus.ts`).
  indexes: [{ properties: ['id'], where: 'chosen_language is not null', name: 'person_chose_index' }],
})

/** Where a person is on a platform; `account` is the Slack team or the Telegram bot. */
export const PersonAddressTable = defineEntity({
  name: 'PersonAddress',
  tableName: 'person_address',
  properties: {
    platform: p.text().primary(),
    account: p.text().primary(),
    /** The platform's id of the person. */
    platformId: p.text().primary(),
    personId: p.uuid(),
    /** False after the person blocked the bot. */
    reachable: p.boolean().default(true),
    seenAt: p.datetime(3),
    /** What their own list of commands was last made of (a hash); null: they see the one of all. */
    menu: p.text().nullable(),
  },
  indexes: [{ properties: ['personId'] }],
})

/** Somebody who abuses a desk: their words are kept and go no further (`domain/ticket/block.ts`). */
export const BlockTable = defineEntity({
  name: 'Block',
  tableName: 'block',
  properties: {
    personId: p.uuid().primary(),
    deskId: p.text().primary(),
    byId: p.uuid(),
    since: p.datetime(3),
    /** When they were told, once. */
    toldAt: p.datetime(3).nullable(),
  },
})

/** When somebody who was over a limit was last told so (`domain/limits.ts`). */
export const LimitNoticeTable = defineEntity({
  name: 'LimitNotice',
  tableName: 'limit_notice',
  properties: { personId: p.uuid().primary(), toldAt: p.datetime(3) },
})

/** When a ticket of the desk last came to an agent by itself (`domain/rota.ts`). */
export const RotaTable = defineEntity({
  name: 'Rota',
  tableName: 'rota',
  properties: { deskId: p.text().primary(), personId: p.uuid().primary(), lastAt: p.datetime(3) },
})

/** When somebody does not want to be called (`domain/quiet.ts`). */
export const QuietHoursTable = defineEntity({
  name: 'QuietHours',
  tableName: 'quiet_hours',
  properties: { personId: p.uuid().primary(), fromMinute: p.integer(), toMinute: p.integer(), zone: p.text() },
})
