import type { Messages, Twin } from '../ports/messages.ts'
import type { Gather } from './gather.ts'
import { asJson, insertInto } from './insert.ts'
import type { Db } from './orm.ts'
import { write } from './statement.ts'

type Twins = Pick<
  Messages,
  'addTwin' | 'twinAt' | 'twinsOf' | 'reword' | 'react' | 'unreact' | 'reactionsOn' | 'forgetTwin'
>

/** A message's copies on the platforms, and the emoji on them. @see Messages */
export function twinsOf(db: Db, gather: Gather): Twins {
  return {
    addTwin: gather(async (twins: readonly Twin[]) => {
      await write(db, INSERT_TWIN, [asJson(twins)])
      return twins.map(() => undefined)
    }),
    async twinAt({ platform, account, chat }, platformMessageId) {
      const row = await db
        .selectFrom('twin')
        .selectAll()
        .where((where) => where.and({ platform, account, chat, platformMessageId }))
        .executeTakeFirst()
      return row && twinOf(row)
    },
    async reword({ platform, account, chat, platformMessageId }, words) {
      await db
        .updateTable('twin')
        .set({ words })
        .where((where) => where.and({ platform, account, chat, platformMessageId }))
        .execute()
    },
    async react(reaction, at) {
      await db
        .insertInto('reaction')
        .values({ ...reaction, reactedAt: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async unreact({ messageId, personId, platform, account, chat, sign }) {
      await db
        .deleteFrom('reaction')
        .where((where) => where.and({ messageId, personId, platform, account, chat, sign }))
        .execute()
    },
    async reactionsOn(messageId) {
      const rows = await db
        .selectFrom('reaction')
        .select(['messageId', 'personId', 'platform', 'account', 'chat', 'sign'])
        .where('messageId', '=', messageId)
        .orderBy('reactedAt')
        .execute()
      // Only adapters' own platforms are ever written.
      return rows.map((row) => ({ ...row, platform: row.platform as Twin['platform'] }))
    },
    async forgetTwin({ platform, account, chat, platformMessageId }) {
      await db
        .deleteFrom('twin')
        .where((where) => where.and({ platform, account, chat, platformMessageId }))
        .execute()
    },
    async twinsOf(messageId) {
      const rows = await db.selectFrom('twin').selectAll().where('messageId', '=', messageId).execute()
      return rows.map(twinOf)
    },
  }
}

const INSERT_TWIN = insertInto(
  'twin',
  [
    'platform',
    'account',
    'chat',
    'platformMessageId',
    'ticketId',
    'messageId',
    'role',
    'deliveryId',
    'contentHash',
    'words',
  ] satisfies (keyof Twin)[],
  'on conflict do nothing',
)

function twinOf(row: Omit<Twin, 'platform'> & { platform: string }): Twin {
  return { ...row, platform: row.platform as Twin['platform'] } // only adapters' own platforms are ever written
}
