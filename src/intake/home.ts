import type { HomePage } from '../adapter.ts'
import type { Person } from '../domain/person.ts'
import type { Text } from '../domain/text/text.ts'
import { phraseKept, words } from '../locales/index.ts'
import { type Sentence, say } from '../ports/content.ts'
import { queues } from '../ports/queues.ts'
import { moreThan } from './counted.ts'
import { livingTickets, watchedTickets } from './grace.ts'
import type { Hearing } from './hearing.ts'
import { companyLines } from './organisation/company.ts'
import { queueOf } from './queues.ts'
import { isAgentOf } from './standing.ts'
import { statusShown } from './status.ts'

/** More would be scrolled, not read. */
const MOST = 15

type Looking = Pick<Hearing, 'unit' | 'world' | 'standing'>

/** A page of one's own: an agent's lists, the tickets one asked for or reads along in, one's company's, and a button for a new one. */
export async function homeOf(looking: Looking, person: Person | undefined, language: string): Promise<HomePage> {
  const parts: Sentence[][] = []
  const works = looking.world.desks.some((desk) => isAgentOf(desk, looking.standing))
  if (person && works) for (const which of queues) parts.push(await queueOf({ ...looking, person }, which))
  parts.push(person ? await askedBy(looking, person) : [say('home-own-none', {})])
  const company = person && (await companyLines({ ...looking, person }, MOST))
  if (company) parts.push(company)
  return {
    newTicket: words('home-new', {}, language),
    parts: parts.map((lines) => asText(lines, language)),
  }
}

async function askedBy(looking: Looking, person: Person): Promise<Sentence[]> {
  const own = await livingTickets(looking, person)
  const watched = await watchedTickets(looking, person)
  const tickets = [...own, ...watched]
  if (tickets.length === 0) return [say('home-own-none', {})]
  const lines = tickets.slice(0, MOST).map((ticket) => {
    const { key, subject } = ticket
    const facts = { key, subject, status: statusShown({ ...looking, person }, ticket) }
    return own.includes(ticket) ? say('queue-line', facts) : say('list-line-watched', facts)
  })
  const count = tickets.length
  const head = watched.length === 0 ? say('home-own', { count }) : say('list-head', { count })
  return [head, ...lines, ...moreThan(lines.length, count)]
}

function asText(lines: readonly Sentence[], language: string): Text {
  return { type: 'root', children: lines.flatMap(({ key, facts }) => phraseKept(key, facts, language).children) }
}
