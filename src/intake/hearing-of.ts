import type { Inbound } from '../adapter.ts'
import type { Unit } from '../ports/store.ts'
import { admitTicket } from './admit.ts'
import { foresee } from './foresee.ts'
import type { Hearing } from './hearing.ts'
import { settleOrganisations } from './organisation/settle.ts'
import type { Prepared } from './prepare.ts'

/** Whoever did it is met, and belongs where the rules have them now. */
export async function hearingOf(unit: Unit, prepared: Prepared, inbound: Inbound): Promise<Hearing> {
  const { handling, standing, others, link, earlier, tries } = prepared
  if (!standing) throw new Error('nobody did this')
  const person = await unit.people.meet(standing.address, standing)
  const { world } = handling
  const speaks = inbound.does === 'say' && !inbound.byBot && standing.kind !== 'bot'
  const early = speaks ? await foresee({ unit, world, person, standing, inbound }) : undefined
  const moved = await settleOrganisations({ unit, world }, person, standing, inbound.at.chat)
  // Whoever belongs elsewhere now may not read all they did: what was asked about the place is asked again.
  const foreseen = moved ? undefined : early
  const nextNumber: Hearing['nextNumber'] = async (deskId, follows) => {
    await admitTicket({ unit, world, person, standing }, deskId, follows)
    return handling.store.nextNumber(deskId)
  }
  const once = (name: string, forMs: number) => handling.store.leases.hold(name, prepared.row, forMs)
  const startLink = (parameter: string) => handling.platforms.get('telegram')?.startLink(parameter)
  return { unit, world, inbound, person, standing, others, nextNumber, once, startLink, link, earlier, tries, foreseen }
}
