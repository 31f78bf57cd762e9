import { deskById } from '../../acts/world.ts'
import type { Commanded } from '../../adapter.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { type Answers, fieldsOf, given, mayDo } from '../../domain/desk/questions.ts'
import { nameKeyOf } from '../../domain/organisation.ts'
import type { Person } from '../../domain/person.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { byKey } from '../by-key.ts'
import { type Hearing, whisper } from '../hearing.ts'
import { requesterOf } from '../open-for.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { actorOf } from '../standing.ts'
import { letIn } from '../watch.ts'

/**
 * `/ticket share KEY @kim`, or by name: who asked lets somebody of their organisation in, where the desk's roles give
 * them leave.
 */
export async function share(hearing: Hearing<Commanded>, key: string, whom: string): Promise<string> {
  const { ticket, mayWrite } = await byKey(hearing, key)
  const desk = deskById(hearing.world, ticket.deskId)
  if (!desk.organisations.share && !desk.organisations.seeAll) throw new Refusal('not-allowed')
  if (!mayWrite) throw new Refusal('sees-only', { key: ticket.key })
  refuseWithoutLeave(hearing, desk)
  const [mentioned = whom] = hearing.inbound.people ?? []
  const colleague = await colleagueNamed(hearing, ticket, mentioned)
  if (!colleague || colleague.id === ticket.requesterId || ticket.privateTo !== null) {
    throw new Refusal('not-a-colleague', { name: whom })
  }
  return letIn(hearing, ticket, [colleague], false)
}

/**
 * Whoever is named in a field that `shares` is let in. The ticket stands all the same where it is somebody else's
 * colleague, or nobody's: who asked is told so, and may share it later.
 */
export async function shareAtOpening(hearing: Hearing, desk: Desk, ticket: Ticket, answers: Answers): Promise<void> {
  const fields = fieldsOf(desk, ticket.type, answers).filter(({ shares }) => shares)
  for (const whom of fields.flatMap(({ id }) => given(answers, id))) {
    try {
      refuseWithoutLeave(hearing, desk)
      const colleague = await colleagueNamed(hearing, ticket, whom)
      if (!colleague) throw new Refusal('not-a-colleague', { name: hearing.others.get(whom)?.name ?? whom })
      if (colleague.id !== ticket.requesterId) await letIn(hearing, ticket, [colleague], false)
    } catch (error) {
      // Nothing is written before somebody is refused (`letIn`).
      if (!(error instanceof Refusal)) throw error
      await hearing.unit.deliveries.owe([whisper(hearing, [refusalSentence(error, hearing)])])
    }
  }
}

/** @throws Refusal `not-allowed` for who may not share: the desk file's word */
function refuseWithoutLeave({ person, standing }: Hearing, desk: Desk): void {
  if (!mayDo(desk, actorOf(desk, person, standing).roles, 'share')) throw new Refusal('not-allowed')
}

/**
 * Of the ticket's organisation and nobody else: whoever is not is told of as somebody who never was.
 * @param whom an id of the platform that was named with what we hear, or a name
 */
async function colleagueNamed(hearing: Hearing, ticket: Ticket, whom: string): Promise<Person | undefined> {
  if (ticket.organisationId === null) return undefined
  const { unit, others } = hearing
  const ids = new Set((await unit.organisations.members(ticket.organisationId)).map(({ personId }) => personId))
  if (others.has(whom)) {
    const person = await requesterOf(hearing, whom)
    return ids.has(person.id) ? person : undefined
  }
  const people = await unit.people.byIds([...ids])
  const [one, another] = [...people.values()].filter(({ name }) => nameKeyOf(name) === nameKeyOf(whom))
  return another ? undefined : one
}
