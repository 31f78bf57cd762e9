import { agentsOf } from '../acts/agents.ts'
import { changeTicket } from '../acts/change.ts'
import type { PersonAddress } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { type Candidate, nextOf, othersThan } from '../domain/rota.ts'
import { assignByTurn } from '../domain/ticket/assign.ts'
import type { Unit } from '../ports/store.ts'
import type { Timing } from './index.ts'

const MOST = 100

/**
 * Desks that say `assign` in their file give each new ticket to one of those who may take it. Here and not where a
 * ticket is opened: who is an agent now is asked of the platforms, and nobody who asks should wait for that.
 * Returns how many were given out.
 */
export async function assignNew(timing: Timing, now: Date): Promise<number> {
  let given = 0
  for (const desk of timing.world.desks) {
    if (desk.assign !== 'none') given += await assignOn(timing, desk, desk.assign, now)
  }
  return given
}

async function assignOn(
  { store, world, platforms }: Timing,
  desk: Desk,
  how: 'round-robin' | 'least-loaded',
  now: Date,
): Promise<number> {
  // Most sweeps find nothing: then no platform is asked.
  if (!(await store.transaction((unit) => unit.tickets.lockUnassigned(desk.desk)))) return 0
  const agents: { address: PersonAddress; name: string }[] = []
  for (const address of await agentsOf(platforms, desk, world.log, 'take')) {
    const profile = await platforms
      .get(address.platform)
      ?.profile(address)
      .catch(() => undefined)
    if (profile?.kind === 'member') agents.push({ address, name: profile.name })
  }
  // Who is on another platform than the ticket sees neither its card nor its thread. It waits until somebody is there.
  const where = [...new Set(agents.map(({ address }) => address.platform))]
  let given = 0
  while (agents.length > 0 && given < MOST) {
    const found = await store.transaction(async (unit) => {
      await unit.rota.hold(desk.desk)
      const ticket = await unit.tickets.lockUnassigned(desk.desk, where)
      if (!ticket) return false
      const there = agents.filter(({ address }) => address.platform === ticket.triage.platform)
      const to = nextOf(how, othersThan(ticket.requesterId, await candidates(unit, desk, there)))
      if (to === undefined) return false
      await unit.rota.given(desk.desk, to)
      await changeTicket(unit, world, ticket.id, (its) => assignByTurn(its, to), { occurredAt: now })
      return true
    })
    if (!found) break
    given += 1
  }
  return given
}

async function candidates(
  unit: Unit,
  desk: Desk,
  agents: readonly { address: PersonAddress; name: string }[],
): Promise<Candidate[]> {
  const ids: string[] = []
  for (const { address, name } of agents) {
    ids.push(((await unit.people.at(address)) ?? (await unit.people.meet(address, { name }))).id)
  }
  const known = await unit.rota.of(desk.desk, ids)
  return ids.map((id) => ({ id, load: 0, lastAt: undefined, ...known.get(id) }))
}
