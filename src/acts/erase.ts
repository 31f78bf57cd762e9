import { traits } from '../adapter.ts'
import type { PersonId } from '../domain/person.ts'
import { FORGOTTEN } from '../domain/ticket/forget.ts'
import { say } from '../ports/content.ts'
import type { Copy } from '../ports/erasing.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import { forgetMessages, forgetTicket, type Keeping } from './forget.ts'

/** What became of a person's data. */
export interface Erased {
  tickets: number
  messages: number
  /** Copies on platforms that are being deleted, and first posts that are being emptied. */
  deleted: number
  emptied: number
  /** Copies no bot may delete any more (Telegram, after 48 hours). */
  tooOld: number
  /** Still to be sent; while anything is, the platforms' ids of them stay. */
  owed: number
}

/**
 * Everything of a person is forgotten, and what is shown of it on platforms is taken back where a bot may. What happened
 * when stays, under a name that names nobody. Stopped in the middle, or while platforms are still to be told, it is
 * called again and goes on.
 */
export async function erasePerson(keeping: Keeping, uuid: () => string, person: PersonId): Promise<Erased> {
  const { store } = keeping
  const found = await store.transaction(async ({ erasing, forgetting }) => {
    const tickets = await erasing.tickets(person)
    const own = (await Promise.all(tickets.map((id) => forgetting.messagesOf(id)))).flat()
    return { tickets, own, beside: await erasing.messagesBeside(person), others: await erasing.ticketsBeside(person) }
  })
  for (const id of found.tickets) await forgetTicket(keeping, id)
  await forgetMessages(keeping, found.beside)
  for (const id of found.others) await store.transaction((unit) => unit.forgetting.ticket(id, person))
  await store.transaction((unit) => unit.erasing.person(person))
  const taken = await store.transaction((unit) => takeBackCopies(unit, uuid, found.tickets, found.beside))
  const owed = await store.transaction((unit) => unit.erasing.owed(person))
  if (owed === 0) await store.transaction((unit) => unit.erasing.addresses(person))
  return { tickets: found.tickets.length, messages: found.own.length + found.beside.length, ...taken, owed }
}

async function takeBackCopies(
  unit: Unit,
  uuid: () => string,
  tickets: readonly string[],
  beside: readonly string[],
): Promise<Pick<Erased, 'deleted' | 'emptied' | 'tooOld'>> {
  const copies = await unit.erasing.copies(tickets, beside)
  const mayDelete = ({ platform, sentAt }: Copy) => {
    const { deletesWithinMs } = traits[platform as keyof typeof traits] // as an adapter wrote it
    return deletesWithinMs === undefined || unit.now.getTime() - sentAt.getTime() < deletesWithinMs
  }
  const roots = copies.filter(({ root }) => root !== null)
  const others = copies.filter(({ root }) => root === null)
  const deletable = others.filter(mayDelete)
  await unit.deliveries.owe([
    ...roots.map(
      (copy): Owed => ({
        ...changeOf(copy, uuid),
        messageId: null,
        act: copy.act === 'topic' ? 'topic-name' : 'edit',
        content: emptied(copy),
      }),
    ),
    ...deletable.map((copy): Owed => ({ ...changeOf(copy, uuid), act: 'delete', content: null })),
  ])
  return { deleted: deletable.length, emptied: roots.length, tooOld: others.length - deletable.length }
}

function changeOf({ id, ticketId, messageId, placeId, platform, account, chat }: Copy, uuid: () => string) {
  const to = { platform: platform as Owed['to']['platform'], account, chat } // as an adapter wrote it
  return { id: uuid(), ticketId, messageId, placeId, to, class: 'must-arrive' as const, rank: ranks.card, of: id }
}

function emptied({ root }: Copy) {
  const heading = say('card-heading', { key: root?.key ?? '', subject: FORGOTTEN })
  return { language: 'en', heading, body: [say('erased', {})] }
}
