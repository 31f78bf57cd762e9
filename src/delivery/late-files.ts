import type { FileShown } from '../domain/ticket/together.ts'
import type { Content } from '../ports/content.ts'
import type { OwedRow, Unit } from '../ports/store.ts'
import { type Brought, notCarried } from './bring-files.ts'
import { placeOf } from './place-of.ts'
import type { Settling } from './settle.ts'
import { tellAgents } from './tell-agents.ts'

/**
 * Files whose platform stumbles come after the words they belong to, each by itself: everybody's words in a chat go one
 * after the other, and none of them is to wait for a file. A post that says nothing without them waits as a whole.
 * Returns whether there is something to send now.
 */
export async function leaveForLater(
  { store, uuid, row }: Settling,
  content: Content,
  brought: Brought,
): Promise<boolean> {
  const { late } = brought
  const isBare = brought.files.length === 0 && brought.content.body.length === 0
  return store.transaction(async (unit) => {
    // Who takes the message back has done so before this, and it shows, or does after it, and finds what is owed here.
    if (row.ticketId !== null) await unit.tickets.lock(row.ticketId)
    const { late: _was, files = [], ...words } = content
    const isLate = ({ id }: FileShown): boolean => late.some((one) => one.id === id)
    const now: Content = isBare
      ? { ...words, files: late.slice(0, 1), late: true }
      : { ...words, files: files.filter((file) => !isLate(file)) }
    if (!(await unit.deliveries.lessen(row, now))) return false
    if (await isTakenBack(unit, row)) {
      if (isBare && !(await isRoot(unit, row))) await unit.deliveries.supersede(row.id)
      return !isBare
    }
    const part = await nextPart(unit, row)
    // Each hangs on the words alone: one that never comes takes no other with it.
    const [others, after] = isBare ? [late.slice(1), row.after ?? null] : [late, row.id]
    const owed = others.map((file, index) => {
      return { ...row, id: uuid(), after, part: part + index, content: lateContent(content, file) }
    })
    await unit.deliveries.owe(owed)
    return !isBare
  })
}

function lateContent({ language, author, internal }: Content, file: FileShown): Content {
  return { language, author, body: [], files: [file], late: true, internal }
}

/** The part that comes after all of a message in a place. */
export async function nextPart(unit: Unit, { messageId, placeId, part = 0 }: OwedRow): Promise<number> {
  const posts = messageId ? await unit.deliveries.postsOf(messageId) : []
  return Math.max(part, ...posts.filter((post) => post.placeId === placeId).map((post) => post.part)) + 1
}

/** It is to go again as soon as it is there: nothing that belongs to it is to come after that. */
export async function isTakenBack(unit: Unit, { id, messageId }: OwedRow): Promise<boolean> {
  if (!messageId) return false
  return (await unit.deliveries.postsOf(messageId)).every((post) => post.id !== id)
}

/** Others hang on a place's first message: it comes in any case. */
async function isRoot(unit: Unit, row: OwedRow): Promise<boolean> {
  return (await placeOf(unit, row))?.rootDeliveryId === row.id
}

/** Instead of a late file its reader was told that it never came: so are the agents, where an answer lacks it. */
export async function tellStaysBehind(settling: Settling, unit: Unit, sent: OwedRow): Promise<void> {
  const [shown] = sent.content?.late ? (sent.content.files ?? []) : []
  const file = shown && (await unit.files.byId(shown.id))
  if (!file || file.sha256 !== null) return
  const place = await placeOf(unit, sent)
  if (place?.side === 'requester') await tellAgents(settling, unit, place, notCarried(file, file.notCarried))
}
