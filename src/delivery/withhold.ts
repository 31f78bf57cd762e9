import { addressOn } from '../adapter.ts'
import { say } from '../ports/content.ts'
import { type OwedRow, ranks, type Unit } from '../ports/store.ts'
import { placeOf } from './place-of.ts'
import type { Settling } from './settle.ts'

/**
 * Strangers have come since it was owed: it stays with the ticket, and is not said before them. An agent whose words
 * these are believes that the others have read them, so they alone are told, with what to do. Returns that it is done.
 */
export async function withhold({ store, row, log, uuid }: Settling): Promise<boolean> {
  log.info({ delivery: row.id, ticket: row.ticketId }, 'withheld-from-strangers')
  await store.transaction(async (unit) => {
    await unit.deliveries.settle(row, 'superseded', 'strangers-read-there')
    await tellAuthor(unit, uuid, row)
  })
  return true
}

async function tellAuthor(unit: Unit, uuid: () => string, row: OwedRow): Promise<void> {
  const message = row.messageId ? await unit.messages.byId(row.messageId) : undefined
  const ticket = row.ticketId ? await unit.tickets.byId(row.ticketId) : undefined
  if (message?.side !== 'agent' || !ticket || row.act === 'delete') return
  // Of what goes in several parts the first tells of all.
  if ((row.part ?? 0) > 0) return
  const author = addressOn(row.to, await unit.people.addresses(message.authorId))
  const place = await placeOf(unit, row)
  if (!author) return
  await unit.deliveries.owe([
    {
      id: uuid(),
      ticketId: ticket.id,
      messageId: message.id,
      to: { ...row.to, thread: place?.thread ?? undefined },
      class: 'must-arrive',
      rank: ranks.words,
      act: 'whisper',
      // What was to stand there is in the language of those who work there.
      content: { language: row.content?.language ?? 'en', body: [say('note-withheld', { key: ticket.key })] },
      person: author.id,
    },
  ])
}
