import type { Files } from '../ports/files.ts'
import type { Store } from '../ports/store.ts'

/** Where words and files lie. */
export interface Keeping {
  store: Store
  files?: Pick<Files, 'remove'> | undefined
}

/** So many messages a transaction. */
const MOST = 100

/** Everything said in a ticket, and what it is called; what happened to it stays. May be done twice, and stop in the middle. */
export async function forgetTicket(keeping: Keeping, ticketId: string): Promise<void> {
  const ids = await keeping.store.transaction((unit) => unit.forgetting.messagesOf(ticketId))
  await forgetMessages(keeping, ids)
  // Last: a ticket that has its subject still is one that is not forgotten.
  await keeping.store.transaction((unit) => unit.forgetting.ticket(ticketId))
}

/** Bytes before rows: killed between the two, the rows say again which bytes. */
export async function forgetMessages({ store, files }: Keeping, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST)
    for (const name of await store.transaction((unit) => unit.forgetting.bytesOf(some))) await files?.remove(name)
    await store.transaction((unit) => unit.forgetting.messages(some))
  }
}
