import { deskById } from '../../acts/world.ts'
import type { Commanded } from '../../adapter.ts'
import { label, languageFor } from '../../domain/desk/questions.ts'
import { isLiveInvitation } from '../../domain/organisation.ts'
import { say } from '../../ports/content.ts'
import { answer, type Hearing } from '../hearing.ts'
import { hashOf, INVITATION } from './manage.ts'

/**
 * Somebody follows a link to the bot that an organisation has given out. Undefined: it is no such link. One that is
 * over, revoked, used up or never was is answered alike.
 */
export async function enterBy(hearing: Hearing<Commanded>, parameter: string): Promise<string | undefined> {
  if (!parameter.startsWith(INVITATION)) return undefined
  const { unit, world, person } = hearing
  await unit.people.setReachable(hearing.standing.address, true)
  const invitation = await unit.organisations.invitationOf(hashOf(parameter.slice(INVITATION.length)))
  const stale = () => answer(hearing, say('invitation-is-over', {}), 'invitation-over')
  const desk = invitation && world.desks.find(({ desk: id }) => id === invitation.organisation.deskId)
  if (!desk || !isLiveInvitation(invitation, unit.now)) return stale()
  const { id: organisationId, name } = invitation.organisation
  const now = await unit.organisations.of(person.id, desk.desk)
  if (now) return answer(hearing, say('organisation-is-yours', { organisation: now.name }), 'member-already')
  if (!(await unit.organisations.useInvitation(invitation.id))) return stale()
  await unit.organisations.join(person.id, { deskId: desk.desk, organisationId, via: 'invitation', value: null })
  const shown = label(desk.name, languageFor(desk, person.language), desk)
  return answer(hearing, say('organisation-joined', { organisation: name, desk: shown }), 'joined')
}

/** What an agent confirmed: they are told where they belong now. */
export function deskNameFor(hearing: Hearing, deskId: string, language: string | undefined): string {
  const desk = deskById(hearing.world, deskId)
  return label(desk.name, languageFor(desk, language), desk)
}
