import { changeTicket } from '../acts/change.ts'
import { keptButton } from '../acts/kept-button.ts'
import { deskById } from '../acts/world.ts'
import { type Commanded, traits } from '../adapter.ts'
import { mayDo } from '../domain/desk/questions.ts'
import type { Person, PersonId } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { inTurn } from '../domain/ticket/in-turn.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { unwatch, watch } from '../domain/ticket/watch.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import { refuseBlocked } from './admit.ts'
import { byKey, readsAlong } from './by-key.ts'
import { watchedTickets } from './grace.ts'
import { answer, type Hearing, whisper } from './hearing.ts'
import { inviteTo } from './invite.ts'
import { ownChatOf } from './open-for.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { personKnownBy, personNamed } from './whom.ts'

/** What `/ticket watch KEY @somebody …` asks; nobody named: for oneself, or for a link to hand on. */
interface Asked {
  key: string
  whom: readonly string[]
}

/**
 * Brings others into a ticket. Its requester may bring colleagues, agents anybody the desk knows and themselves, where
 * the desk gives them leave; who sees the ticket as one of the requester's organisation, themselves. For all others it
 * is not there.
 */
export async function bringIn(hearing: Hearing<Commanded>, { key, whom }: Asked): Promise<string> {
  const { inbound, person } = hearing
  const { ticket, asAgent } = await byKey(hearing, key, { watchers: true })
  if (whom.length === 0 && (await readsAlong(hearing, ticket))) return already(hearing, ticket, person.name)
  const colleague = whom.length === 0 && !asAgent && ticket.requesterId !== person.id
  if (colleague) return letIn(hearing, ticket, [person], asAgent)
  refuseWithoutLeave(hearing, ticket)
  await refuseBlocked(hearing, ticket.deskId)
  // Who is in a Telegram chat cannot be named there (platforms.md §B1): a link is handed on instead.
  if (whom.length === 0 && !traits[inbound.at.platform].modals) return inviteTo(hearing, ticket)
  if (whom.length === 0 && !asAgent) return answer(hearing, say('watch-whom', { key: ticket.key }), 'watch-whom')
  const people: Person[] = whom.length === 0 ? [person] : []
  for (const one of whom) people.push(await meant(hearing, ticket, one))
  return letIn(hearing, ticket, people, asAgent)
}

/** Those of these people who are not there yet. */
export async function letIn(hearing: Hearing, ticket: Ticket, people: readonly Person[], asAgent: boolean) {
  const { unit, inbound, person } = hearing
  const fresh: Person[] = []
  for (const one of people) {
    if (ticket.requesterId !== one.id && !(await readsAlong({ unit, person: one }, ticket))) fresh.push(one)
  }
  if (fresh.length === 0) return already(hearing, ticket, people.map(({ name }) => name).join(', '))
  for (const one of fresh) {
    await refuseBlockedWatcher(hearing, ticket, one)
    await ownChatOf(hearing, one)
  }
  // Somebody whose organisation had let them in, and who was out of it meanwhile, comes anew.
  const steps = fresh.flatMap(({ id }) => [
    (now: Readonly<Ticket>) => unwatch(now, person.id, id),
    (now: Readonly<Ticket>) => watch(now, person.id, id),
  ])
  await changeTicket(unit, hearing.world, ticket.id, (now) => inTurn(now, unit.now, steps), {
    occurredAt: inbound.occurredAt,
  })
  // In a chat of their own the requester is told by the ticket itself.
  if (!asAgent && !traits[inbound.at.platform].modals) return 'brought-in'
  const names = fresh.map(({ name }) => name).join(', ')
  return answer(hearing, say('watch-done', { key: ticket.key, names }), 'brought-in')
}

/** Takes somebody out, or oneself; its requester and agents who name nobody see who is there, with a button for each. */
export async function takeOut(hearing: Hearing<Commanded>, { key, whom }: Asked): Promise<string> {
  const { ticket } = await byKey(hearing, key, { watchers: true })
  const { person } = hearing
  if (whom.length === 0 && ticket.watchers.includes(person.id)) return end(hearing, ticket, person.id)
  const people: PersonId[] = []
  for (const one of whom) people.push((await known(hearing, one)).id)
  if (people.some((id) => id !== person.id) || people.length === 0) refuseWithoutLeave(hearing, ticket)
  if (people.length === 0) return tellWatchers(hearing, ticket)
  const theirs = people.filter((id) => ticket.watchers.includes(id))
  if (theirs.length === 0) return answer(hearing, say('watched-not-by-them', { key: ticket.key }), 'nobody-there')
  for (const id of theirs) await change(hearing, ticket, id)
  return traits[hearing.inbound.at.platform].modals
    ? answer(hearing, say('unwatch-done', { key: ticket.key }), 'taken-out')
    : 'taken-out'
}

/** Who left altogether reads along nowhere any more. */
export async function leaveAll(hearing: Hearing, occurredAt: Date): Promise<number> {
  const { unit, world, person } = hearing
  const watched = await watchedTickets(hearing, person)
  for (const { id } of watched) {
    await changeTicket(unit, world, id, (now) => unwatch(now, person.id, person.id), { occurredAt })
  }
  return watched.length
}

/** @throws Refusal `not-allowed` for who may not bring in or take out others: the desk file's word */
export function refuseWithoutLeave({ world, person, standing }: Hearing, ticket: Ticket): void {
  const desk = deskById(world, ticket.deskId)
  const isTheirs = ticket.requesterId === person.id || isAgentOf(desk, standing)
  if (!isTheirs || !mayDo(desk, actorOf(desk, person, standing).roles, 'watch')) throw new Refusal('not-allowed')
}

/** @throws Refusal for somebody who may not be heard here */
async function refuseBlockedWatcher({ unit }: Hearing, { deskId, key }: Ticket, { id }: Person): Promise<void> {
  if (await unit.blocks.of(id, deskId)) throw new Refusal('watcher-is-blocked', { key })
}

/** Whom they mean, of those they may bring in. */
async function meant(hearing: Hearing, ticket: Ticket, whom: string): Promise<Person> {
  const { world, standing, others } = hearing
  if (isAgentOf(deskById(world, ticket.deskId), standing)) return known(hearing, whom)
  // Of another company, and what is no person, is nobody's colleague here; nor is anybody here theirs.
  if (standing.kind !== 'member' || others.get(whom)?.kind !== 'member') throw new Refusal('only-colleagues')
  return personNamed(hearing, whom)
}

async function known(hearing: Hearing, whom: string): Promise<Person> {
  if (hearing.others.has(whom)) return personNamed(hearing, whom)
  const person = await personKnownBy(hearing, whom)
  if (!person) throw new Refusal('no-such-requester')
  return person
}

async function tellWatchers(hearing: Hearing<Commanded>, { id, key, watchers }: Ticket): Promise<string> {
  if (watchers.length === 0) return answer(hearing, say('watched-by-nobody', { key }), 'nobody-there')
  const people = await hearing.unit.people.byIds(watchers)
  const choices: ChoiceContent[][] = []
  for (const who of watchers) {
    const label = say('button-take-out', { name: people.get(who)?.name ?? '' })
    choices.push([await keptButton(hearing, { act: 'unwatch', ticketId: id, argument: who }, label)])
  }
  await hearing.unit.deliveries.owe([whisper(hearing, [say('watched-by', { key })], choices)])
  return 'watchers-told'
}

async function end(hearing: Hearing<Commanded>, ticket: Ticket, person: PersonId): Promise<string> {
  await change(hearing, ticket, person)
  return traits[hearing.inbound.at.platform].modals
    ? answer(hearing, say('watching-over', { key: ticket.key }), 'left-ticket')
    : 'left-ticket'
}

async function change({ unit, world, person, inbound }: Hearing, { id }: Ticket, who: PersonId): Promise<void> {
  await changeTicket(unit, world, id, (now) => unwatch(now, person.id, who), { occurredAt: inbound.occurredAt })
}

function already(hearing: Hearing, { key }: Ticket, names: string): Promise<string> {
  return answer(hearing, say('watch-already', { key, names }), 'follows-already')
}
