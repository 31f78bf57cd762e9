import { type Membership, nameKeyOf, type Rule } from '../domain/organisation.ts'
import type { Organisations } from '../ports/organisations.ts'
import { emailClaimsOf } from './email-claims.ts'
import { type Gather, rowsOf } from './gather.ts'
import { ANEW } from './inbox.ts'
import { invitationsOf } from './invitations.ts'
import type { Known } from './known.ts'
import type { Db } from './orm.ts'
import { type Statement, select } from './statement.ts'

const columns = ['organisation.id', 'organisation.deskId', 'organisation.name', 'organisation.plan'] as const
const ruleColumns = ['deskId', 'organisationId', 'kind', 'value'] as const
/** $1 kinds, $2 values */
const RULES_FOR: Statement = {
  name: 'organisation-rules-for',
  text: `
    select desk_id, organisation_id, kind, value from organisation_rule
     where (kind, value) in (select * from unnest($1::text[], $2::text[]))`,
}

/** $1 people */
const MEMBERSHIPS_OF: Statement = {
  name: 'organisation-memberships-of',
  text: `
    select person_id, desk_id, organisation_id, via, value from organisation_member where person_id = any ($1::uuid[])`,
}

/** @see Organisations */
export function organisationsOf(db: Db, now: Date, gather: Gather, known: Known): Organisations {
  /** Rows that waited are heard again; which of them still have to wait is asked then. */
  const admit = async (which: { deskId: string; person?: string }): Promise<void> => {
    const rows = await db
      .deleteFrom('organisation_wait')
      .where('deskId', '=', which.deskId)
      .$if(which.person !== undefined, (all) => all.where('personId', '=', which.person ?? ''))
      .returning('inboxId')
      .execute()
    if (rows.length === 0) return
    await db
      .updateTable('inbox')
      .set({ ...ANEW, readyAt: now, admittedAt: now })
      .where(
        'id',
        'in',
        rows.map(({ inboxId }) => inboxId),
      )
      .execute()
  }
  /** Of tickets they see as somebody of this organisation they hear no more. */
  const closePlaces = async (people: readonly string[], organisationId: string): Promise<void> => {
    if (people.length === 0) return
    known.places.clear()
    await db
      .updateTable('place')
      .set({ open: false })
      .from('ticket')
      .whereRef('ticket.id', '=', 'place.ticketId')
      .whereRef('ticket.requesterId', '!=', 'place.personId')
      .where('ticket.organisationId', '=', organisationId)
      .where('place.side', '=', 'requester')
      .where('place.personId', 'in', [...people])
      .execute()
  }
  const rulesFor = gather(async (asked: readonly (readonly { kind: string; value: string }[])[]) => {
    const all = asked.flat()
    const rows = await select<Rule>(db, RULES_FOR, [all.map(({ kind }) => kind), all.map(({ value }) => value)])
    const of = rowsOf(rows, ({ kind, value }) => `${kind} ${value}`)
    return asked.map((wanted) => wanted.flatMap(({ kind, value }) => of(`${kind} ${value}`)))
  })
  const membershipsOf = gather(async (people: readonly string[]) => {
    const rows = await select<Membership & { personId: string }>(db, MEMBERSHIPS_OF, [people])
    const of = rowsOf(rows, ({ personId }) => personId)
    return people.map((person) => of(person).map(({ personId: _theirs, ...membership }) => membership))
  })
  const one = () => db.selectFrom('organisation').select(columns).where('removedAt', 'is', null)

  const byId: Organisations['byId'] = async (id) =>
    db.selectFrom('organisation').select(columns).where('id', '=', id).executeTakeFirst()
  const invitations = invitationsOf(db, now, byId)

  const organisations: Organisations = {
    ...invitations,
    ...emailClaimsOf(db, now),
    byId,
    of: async (person, deskId) =>
      one()
        .innerJoin('organisation_member', 'organisation_member.organisationId', 'organisation.id')
        .where('organisation_member.personId', '=', person)
        .where('organisation_member.deskId', '=', deskId)
        .executeTakeFirst(),
    named: async (deskId, name) =>
      one().where('organisation.deskId', '=', deskId).where('nameKey', '=', nameKeyOf(name)).executeTakeFirst(),
    all: async (deskId) => one().where('organisation.deskId', '=', deskId).orderBy('nameKey').execute(),
    async add(organisation) {
      await db
        .insertInto('organisation')
        .values({ ...organisation, nameKey: nameKeyOf(organisation.name), createdAt: now, removedAt: null })
        .execute()
    },
    async setPlan(id, plan) {
      await db.updateTable('organisation').set({ plan }).where('id', '=', id).execute()
    },
    async remove(id) {
      const members = await db
        .deleteFrom('organisation_member')
        .where('organisationId', '=', id)
        .returning('personId')
        .execute()
      await closePlaces(
        members.map(({ personId }) => personId),
        id,
      )
      await db.deleteFrom('organisation_rule').where('organisationId', '=', id).execute()
      await invitations.revoke(id)
      await db.updateTable('organisation').set({ removedAt: now, nameKey: id }).where('id', '=', id).execute()
    },

    rules: async (deskId) =>
      db
        .selectFrom('organisation_rule')
        .select(ruleColumns)
        .where('deskId', '=', deskId)
        .orderBy('kind')
        .orderBy('value')
        .execute(),
    ruleAt: async ({ deskId, kind, value }) =>
      db
        .selectFrom('organisation_rule')
        .select(ruleColumns)
        .where('deskId', '=', deskId)
        .where('kind', '=', kind)
        .where('value', '=', value)
        .executeTakeFirst(),
    async addRule(rule) {
      await db
        .insertInto('organisation_rule')
        .values({ ...rule, createdAt: now })
        .execute()
      await admit({ deskId: rule.deskId })
    },
    async removeRule({ deskId, kind, value, organisationId }) {
      await db
        .deleteFrom('organisation_rule')
        .where('deskId', '=', deskId)
        .where('kind', '=', kind)
        .where('value', '=', value)
        .execute()
      const via =
        kind === 'domain' ? (['profile-email', 'confirmed-email'] as const) : ([kind] as const satisfies string[])
      const members = await db
        .deleteFrom('organisation_member')
        .where('deskId', '=', deskId)
        .where('via', 'in', [...via])
        .where('value', '=', value)
        .returning('personId')
        .execute()
      await closePlaces(
        members.map(({ personId }) => personId),
        organisationId,
      )
    },

    async about(person, standing) {
      const wanted = Object.entries(standing).flatMap(([kind, value]) => (value === undefined ? [] : [{ kind, value }]))
      const [rules, members] = await Promise.all([rulesFor(wanted), membershipsOf(person)])
      return { rules, members }
    },
    members: async (organisationId) =>
      db
        .selectFrom('organisation_member')
        .select(['deskId', 'organisationId', 'via', 'value', 'personId'])
        .where('organisationId', '=', organisationId)
        .orderBy('since')
        .orderBy('personId')
        .execute(),
    async join(person, membership) {
      const { deskId, ...to } = membership
      const before = await organisations.of(person, deskId)
      if (before && before.id !== to.organisationId) await closePlaces([person], before.id)
      await db
        .insertInto('organisation_member')
        .values({ personId: person, ...membership, since: now })
        .onConflict((conflict) => conflict.columns(['personId', 'deskId']).doUpdateSet({ ...to, since: now }))
        .execute()
      await admit({ deskId, person })
    },
    async leave(person, deskId) {
      const gone = await db
        .deleteFrom('organisation_member')
        .where('personId', '=', person)
        .where('deskId', '=', deskId)
        .returning('organisationId')
        .executeTakeFirst()
      if (gone) await closePlaces([person], gone.organisationId)
      return gone !== undefined
    },
    async leftChannel(person, channel) {
      const rows = await db
        .selectFrom('organisation_member')
        .select('deskId')
        .where('personId', '=', person)
        .where('via', '=', 'channel')
        .$if(channel !== undefined, (all) => all.where('value', '=', channel ?? ''))
        .execute()
      for (const { deskId } of rows) await organisations.leave(person, deskId)
    },

    async waitsAt(person) {
      const row = await db
        .selectFrom('organisation_wait')
        .select('deskId')
        .where('personId', '=', person)
        .orderBy('since', 'desc')
        .executeTakeFirst()
      return row?.deskId
    },
  }
  return organisations
}
