import { changeTicket } from '../../acts/change.ts'
import { deskById } from '../../acts/world.ts'
import type { Answers, Submitted } from '../../adapter.ts'
import type { Desk } from '../../domain/desk/desk.ts'
import { mayDo, triageChannels } from '../../domain/desk/questions.ts'
import type { Actor, Person, PersonId } from '../../domain/person.ts'
import { Refusal } from '../../domain/refusal.ts'
import { blockRequester, unblockRequester } from '../../domain/ticket/block.ts'
import { changeRequester } from '../../domain/ticket/change-requester.ts'
import { categorise, changePlan, retype } from '../../domain/ticket/classify.ts'
import { refuseOutsiders } from '../../domain/ticket/enter.ts'
import type { TicketEvent } from '../../domain/ticket/events.ts'
import { inTurn } from '../../domain/ticket/in-turn.ts'
import { chosenKinds } from '../../domain/ticket/link.ts'
import { followRouting, moveChannel, moveDesk } from '../../domain/ticket/move-place.ts'
import { rename } from '../../domain/ticket/rename.ts'
import { shareWith } from '../../domain/ticket/share.ts'
import { snooze, wake } from '../../domain/ticket/snooze.ts'
import { retag, tagsIn } from '../../domain/ticket/tag.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { type Hearing, meetOther } from '../hearing.ts'
import { linkBoth } from '../relate/link.ts'
import { actorOf, isAgentOf } from '../standing.ts'
import { personKnownBy, personNamed } from '../whom.ts'
import { workedOn } from '../worked-on.ts'
import { changedIn, type Particular } from './prints.ts'
import { channelId, leave } from './shown.ts'
import { snoozeUntil } from './snooze-until.ts'

type Changed = ReturnType<typeof changedIn>
type Step = (now: Readonly<Ticket>) => TicketEvent[]

/** The form sent in: what the agent changed, and only that, each as an event of its own. */
export async function submitEdit(hearing: Hearing<Submitted>, ticket: Ticket): Promise<string> {
  const { unit, world, inbound, person, standing } = hearing
  const desk = deskById(world, ticket.deskId)
  const by = actorOf(desk, person, standing)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  refuseOutsiders(ticket, desk, by)
  const changed = changedIn(world.ids, inbound.answers)
  for (const name of changed.keys()) if (!mayDo(desk, by.roles, leave[name])) throw new Refusal('not-allowed')
  const requester = await newRequester(hearing, changed)
  const people = changed.has('private-to') ? await agentsChosen(hearing, desk, ticket, changed) : undefined
  const steps = await stepsOf(hearing, desk, by, changed, { requester, people })
  const after = await changeTicket(unit, world, ticket.id, (now) => inTurn(now, inbound.occurredAt, steps(now)), {
    occurredAt: inbound.occurredAt,
  })
  await linkChosen(hearing, ticket, changed)
  if (changed.has('blocked')) {
    const blocked = nowIn(changed, 'blocked') === 'yes'
    // On the desk the form was of: whether they may block is known there alone, and the ticket may have left it by now.
    if (blocked) await unit.blocks.set(after.requesterId, desk.desk, by.id)
    else await unit.blocks.lift(after.requesterId, desk.desk)
  }
  return after.version === ticket.version ? 'unchanged' : 'edited'
}

async function stepsOf(
  hearing: Hearing<Submitted>,
  desk: Desk,
  by: Actor,
  changed: Changed,
  { requester, people }: { requester: Person | undefined; people: PersonId[] | undefined },
): Promise<(before: Readonly<Ticket>) => Step[]> {
  const { unit, world, inbound, standing } = hearing
  const to = changed.has('desk') ? deskById(world, nowIn(changed, 'desk')) : desk
  const organisation = requester && (await unit.organisations.of(requester.id, to.desk))
  const { type, category } = inbound.answers
  // Among the other desk's own: the form was drawn again for it.
  const chosen = {
    takesAlong: isAgentOf(to, standing),
    type: firstOf(type),
    category: firstOf(category),
    workThere: to === desk ? [] : await agentsAmong(hearing, to),
  }
  return (before) => [
    (now) => (changed.has('subject') ? rename(now, by.id, nowIn(changed, 'subject')) : []),
    // Before it is said where it belongs: routes may name tags.
    (now) => (changed.has('tags') ? retag(now, by.id, tagsIn(nowIn(changed, 'tags'))) : []),
    // Before it moves: with whom it is shared decides whether it may.
    (now) => (people ? shareWith(now, by, people) : []),
    ...(to === desk
      ? within(before, desk, by, changed)
      : [(now: Readonly<Ticket>) => moveDesk(now, to, by.id, chosen)]),
    (now) => (requester ? changeRequester(now, to, by.id, requester.id, organisation) : []),
    (now) => snoozeStep(now, to, by, changed, inbound.answers, unit.now),
    (now) => {
      if (!changed.has('blocked')) return []
      return nowIn(changed, 'blocked') === 'yes' ? blockRequester(now, by.id) : unblockRequester(now, by.id)
    },
  ]
}

/** What it is on its own desk, and then where it belongs. */
function within(before: Readonly<Ticket>, desk: Desk, by: Actor, changed: Changed): Step[] {
  const category = nowIn(changed, 'category')
  return [
    (now) => (changed.has('type') ? retype(now, desk, by.id, nowIn(changed, 'type')) : []),
    (now) => (changed.has('category') ? categorise(now, desk, by.id, category === '' ? null : category) : []),
    (now) => (changed.has('plan') ? changePlan(now, desk, by.id, nowIn(changed, 'plan')) : []),
    (now) => channelStep(before, now, desk, by, changed),
  ]
}

function firstOf(answer: string | string[] | undefined): string | undefined {
  return [answer ?? []].flat()[0]
}

/** The channel chosen, else the one the routing names for what the ticket is now. */
function channelStep(before: Readonly<Ticket>, now: Readonly<Ticket>, desk: Desk, by: Actor, changed: Changed) {
  if (!changed.has('channel')) return followRouting(before, now, desk, by.id)
  const chosen = triageChannels(desk).find((place) => channelId(place) === nowIn(changed, 'channel'))
  if (!chosen) throw new Refusal('no-such-channel')
  return moveChannel(now, desk, by.id, chosen)
}

function snoozeStep(
  ticket: Readonly<Ticket>,
  desk: Desk,
  by: Actor,
  changed: Changed,
  answers: Answers,
  now: Date,
): TicketEvent[] {
  if (!changed.has('snooze-date') && !changed.has('snooze-time')) return []
  const until = snoozeUntil(answers, desk.zone)
  if (until === 'no-date' || until === 'no-time') throw new Refusal('answers-incomplete')
  return until === 'none' ? wake(ticket, by.id, 'agent') : snooze(ticket, by.id, until, now)
}

/** The ticket named in the form, if one is. */
async function linkChosen(hearing: Hearing<Submitted>, ticket: Ticket, changed: Changed): Promise<void> {
  const key = nowIn(changed, 'link-to').trim()
  if (key === '') return
  const chosen = firstOf(hearing.inbound.answers['link-kind'])
  const kind = chosenKinds.find((one) => one === chosen) ?? 'related'
  const now = await hearing.unit.tickets.byId(ticket.id)
  await linkBoth(hearing, now ?? ticket, kind, await workedOn(hearing, key, 'link'))
}

/** The person chosen in the list, else the one the other field names. */
async function newRequester(hearing: Hearing<Submitted>, changed: Changed): Promise<Person | undefined> {
  const chosen = nowIn(changed, 'requester').trim()
  if (chosen !== '') return personNamed(hearing, chosen)
  const other = nowIn(changed, 'requester-other').trim()
  if (other === '') return undefined
  const known = await personKnownBy(hearing, other)
  if (!known) throw new Refusal('no-such-requester')
  return known
}

/** Who is inside may stay, also as no agent of the desk any more: it is no use to them. */
async function agentsChosen(
  hearing: Hearing<Submitted>,
  desk: Desk,
  { privateTo }: Readonly<Ticket>,
  changed: Changed,
): Promise<PersonId[]> {
  const people: PersonId[] = []
  for (const id of [changed.get('private-to') ?? []].flat().filter((one) => one !== '')) {
    const other = await meetOther(hearing, id)
    const mayBe = other && (isAgentOf(desk, other.standing) || privateTo?.includes(other.person.id))
    if (!other || !mayBe) throw new Refusal('no-such-person')
    people.push(other.person.id)
  }
  return people
}

/** Those whom the form is about, and who sent it, as far as they work on this desk. */
async function agentsAmong({ unit, person, standing, others }: Hearing, desk: Desk): Promise<PersonId[]> {
  const agents = [...others.values()].filter((other) => isAgentOf(desk, other))
  const met = await Promise.all(agents.map(({ address }) => unit.people.at(address)))
  return [...(isAgentOf(desk, standing) ? [person.id] : []), ...met.flatMap((one) => (one ? [one.id] : []))]
}

function nowIn(changed: Changed, name: Particular): string {
  return [changed.get(name) ?? ''].flat().join(',')
}
