import type { Commanded } from '../adapter.ts'
import { TYPED_KEY } from '../domain/ticket/key.ts'
import type { Hearing } from './hearing.ts'

/** Commands that are about one ticket, and those that say something of it. */
const ofOneTicket = new Set(['status', 'history', 'close', 'why', 'unmerge', 'split', 'watch', 'unwatch'])
const withWords = new Set(['assign', 'set', 'tag', 'untag'])
/** About two: here it is the first of them. */
const ofTwo = new Set(['merge', 'link', 'unlink'])

const KEY = new RegExp(`(?:^|\\s)${TYPED_KEY}(?=\\s|$)`, 'gi')

/** In a ticket's own topic its key need not be said: `/tag printer`, `/merge into DEMO-12`. */
export async function aboutItsTopic({ unit, inbound }: Hearing<Commanded>): Promise<Commanded> {
  if (saysAll(inbound)) return inbound
  const place = await unit.tickets.placeAt(inbound.at)
  const ticket = place && (await unit.tickets.byId(place.ticketId))
  return ticket ? { ...inbound, words: `${ticket.key} ${inbound.words}`.trim() } : inbound
}

function saysAll({ name, words, replyTo }: Commanded): boolean {
  const said = words.trim()
  // The message it answers says which ticket.
  if (name === 'split' && replyTo !== undefined) return true
  if (ofOneTicket.has(name)) return said !== ''
  if (withWords.has(name)) return said.search(KEY) === 0
  return !ofTwo.has(name) || [...said.matchAll(KEY)].length > 1
}
