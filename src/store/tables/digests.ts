import { defineEntity, p } from '@mikro-orm/postgresql'
import type { DigestLine } from '../../ports/digests.ts'

/** A channel that has been, or will be, told of several tickets in one message. */
export const DigestChannelTable = defineEntity({
  name: 'DigestChannel',
  tableName: 'digest_channel',
  properties: {
    platform: p.text().primary(),
    account: p.text().primary(),
    chat: p.text().primary(),
    /** When it was last told something. */
    toldAt: p.datetime(3).nullable(),
    /** Since when something waits; null: nothing does. */
    waitsSince: p.datetime(3).nullable(),
  },
  indexes: [{ properties: ['waitsSince'], where: 'waits_since is not null' }],
})

/** What a channel is to be told in its next digest. */
export const DigestLineTable = defineEntity({
  name: 'DigestLine',
  tableName: 'digest_line',
  properties: {
    id: p.uuid().primary(),
    platform: p.text(),
    account: p.text(),
    chat: p.text(),
    ticketId: p.uuid(),
    body: p.json().$type<DigestLine>(),
  },
  indexes: [{ properties: ['platform', 'account', 'chat'] }],
})

/** A desk's week that was told in its triage channel: once, whoever's timer comes first. */
export const DigestSentTable = defineEntity({
  name: 'DigestSent',
  tableName: 'digest_sent',
  properties: {
    deskId: p.text().primary(),
    /** `YYYY-MM-DD` of the Monday after it, by the desk's own calendar date. */
    week: p.text().primary(),
    sentAt: p.datetime(3),
  },
})
