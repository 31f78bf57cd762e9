import { validate } from 'uuid'
import type { Organisations } from '../ports/organisations.ts'
import type { Db } from './orm.ts'

type EmailClaims = Pick<Organisations, 'claim' | 'claimById' | 'decideClaim'>

/** Addresses people say are theirs, until an agent has decided. @see Organisations */
export function emailClaimsOf(db: Db, now: Date): EmailClaims {
  return {
    async claim(claim) {
      await db
        .updateTable('email_claim')
        .set({ decidedAt: now })
        .where('personId', '=', claim.personId)
        .where('deskId', '=', claim.deskId)
        .where('decidedAt', 'is', null)
        .execute()
      await db
        .insertInto('email_claim')
        .values({ ...claim, claimedAt: now, decidedAt: null })
        .execute()
    },
    async claimById(id) {
      if (!validate(id)) return undefined
      const row = await db.selectFrom('email_claim').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { ...row, decided: row.decidedAt !== null }
    },
    async decideClaim(id) {
      await db.updateTable('email_claim').set({ decidedAt: now }).where('id', '=', id).execute()
    },
  }
}
