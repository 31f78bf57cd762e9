import { deskById, type World } from '../../acts/world.ts'
import { type Inbound, traits } from '../../adapter.ts'
import { label, languageFor } from '../../domain/desk/questions.ts'
import type { Person } from '../../domain/person.ts'
import { type Sentence, say } from '../../ports/content.ts'
import type { Unit } from '../../ports/store.ts'
import { isAgentOf, type Standing } from '../standing.ts'

/** Only people of an organisation ask here, and this one is of none: the row waits, and is heard when they are. */
export class NoOrganisation extends Error {
  readonly deskId: string
  constructor(deskId: string) {
    super('of no organisation')
    this.name = 'NoOrganisation'
    this.deskId = deskId
  }
}

/**
 * Whoever may not ask at this desk yet.
 * @throws NoOrganisation
 */
export async function refuseUnbelonging(
  asker: { unit: Unit; world: World; person: Person; standing: Standing },
  deskId: string,
): Promise<void> {
  const desk = deskById(asker.world, deskId)
  if (!desk.organisations.required || isAgentOf(desk, asker.standing)) return
  if (!(await asker.unit.organisations.of(asker.person.id, deskId))) throw new NoOrganisation(deskId)
}

/** How to get in, as their platform has it. */
export function howToGetIn(world: World, deskId: string, person: Person, inbound: Inbound): Sentence {
  const desk = deskById(world, deskId)
  const shown = { desk: label(desk.name, languageFor(desk, person.language), desk) }
  return traits[inbound.at.platform].modals
    ? say('organisation-needed-slack', shown)
    : say('organisation-needed-telegram', shown)
}
