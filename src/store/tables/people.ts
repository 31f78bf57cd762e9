import { defineEntity, p } from '@mikro-orm/postgresql'

/** Somebody, on whatever platforms. */
export const PersonTable = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    language: p.text().nullable(),
    organisationId: p.uuid().nullable(),
    createdAt: p.datetime(3),
  },
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
  },
  indexes: [{ properties: ['personId'] }],
})

/** A customer company; its plan is pinned on a ticket when it is opened. */
export const OrganisationTable = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: { id: p.uuid().primary(), name: p.text(), plan: p.text().nullable(), createdAt: p.datetime(3) },
})
