import type { Edited, Inbound, Said } from '../adapter.ts'
import { calm } from '../domain/text/calm.ts'
import { joinTexts } from '../domain/text/joined.ts'
import { sameText } from '../domain/text/same.ts'
import type { Text } from '../domain/text/text.ts'
import { filesBrought } from '../domain/ticket/enclosure.ts'
import { type HeldMessage, messagesIn } from '../ports/drafts.ts'
import type { Twin } from '../ports/messages.ts'
import type { Unit } from '../ports/store.ts'

/** The album a row's message is a part of. */
export function albumOf(inbounds: readonly Inbound[]): string | undefined {
  const [first] = inbounds
  return first?.does === 'say' ? first.album : undefined
}

/**
 * Messages of one album as the one message people see: the words of whichever part bears them, all that is in them, and
 * every message's id, so that whatever is done to any of them is done to it.
 */
export function joinAlbum(first: Said, others: readonly Inbound[]): Said {
  const rest = others.filter((other): other is Said => other.does === 'say' && other.album === first.album)
  const all = [first, ...rest]
  const parts = all.map(({ text }) => text)
  return {
    ...first,
    text: joinTexts(parts),
    ...(all.some(({ own }) => own) && { own: joinTexts(all.map(({ own, text }) => own ?? text)) }),
    enclosures: all.flatMap(({ enclosures }) => enclosures),
    replyTo: first.replyTo ?? rest.find(({ replyTo }) => replyTo !== undefined)?.replyTo,
    joined: rest.map(({ message }) => message),
    parts,
  }
}

/** What a message says once it was edited. `parts`: of an album, what each of its messages says now; `before`: and said. */
export interface SaidNow {
  text: Text
  parts?: Text[] | undefined
  before?: Text[] | undefined
}

/**
 * What a message says after an edit. Of an album only the words of the part that was edited are others: who hears it is
 * judged by all of them. Undefined where that part says what it said, and no file is another: platforms tell of edits
 * nobody made (platforms.md §B1).
 */
export async function saidNow(
  unit: Unit,
  twin: Twin,
  { text, album }: Edited,
  brings: boolean,
): Promise<SaidNow | undefined> {
  // Which part of an album said what was not kept always: then nobody can tell whom its words were for.
  if (!twin.words || !twin.messageId) return album === undefined ? { text } : undefined
  if (!brings && sameText(twin.words, text)) return undefined
  const originals = originalsOf(await unit.messages.twinsOf(twin.messageId))
  const before = originals.flatMap(({ words }) => words ?? [])
  const parts = originals.flatMap((one) =>
    one.platformMessageId === twin.platformMessageId ? calm(text) : (one.words ?? []),
  )
  return { text: joinTexts(parts), parts, before }
}

/** The messages a message of ours was written as: several where it is an album, in its order, for their ids go up. */
export function originalsOf(twins: readonly Twin[]): Twin[] {
  return twins
    .filter(({ role }) => role === 'original')
    .toSorted((a, b) => a.platformMessageId.localeCompare(b.platformMessageId, 'en', { numeric: true }))
}

/** A message held in a draft, after an edit of it or of a part of it; as it was, where it is another that was edited. */
export function heldNow(held: HeldMessage, { message, text, enclosures: now = [] }: Edited): HeldMessage {
  const part = messagesIn(held).indexOf(message)
  const before = held.parts ?? [held.text]
  if (part < 0 || part >= before.length) return held
  const parts = before.with(part, text)
  const enclosures = [...held.enclosures, ...filesBrought(held.enclosures, now)]
  return { ...held, text: joinTexts(parts), parts: held.parts && parts, enclosures }
}
