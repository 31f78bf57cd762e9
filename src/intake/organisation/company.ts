import type { Commanded } from '../../adapter.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { graceStart } from '../../domain/grace.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { type Sentence, say } from '../../ports/content.ts'
import { COUNTED_TO, counted, moreThan } from '../counted.ts'
import { answer, type Hearing } from '../hearing.ts'
import { statusShown } from '../status.ts'
import { whisperList } from '../whisper-list.ts'

/** `/tickets company`: what their organisation has asked at the desks where it sees all its tickets. */
export async function listCompany(hearing: Hearing<Commanded>): Promise<string> {
  const lines = await companyLines(hearing, 30)
  if (!lines) return answer(hearing, say('company-sees-nothing', {}), 'listed-none')
  await hearing.unit.deliveries.owe(whisperList(hearing, lines))
  return 'company-listed'
}

type Looking = Pick<Hearing, 'unit' | 'world' | 'person'>

/** The organisations whose tickets somebody sees all of, each with its desk. */
export async function companiesOf({ unit, world, person }: Looking): Promise<{ desk: Desk; organisation: string }[]> {
  const found: { desk: Desk; organisation: string }[] = []
  for (const desk of world.desks.filter(({ organisations }) => organisations.seeAll)) {
    const organisation = await unit.organisations.of(person.id, desk.desk)
    if (organisation) found.push({ desk, organisation: organisation.id })
  }
  return found
}

/** What their organisation has asked, head and lines; undefined for who sees none. */
export async function companyLines(looking: Looking, most: number): Promise<Sentence[] | undefined> {
  const { unit } = looking
  const companies = await companiesOf(looking)
  if (companies.length === 0) return undefined
  const tickets: Ticket[] = []
  let count = 0
  for (const { desk, organisation } of companies) {
    const resolvedSince = graceStart(desk, unit.now)
    const its = await unit.tickets.ofOrganisation(organisation, {
      deskId: desk.desk,
      resolvedSince,
      most,
      countedTo: COUNTED_TO,
    })
    tickets.push(...its.first)
    count += its.count
  }
  if (tickets.length === 0) return [say('company-empty', {})]
  const people = await unit.people.byIds([...new Set(tickets.map(({ requesterId }) => requesterId))])
  const lines = tickets.slice(0, most).map((ticket) => {
    const { key, subject, requesterId } = ticket
    const name = people.get(requesterId)?.name ?? ''
    return say('company-line', { key, subject, status: statusShown(looking, ticket), name })
  })
  return [say('company-head', { count: counted(count) }), ...lines, ...moreThan(lines.length, count)]
}
