import { v7 } from 'uuid'
import type { Address } from '../../src/adapter.ts'
import { plainText } from '../../src/domain/text/text.ts'
import type { Content } from '../../src/ports/content.ts'
import { type Owed, ranks, type Store } from '../../src/ports/store.ts'

/** What happens in a busy chat, by the simulated clock. */
export interface Happening {
  atMs: number
  what: 'words' | 'card' | 'digest'
  /** Which ticket it is about. */
  ticket: number
}

/** So much a minute. */
export interface Rates {
  words: number
  card: number
  digest: number
}

/** Moments that know nothing of each other (a Poisson stream for each kind), the same for every queue that is compared. */
export function trafficOf(random: () => number, rates: Rates, minutes: number, tickets: number): Happening[] {
  const kinds = ['words', 'card', 'digest'] as const
  return kinds
    .flatMap((what) => {
      const found: Happening[] = []
      for (let atMs = 0; ; ) {
        atMs += (-Math.log(1 - random()) * 60_000) / rates[what]
        if (atMs >= minutes * 60_000) return found
        found.push({ atMs, what, ticket: Math.floor(random() * tickets) })
      }
    })
    .toSorted((one, other) => one.atMs - other.atMs)
}

/** A queue under test: a chat, and whether it is served as the desk serves it, or first come first served. */
export interface Queue {
  name: string
  at: Omit<Address, 'thread'>
  ranked: boolean
  /** Threads must be made first there (Telegram's topics). */
  topics: boolean
}

/** A ticket's place in a chat. */
export interface Seat {
  ticketId: string
  placeId: string
  cardId: string
}

/** As many tickets, each with its topic, where there are such, and its card. Owed, not sent. */
export async function seatTickets(store: Store, { at, topics }: Queue, tickets: number): Promise<Seat[]> {
  const seats = Array.from({ length: tickets }, (): Seat => ({ ticketId: v7(), placeId: v7(), cardId: v7() }))
  for (const [n, { ticketId, placeId, cardId }] of seats.entries()) {
    const topicId = topics ? v7() : null
    await store.transaction(async (unit) => {
      await unit.tickets.addPlace({
        ...at,
        id: placeId,
        ticketId,
        side: 'triage',
        thread: null,
        rootDeliveryId: cardId,
        topicDeliveryId: topicId,
        personId: null,
        open: true,
      })
      const base = { ticketId, placeId, to: at, class: 'must-arrive' as const, rank: ranks.words }
      const heading = { words: `💬 BUSY-${n + 1}` }
      const card = content(`BUSY-${n + 1}`)
      await unit.deliveries.owe([
        ...(topicId ? [{ ...base, id: topicId, act: 'topic' as const, content: { ...card, heading } }] : []),
        { ...base, id: cardId, act: 'post', content: card, after: topicId },
      ])
    })
  }
  return seats
}

/** What a happening owes. First come first served, everything is of one rank: nothing overtakes and nothing is replaced. */
export function owedFor({ what, ticket }: Happening, n: number, queue: Queue, seats: readonly Seat[]): Owed {
  const seat = seats[ticket]
  if (!seat) throw new Error(`no ticket ${ticket}`)
  const rank = what === 'words' || !queue.ranked ? ranks.words : what === 'card' ? ranks.card : ranks.digest
  const base = { id: v7(), to: queue.at, class: 'must-arrive' as const, rank, content: content(`${what} ${n}`) }
  if (what === 'digest') return { ...base, ticketId: null, act: 'post' }
  const here = { ...base, ticketId: seat.ticketId, placeId: seat.placeId }
  return what === 'card' ? { ...here, act: 'edit', of: seat.cardId } : { ...here, act: 'post', after: seat.cardId }
}

function content(words: string): Content {
  return { language: 'en', body: [{ text: plainText(words) }] }
}
