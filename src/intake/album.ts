import type { Inbound, Said } from '../adapter.ts'

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
  const parts = others.filter((other): other is Said => other.does === 'say' && other.album === first.album)
  return {
    ...first,
    text: { type: 'root', children: [first, ...parts].flatMap(({ text }) => text.children) },
    enclosures: [first, ...parts].flatMap(({ enclosures }) => enclosures),
    replyTo: first.replyTo ?? parts.find(({ replyTo }) => replyTo !== undefined)?.replyTo,
    joined: parts.map(({ message }) => message),
  }
}
