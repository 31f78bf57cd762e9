import type { Commanded } from '../adapter.ts'
import { say } from '../ports/content.ts'
import { messagesIn } from '../ports/drafts.ts'
import { type Owed, ranks } from '../ports/store.ts'
import { originalsOf } from './album.ts'
import { answer, type Hearing } from './hearing.ts'
import { takeAway } from './revise.ts'
import { takeBackHeld } from './take-back-held.ts'

/**
 * Telegram tells bots of no deletion (platforms.md §B1): `/delete` in reply to one's own message takes it back with all
 * its copies, and here too, all pictures of an album. What Telegram does not delete any more (48 h) stays in that chat
 * alone.
 */
export async function deleteOwn(hearing: Hearing<Commanded>): Promise<string> {
  const { unit, inbound, person } = hearing
  const { at, replyTo } = inbound
  const twin = replyTo === undefined ? undefined : await unit.messages.twinAt(at, replyTo)
  if (replyTo !== undefined && !twin) return deleteHeld(hearing, replyTo)
  const message = twin?.role === 'original' && twin.messageId ? await unit.messages.byId(twin.messageId) : undefined
  if (!twin || !message || message.authorId !== person.id) return answer(hearing, say('delete-what', {}), 'delete-what')
  const outcome = await takeAway(hearing, twin, message, person.id, inbound.occurredAt)
  if (outcome === 'deleted') {
    const written = originalsOf(await unit.messages.twinsOf(message.id)).filter(({ chat }) => chat === at.chat)
    await deleteHere(
      hearing,
      written.map(({ platformMessageId }) => platformMessageId),
      message.ticketId,
    )
  }
  return answer(hearing, say('deleted-yours', {}), outcome)
}

/** What no ticket has yet: it waits until they say where it belongs. */
async function deleteHeld(hearing: Hearing<Commanded>, message: string): Promise<string> {
  const { unit, inbound, person } = hearing
  const theirs = (await unit.drafts.holding(inbound.at, message)).filter(({ personId }) => personId === person.id)
  const taken = await takeBackHeld(hearing, theirs, message)
  if (taken.length === 0) return answer(hearing, say('delete-what', {}), 'delete-what')
  await deleteHere(hearing, taken.flatMap(messagesIn), null)
  return answer(hearing, say('deleted-yours', {}), 'deleted-in-draft')
}

/** They are gone from the chat, too (platform ids). */
async function deleteHere(
  { unit, world, inbound: { at } }: Hearing<Commanded>,
  written: readonly string[],
  ticketId: string | null,
): Promise<void> {
  await unit.deliveries.owe(
    written.map((target): Owed => {
      return {
        id: world.ids.uuid(),
        ticketId,
        to: { platform: at.platform, account: at.account, chat: at.chat },
        class: 'must-arrive',
        rank: ranks.words,
        act: 'delete',
        content: null,
        target,
      }
    }),
  )
}
