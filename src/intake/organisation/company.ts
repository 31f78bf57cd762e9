import { changeTicket } from '../../acts/change.ts'
import { deskById } from '../../acts/world.ts'
import type { Commanded } from '../../adapter.ts'
import { graceStart } from '../../domain/grace.ts'
import { nameKeyOf } from '../../domain/organisation.ts'
import type { Person } from '../../domain/person.ts'
import { Refusal } from '../../domain/refusal.ts'
import { addColleague } from '../../domain/ticket/colleague.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { type Content, say } from '../../ports/content.ts'
import { byKey } from '../by-key.ts'
import { statusShown } from '../command.ts'
import { answer, type Hearing, whisper } from '../hearing.ts'
import { ownChatOf, requesterOf } from '../open-for.ts'

/** `/tickets company`: what their organisation has asked at the desks where it sees all its tickets. */
export async function listCompany(hearing: Hearing<Commanded>): Promise<string> {
  const { unit, world, person } = hearing
  const tickets: Ticket[] = []
  let seeing = false
  for (const desk of world.desks.filter(({ organisations }) => organisations.seeAll)) {
    const organisation = await unit.organisations.of(person.id, desk.desk)
    if (!organisation) continue
    seeing = true
    const its = await unit.tickets.ofOrganisation(organisation.id, graceStart(desk, unit.now))
    tickets.push(...its.filter(({ deskId }) => deskId === desk.desk))
  }
  if (!seeing) return answer(hearing, say('company-sees-nothing', {}), 'listed-none')
  if (tickets.length === 0) return answer(hearing, say('company-empty', {}), 'company-listed')
  const people = await unit.people.byIds([...new Set(tickets.map(({ requesterId }) => requesterId))])
  const lines: Content['body'] = tickets.slice(0, 30).map((ticket) => {
    const { key, subject, requesterId } = ticket
    const name = people.get(requesterId)?.name ?? ''
    return say('company-line', { key, subject, status: statusShown(hearing, ticket), name })
  })
  await unit.deliveries.owe([whisper(hearing, [say('company-head', { count: tickets.length }), ...lines])])
  return 'company-listed'
}

/** `/ticket watch KEY`: a colleague's ticket comes into their own chat, with what was said, and goes on there. */
export async function watch(hearing: Hearing<Commanded>, key: string): Promise<string> {
  const { ticket, asAgent } = await byKey(hearing, key)
  if (asAgent || ticket.requesterId === hearing.person.id) {
    return answer(hearing, say('watched-already', { key: ticket.key }), 'watched-already')
  }
  return bring(hearing, ticket, hearing.person)
}

/** `/ticket share KEY @kim`, or by name: who asked lets somebody of their organisation in. */
export async function share(hearing: Hearing<Commanded>, key: string, whom: string): Promise<string> {
  const { ticket, mayWrite } = await byKey(hearing, key)
  const { organisations } = deskById(hearing.world, ticket.deskId)
  if (!organisations.share && !organisations.seeAll) throw new Refusal('not-allowed')
  if (!mayWrite) throw new Refusal('sees-only', { key: ticket.key })
  const colleague = await colleagueNamed(hearing, ticket, whom)
  if (!colleague || colleague.id === ticket.requesterId || ticket.privateTo !== null) {
    throw new Refusal('not-a-colleague', { name: whom })
  }
  return bring(hearing, ticket, colleague)
}

/** Of the ticket's organisation and nobody else: whoever is not is told of as somebody who never was. */
async function colleagueNamed(hearing: Hearing<Commanded>, ticket: Ticket, whom: string): Promise<Person | undefined> {
  if (ticket.organisationId === null) return undefined
  const { unit, inbound } = hearing
  const ids = new Set((await unit.organisations.members(ticket.organisationId)).map(({ personId }) => personId))
  const [mentioned] = inbound.people ?? []
  if (mentioned !== undefined) {
    const person = await requesterOf(hearing, mentioned)
    return ids.has(person.id) ? person : undefined
  }
  const people = await unit.people.byIds([...ids])
  const [one, another] = [...people.values()].filter(({ name }) => nameKeyOf(name) === nameKeyOf(whom))
  return another ? undefined : one
}

async function bring(hearing: Hearing<Commanded>, ticket: Ticket, colleague: Person): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const places = await unit.tickets.places(ticket.id)
  const theirs = places.find((place) => place.side === 'requester' && place.personId === colleague.id)
  if (theirs?.open) return answer(hearing, say('watched-already', { key: ticket.key }), 'watched-already')
  if (theirs) await unit.tickets.setOpen(theirs.id, true)
  else {
    const { platform, account, chat } = await ownChatOf(hearing, colleague)
    await unit.tickets.addPlace({
      id: world.ids.uuid(),
      ticketId: ticket.id,
      side: 'requester',
      platform,
      account,
      chat,
      thread: null,
      rootDeliveryId: world.ids.uuid(),
      personId: colleague.id,
      open: true,
    })
  }
  await changeTicket(unit, world, ticket.id, (now) => addColleague(now, person.id, colleague.id), {
    occurredAt: inbound.occurredAt,
  })
  return answer(hearing, say('colleague-brought', { key: ticket.key, name: colleague.name }), 'colleague-brought')
}
