import type { Commanded } from '../adapter.ts'
import { say } from '../ports/content.ts'
import { moreThan } from './counted.ts'
import { livingTickets, watchedTickets } from './grace.ts'
import { answer, type Hearing } from './hearing.ts'
import { statusShown } from './status.ts'
import { whisperList } from './whisper-list.ts'

/** Their own tickets that are not over, and those they read along in; thirty at the most. */
export async function list(hearing: Hearing<Commanded>): Promise<string> {
  const own = await livingTickets(hearing, hearing.person)
  const tickets = [...own, ...(await watchedTickets(hearing, hearing.person))]
  if (tickets.length === 0) return answer(hearing, say('list-empty', {}), 'listed')
  const lines = tickets.slice(0, 30).map((ticket) => {
    const { key, subject } = ticket
    const facts = { key, subject, status: statusShown(hearing, ticket) }
    return own.includes(ticket) ? say('list-line', facts) : say('list-line-watched', facts)
  })
  const count = tickets.length
  const told = [say('list-head', { count }), ...lines, ...moreThan(lines.length, count)]
  await hearing.unit.deliveries.owe(whisperList(hearing, told))
  return 'listed'
}
