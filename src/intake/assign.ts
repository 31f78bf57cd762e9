import { agentsOf } from '../acts/agents.ts'
import { changeTicket } from '../acts/change.ts'
import { keptButton } from '../acts/kept-button.ts'
import type { Commanded } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { nameKeyOf } from '../domain/organisation.ts'
import type { Actor, Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { assign } from '../domain/ticket/assign.ts'
import { TYPED_KEY } from '../domain/ticket/key.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import { byKey } from './by-key.ts'
import { answer, type Hearing, meetOther, whisper } from './hearing.ts'
import { intentOf } from './intent.ts'
import type { Handling } from './prepare.ts'
import { isAgentOf, type Standing, standingOf } from './standing.ts'
import { refuseIdle } from './worked-on.ts'

/** So many are offered, and asked about before: of more, one is named. */
const MOST_OFFERED = 20

/**
 * `/ticket assign DEMO-17 @kim`; where people cannot be named so, by their name: `/assign Kim`. Nobody named, or not one
 * alone: those it may be given to, with a button for each.
 */
export async function assignByName(hearing: Hearing<Commanded>, { key, whom }: { key: string; whom: string }) {
  const { inbound, others, standing } = hearing
  const { ticket } = await byKey(hearing, key)
  const work = refuseIdle(hearing, ticket, 'assign')
  const all = new Map([standing, ...others.values()].map((one) => [one.address.id, one]))
  const agents = [...all.values()].filter((one) => isAgentOf(work.desk, one))
  const meant = agents.filter(({ name }) => isCalled(name, whom))
  const [only, another] = meant
  const one = inbound.people?.[0] ?? (whom !== '' && !another ? only?.address.id : undefined)
  if (one === undefined) return offer(hearing, ticket, meant.length > 0 ? meant : agents)
  const { name } = await assignTo(hearing, ticket, work, one)
  return answer(hearing, say('assigned', { by: hearing.person.name, name }), 'assigned')
}

/**
 * @param work as whom, for those who may, and on which desk
 * @throws Refusal where the person of this platform's id is no agent of the desk
 */
export async function assignTo(
  hearing: Hearing,
  ticket: Ticket,
  { desk, by }: { desk: Desk; by: Actor },
  platformId: string,
): Promise<Person> {
  const { unit, world, person, standing, inbound } = hearing
  const other = platformId === standing.address.id ? { person, standing } : await meetOther(hearing, platformId)
  if (!other || !isAgentOf(desk, other.standing)) throw new Refusal('no-such-person')
  await changeTicket(unit, world, ticket.id, (now, its) => assign(now, its, by, other.person), {
    occurredAt: inbound.occurredAt,
  })
  return other.person
}

async function offer(hearing: Hearing, { id: ticketId, key }: Ticket, agents: readonly Standing[]): Promise<string> {
  const rows: ChoiceContent[][] = []
  for (const { address, name } of agents.slice(0, MOST_OFFERED)) {
    rows.push([await keptButton(hearing, { act: 'assign', ticketId, argument: address.id }, { words: name })])
  }
  await hearing.unit.deliveries.owe([whisper(hearing, [say('assign-whom', { key })], rows)])
  return 'whom'
}

/**
 * Whom such a command may mean, by platform id: those the desks name where it was given, and whoever has had a ticket.
 * Asked before its transaction, for who they are their platform is to say.
 */
export async function mayBeGiven({ store, platforms, world }: Handling, command: Commanded): Promise<string[]> {
  const { at, who } = command
  const called = calledIn(world, command)
  if (called === undefined) return []
  const asks = await standingOf(platforms, world.desks, who, world.log)
  const desks = world.desks.filter((desk) => isAgentOf(desk, asks))
  if (desks.length === 0) return []
  const named = (await Promise.all(desks.map((desk) => agentsOf(platforms, desk, world.log)))).flat()
  const ids = named.filter(({ platform }) => platform === at.platform).map(({ id }) => id)
  const had = await store.transaction((unit) => unit.people.whoHadTickets(at)).catch(() => [])
  const known = had.filter((one) => called === '' || isCalled(one.name, called)).map(({ id }) => id)
  return [...new Set([...known, ...ids])].slice(0, MOST_OFFERED)
}

/** How whoever it is meant for is called, where it is this command; undefined where their id says who it is. */
function calledIn(world: Handling['world'], command: Commanded): string | undefined {
  if ((command.people ?? []).length > 0) return undefined
  // In a ticket's topic its key need not be said.
  if (command.name === 'assign') return command.words.trim().replace(LEADING_KEY, '').trim()
  const intent = intentOf(world, command)
  return intent.do === 'assign' ? intent.whom : undefined
}

const LEADING_KEY = new RegExp(`^${TYPED_KEY}(?=\\s|$)`, 'i')

/** `kim`, `@Berg` and `Kim Be` are all Kim Berg; no word at all is everybody. */
function isCalled(name: string, typed: string): boolean {
  const [called, said] = [nameKeyOf(name), nameKeyOf(typed.replace(/^@/, ''))]
  return called.startsWith(said) || called.split(' ').includes(said)
}
