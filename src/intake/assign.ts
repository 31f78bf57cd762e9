import { agentsOf } from '../acts/agents.ts'
import { changeTicket } from '../acts/change.ts'
import { keptButton } from '../acts/kept-button.ts'
import type { Commanded } from '../adapter.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { assign } from '../domain/ticket/assign.ts'
import { TYPED_KEY } from '../domain/ticket/key.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import { byKey } from './by-key.ts'
import { answer, type Hearing, meetOther, whisper } from './hearing.ts'
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
  const { desk } = refuseIdle(hearing, ticket, 'assign')
  const all = new Map([standing, ...others.values()].map((one) => [one.address.id, one]))
  const agents = [...all.values()].filter((one) => isAgentOf(desk, one))
  const meant = agents.filter(({ name }) => isCalled(name, whom))
  const [only, another] = meant
  const one = inbound.people?.[0] ?? (whom !== '' && !another ? only?.address.id : undefined)
  if (one === undefined) return offer(hearing, ticket, meant.length > 0 ? meant : agents)
  const { name } = await assignTo(hearing, ticket, one)
  return answer(hearing, say('assigned', { by: hearing.person.name, name }), 'assigned')
}

/** @throws Refusal where whoever says so may not, or this is no agent of its desk (a platform's id) */
export async function assignTo(hearing: Hearing, ticket: Ticket, platformId: string): Promise<Person> {
  const { unit, world, person, standing, inbound } = hearing
  const { desk, by } = refuseIdle(hearing, ticket, 'assign')
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
  const said = saidOfAssigning(command)
  if (said === undefined) return []
  const asks = await standingOf(platforms, world.desks, who, world.log)
  if (!world.desks.some((desk) => isAgentOf(desk, asks))) return []
  const called = said.replace(new RegExp(`^${TYPED_KEY}(?=\\s|$)`, 'i'), '').trim()
  const named = (await Promise.all(world.desks.map((desk) => agentsOf(platforms, desk, world.log)))).flat()
  const ids = named.filter(({ platform }) => platform === at.platform).map(({ id }) => id)
  const had = await store.transaction((unit) => unit.people.whoHadTickets(at)).catch(() => [])
  const known = had.filter((one) => called === '' || isCalled(one.name, called)).map(({ id }) => id)
  return [...new Set([...known, ...ids])].slice(0, MOST_OFFERED)
}

/** What follows the command's own word, where it is this command, and names nobody by their id. */
function saidOfAssigning({ name, words, people = [] }: Commanded): string | undefined {
  if (people.length > 0) return undefined
  if (name === 'assign') return words.trim()
  return name === 'ticket' ? /^\s*assign\s+(\S.*)$/is.exec(words)?.[1] : undefined
}

/** `kim`, `@Berg` and `Kim Be` are all Kim Berg; no word at all is everybody. */
function isCalled(name: string, typed: string): boolean {
  const [called, said] = [name.toLowerCase(), typed.replace(/^@/, '').toLowerCase()]
  return called.startsWith(said) || called.split(/\s+/).includes(said)
}
