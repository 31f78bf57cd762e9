import { deskById, type World } from '../acts/world.ts'
import type { Inbound } from '../adapter.ts'
import { type Limit, roomAgainAt, usualLimits } from '../domain/limits.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Unit } from '../ports/store.ts'
import { refuseUnserved } from './desk-of.ts'
import { askRestraint, type Foreseen } from './foresee.ts'
import { refuseUnbelonging } from './organisation/required.ts'
import { isAgentOf, type Standing } from './standing.ts'

/** Too much at once (`domain/limits.ts`): the row waits until there is room, and is heard then. */
export class OverLimit extends Error {
  readonly until: Date
  constructor(until: Date) {
    super('over a limit')
    this.name = 'OverLimit'
    this.until = until
  }
}

interface Asker {
  unit: Unit
  world: World
  person: Person
  standing: Standing
  foreseen?: Foreseen | undefined
}

/**
 * Whether somebody may open a ticket of this desk now. Agents always may: what they do for others is not counted.
 * @param follows it goes on from one they have had there: agents may have moved that from a desk of their platform
 * @throws Refusal `no-such-desk`, `requester-is-blocked`
 * @throws NoOrganisation
 * @throws OverLimit
 */
export async function admitTicket(asker: Asker, deskId: string, follows?: 'follows'): Promise<void> {
  const { unit, world, person, standing } = asker
  const desk = deskById(world, deskId)
  if (isAgentOf(desk, standing)) return
  if (!follows) refuseUnserved(desk, standing)
  await refuseBlocked(asker, deskId)
  await refuseUnbelonging(asker, deskId)
  const { personTickets, deskTickets } = world.limits ?? usualLimits
  check(unit, personTickets, await unit.counts.ticketsOf(person.id, personTickets))
  check(unit, deskTickets, await unit.counts.ticketsOn(deskId, deskTickets))
}

/**
 * Whether what somebody says in a ticket goes on, or is kept because they are blocked.
 * @throws OverLimit
 */
export async function admitWords(asker: Asker, deskId: string): Promise<'heard' | 'kept'> {
  const { unit, world, person, standing, foreseen } = asker
  if (isAgentOf(deskById(world, deskId), standing)) return 'heard'
  const { personMessages } = world.limits ?? usualLimits
  const [blocks, nth] = await (foreseen?.restraint ?? askRestraint(unit, person.id, personMessages))
  if (blocks.some((block) => block.deskId === deskId)) return 'kept'
  check(unit, personMessages, nth)
  return 'heard'
}

/** @throws Refusal `requester-is-blocked` */
export async function refuseBlocked({ unit, person }: Pick<Asker, 'unit' | 'person'>, deskId: string): Promise<void> {
  if (await unit.blocks.of(person.id, deskId)) throw new Refusal('requester-is-blocked', { desk: deskId })
}

/** Somebody blocked who just writes is told once; who presses, commands or sends a form is answered each time. */
export async function isToldAlready(unit: Unit, person: Person, inbound: Inbound, deskId: string): Promise<boolean> {
  if (inbound.does !== 'say' && inbound.does !== 'react') return false
  const block = await unit.blocks.of(person.id, deskId)
  if (block?.toldAt) return true
  await unit.blocks.told(person.id, deskId)
  return false
}

function check({ now }: Unit, limit: Limit, mostthNewest: Date | undefined): void {
  const until = roomAgainAt(limit, mostthNewest, now)
  if (until) throw new OverLimit(until)
}
