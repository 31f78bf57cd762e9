import { defineEntity, p } from '@mikro-orm/postgresql'
import type { RuleKind, Via } from '../../domain/organisation.ts'

/** A customer company of a desk; its plan is pinned on a ticket when it is opened. Never deleted: tickets name it. */
export const OrganisationTable = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    deskId: p.text(),
    name: p.text(),
    /** The name as it is compared; of one that is removed its id, so that the name is free again. */
    nameKey: p.text(),
    plan: p.text().nullable(),
    createdAt: p.datetime(3),
    removedAt: p.datetime(3).nullable(),
  },
  uniques: [{ properties: ['deskId', 'nameKey'] }],
})

/** What makes people belong to it by itself (`domain/organisation.ts`). */
export const OrganisationRuleTable = defineEntity({
  name: 'OrganisationRule',
  tableName: 'organisation_rule',
  properties: {
    deskId: p.text().primary(),
    kind: p.text().primary().$type<RuleKind>(),
    value: p.text().primary(),
    organisationId: p.uuid(),
    createdAt: p.datetime(3),
  },
  indexes: [{ properties: ['organisationId'] }],
})

/** Who belongs to it: to one for each desk. */
export const OrganisationMemberTable = defineEntity({
  name: 'OrganisationMember',
  tableName: 'organisation_member',
  properties: {
    personId: p.uuid().primary(),
    deskId: p.text().primary(),
    organisationId: p.uuid(),
    via: p.text().$type<Via>(),
    value: p.text().nullable(),
    since: p.datetime(3),
  },
  indexes: [{ properties: ['organisationId'] }],
})

/** A link in. Of its code only the hash is kept: who reads this table cannot follow it. */
export const InvitationTable = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    codeHash: p.text(),
    byId: p.uuid(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    mostUses: p.integer(),
    uses: p.integer().default(0),
    revokedAt: p.datetime(3).nullable(),
  },
  uniques: [{ properties: ['codeHash'] }],
  indexes: [{ properties: ['organisationId'] }],
})

/** An e-mail address somebody says is theirs, until an agent confirms or declines it. */
export const EmailClaimTable = defineEntity({
  name: 'EmailClaim',
  tableName: 'email_claim',
  properties: {
    id: p.uuid().primary(),
    deskId: p.text(),
    personId: p.uuid(),
    email: p.text(),
    claimedAt: p.datetime(3),
    /** The delivery that asks the agents. */
    asked: p.uuid(),
    decidedAt: p.datetime(3).nullable(),
  },
  indexes: [{ properties: ['personId', 'deskId'] }],
})

/** What somebody said before they belonged to an organisation the desk demands: the inbox row is heard again then. */
export const OrganisationWaitTable = defineEntity({
  name: 'OrganisationWait',
  tableName: 'organisation_wait',
  properties: { inboxId: p.uuid().primary(), deskId: p.text(), personId: p.uuid(), since: p.datetime(3) },
  indexes: [{ properties: ['personId', 'deskId'] }],
})
