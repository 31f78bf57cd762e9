import { label, languageFor, statusOf } from '../domain/desk/questions.ts'
import { findable } from '../domain/text/findable.ts'
import { mayEnter } from '../domain/ticket/enter.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { say } from '../ports/content.ts'
import { mayTellHere } from './among-agents.ts'
import { answer, type Hearing } from './hearing.ts'
import { companiesOf } from './organisation/company.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { whisperList } from './whisper-list.ts'

/** So many are looked through, and so many of those shown. */
const MOST = 200
const SHOWN = 15

/** `/ticket find words`: over what the person may see. Agents find in all of their desks, notes too; others in what they asked, in what they were brought into, and in their company's where it sees all. */
export async function find(hearing: Hearing, spoken: string): Promise<string> {
  const { unit, world, person, standing } = hearing
  const words = findable(spoken)
  if (words === '') return answer(hearing, say('find-how', {}), 'found-nothing')
  const working = world.desks.filter((desk) => isAgentOf(desk, standing))
  const own = await unit.search.tickets(words, { requester: person.id }, MOST)
  const watched = await unit.search.tickets(words, { watcher: person.id }, MOST)
  const others =
    working.length === 0 ? [] : await unit.search.tickets(words, { agentOf: working.map(({ desk }) => desk) }, MOST)
  const entered = others.filter((ticket) => {
    const desk = working.find((one) => one.desk === ticket.deskId)
    return desk && mayEnter(ticket, desk, actorOf(desk, person, standing))
  })
  const company: Ticket[] = []
  for (const { organisation } of await companiesOf(hearing)) {
    company.push(...(await unit.search.tickets(words, { organisation }, MOST)))
  }
  const found = [...new Map([...own, ...watched, ...company, ...entered].map((ticket) => [ticket.id, ticket])).values()]
    .filter((ticket) => mayTellHere(hearing, ticket))
    .toSorted((one, other) => newest(other) - newest(one))
  if (found.length === 0) return answer(hearing, say('find-none', {}), 'found-nothing')
  const head = say('find-head', { count: found.length })
  const lines = found.slice(0, SHOWN).map((ticket) => {
    const desk = world.desks.find((one) => one.desk === ticket.deskId)
    const status = desk && statusOf(desk, ticket.status)
    const shown = desk && status ? label(status.label, languageFor(desk, person.language), desk) : ticket.status
    return say('queue-line', { key: ticket.key, subject: ticket.subject, status: shown })
  })
  const more = found.length > SHOWN ? [say('find-more', { count: found.length - SHOWN })] : []
  await unit.deliveries.owe(whisperList(hearing, [head, ...lines, ...more]))
  return 'found'
}

function newest(ticket: Ticket): number {
  return (ticket.lastMessageAt ?? ticket.openedAt).getTime()
}
