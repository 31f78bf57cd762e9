import type { Organisations } from '../ports/organisations.ts'
import type { Db } from './orm.ts'

type Invitations = Pick<Organisations, 'invite' | 'invitations' | 'invitationOf' | 'useInvitation' | 'revoke'>

const invitationColumns = [
  'invitation.id',
  'invitation.organisationId',
  'invitation.createdAt',
  'invitation.expiresAt',
  'invitation.mostUses',
  'invitation.uses',
  'invitation.revokedAt',
] as const

/** Codes by which people join an organisation. @see Organisations */
export function invitationsOf(db: Db, now: Date, byId: Organisations['byId']): Invitations {
  return {
    async invite(invitation, { hash, by }) {
      await db
        .insertInto('invitation')
        .values({ ...invitation, codeHash: hash, byId: by, createdAt: now, uses: 0, revokedAt: null })
        .execute()
    },
    invitations: async (organisationId) =>
      db
        .selectFrom('invitation')
        .select(invitationColumns)
        .where('organisationId', '=', organisationId)
        .orderBy('createdAt')
        .execute(),
    async invitationOf(codeHash) {
      const invitation = await db
        .selectFrom('invitation')
        .select(invitationColumns)
        .where('codeHash', '=', codeHash)
        .executeTakeFirst()
      const organisation = invitation && (await byId(invitation.organisationId))
      return organisation && { ...invitation, organisation }
    },
    async useInvitation(id) {
      const { numUpdatedRows } = await db
        .updateTable('invitation')
        .set((set) => ({ uses: set('uses', '+', 1) }))
        .where('id', '=', id)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', now)
        .whereRef('uses', '<', 'mostUses')
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async revoke(organisationId) {
      const { numUpdatedRows } = await db
        .updateTable('invitation')
        .set({ revokedAt: now })
        .where('organisationId', '=', organisationId)
        .where('revokedAt', 'is', null)
        .where('expiresAt', '>', now)
        .whereRef('uses', '<', 'mostUses')
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  }
}
