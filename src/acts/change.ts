import type { Desk } from '../domain/desk/desk.ts'
import { triageChannels } from '../domain/desk/questions.ts'
import type { PersonId } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { apply } from '../domain/ticket/apply.ts'
import type { RecordedEvent, TicketEvent } from '../domain/ticket/events.ts'
import { followLinked } from '../domain/ticket/link.ts'
import type { Message } from '../domain/ticket/message.ts'
import { followChannel, samePlace } from '../domain/ticket/move-place.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Times } from '../ports/promises.ts'
import type { Unit } from '../ports/store.ts'
import { traced } from '../ports/tracing.ts'
import { cardEdits, namedOnCard } from './edit-cards.ts'
import { pinPolicies } from './pin-policy.ts'
import type { Scene } from './scene.ts'
import { settlePlaces } from './settle-places.ts'
import { tell } from './tell.ts'
import { tellClosing } from './tell-closing.ts'
import { judge, timesOf } from './times.ts'
import { topicEdits } from './topic.ts'
import { addressOf, deskById, type World } from './world.ts'

/** What a change is about, besides the ticket itself. */
export interface Occasion {
  /** The platform's own time of what was said or pressed (sla.md S1). */
  occurredAt: Date
  /** The messages the decided events name, as they read now. */
  messages?: readonly Message[]
  /** The place where it was said: it needs no copy there. */
  origin?: string | undefined
  /** The topic that somebody closed or opened with their own hands: it is so already. */
  turned?: { place: string; closed: boolean } | undefined
}

/**
 * The one place a ticket changes: load → decide → apply → record → owe, in the caller's transaction (design.md §1).
 * A lost race throws `LostRace`, and the transaction runs again from the start. Returns the ticket as it stands after.
 */
export function changeTicket(
  unit: Unit,
  world: World,
  ticketId: string,
  decide: Decide,
  occasion: Occasion,
): Promise<Ticket> {
  return traced('change-ticket', {}, async (note) => {
    const after = await change(unit, world, ticketId, decide, occasion)
    note({ desk: after.deskId, stage: after.stage })
    return after
  })
}

type Decide = (ticket: Readonly<Ticket>, desk: Desk, times: Readonly<Times>) => TicketEvent[]

async function change(unit: Unit, world: World, ticketId: string, decide: Decide, occasion: Occasion): Promise<Ticket> {
  const standing = await unit.tickets.standing(ticketId)
  if (!standing) throw new Refusal('ticket-not-found', { key: '' })
  const stored = standing.ticket
  const followed = await channelNow(unit, world, stored)
  const numbered = (events: readonly TicketEvent[]) => number(events, stored.version, occasion.occurredAt, unit.now)
  // What happens to it happens where its channel is now: by the old id it would seem to move.
  const before = numbered(followed).reduce<Ticket>(apply, stored)
  const decided = decide(before, deskById(world, before.deskId), standing.times)
  if (decided.length === 0) return stored

  const pinned = await pinPolicies(unit, world, before, standing.times.judged, decided)
  const happened = numbered([...followed, ...pinned])
  const { judged, retracted } = await judge(unit, world, standing, happened)
  const recorded = [...happened, ...retracted]
  const events = recorded.map(({ event }) => event)
  const after = recorded.reduce<Ticket>(apply, stored)
  const times = await timesOf(unit, world, after, judged)
  await unit.tickets.update(after, times, stored.version)
  await unit.tickets.record(ticketId, recorded)

  const there = await sceneOf(
    unit,
    world,
    { ticket: before, times: standing.times },
    { ticket: after, times },
    events,
    occasion,
  )
  const { scene, owed } = await settlePlaces(there)
  for (const event of events) owed.push(...(await tell(scene, event)))
  owed.push(...tellClosing(scene, events))
  owed.push(...(await cardEdits(scene, there.places)), ...topicEdits(scene, there.places, occasion.turned))
  await unit.deliveries.owe(owed)
  if (standsDifferently(before, after)) await tellLinked(unit, world, after)
  return after
}

/**
 * A Telegram group that became a supergroup has another id (platforms.md §B2), by which the desk knows it as soon as it
 * is told (`followMovedChats`): only a channel that the desk does not know is asked about.
 */
async function channelNow(unit: Unit, world: World, ticket: Ticket): Promise<TicketEvent[]> {
  const { triage } = ticket
  if (triageChannels(deskById(world, ticket.deskId)).some((channel) => samePlace(channel, triage))) return []
  const at = addressOf(world, triage)
  return at ? followChannel(ticket, await unit.deliveries.movesOf(at)) : []
}

/** Is what linked tickets show of it another thing now? */
function standsDifferently(before: Ticket, after: Ticket): boolean {
  const shut = (ticket: Ticket) => ticket.privateTo !== null
  return before.status !== after.status || before.deskId !== after.deskId || shut(before) !== shut(after)
}

/** The cards of the tickets it has to do with show how it stands: each is a change of that ticket, and meets its own races. */
async function tellLinked(unit: Unit, world: World, ticket: Ticket): Promise<void> {
  for (const { id, deskId } of ticket.links) {
    // A desk that is in no file any more changes nothing.
    if (!world.desks.some(({ desk }) => desk === deskId)) continue
    await changeTicket(unit, world, id, (now) => followLinked(now, ticket), { occurredAt: unit.now })
  }
}

/** So long after it was said a word still counts from when it was said: Telegram hands over no older backlog (sla.md S1). */
const BACKLOG_MS = 24 * 3_600_000

/** Events as they are kept: numbered on from `version`, with both times (sla.md S1). */
export function number(events: readonly TicketEvent[], version: number, said: Date, receivedAt: Date): RecordedEvent[] {
  const occurredAt = new Date(
    Math.min(Math.max(said.getTime(), receivedAt.getTime() - BACKLOG_MS), receivedAt.getTime()),
  )
  return events.map((event, index) => ({ sequence: version + 1 + index, occurredAt, receivedAt, event }))
}

async function sceneOf(
  unit: Unit,
  world: World,
  { ticket: before, times: timesBefore }: { ticket: Ticket; times: Times },
  { ticket: after, times }: { ticket: Ticket; times: Times },
  events: readonly TicketEvent[],
  occasion: Occasion,
): Promise<Scene> {
  const messages = occasion.messages ?? []
  const answered = await answeredBy(unit, messages)
  return {
    unit,
    world,
    desk: deskById(world, after.deskId),
    before,
    after,
    timesBefore,
    times,
    places: await unit.tickets.places(after.id),
    people: await unit.people.byIds([...named(before, after, events, [...messages, ...answered.values()])]),
    organisation:
      after.organisationId === null ? undefined : (await unit.organisations.byId(after.organisationId))?.name,
    messages: new Map(messages.map((message) => [message.id, message])),
    answered,
    origin: occasion.origin,
  }
}

async function answeredBy(unit: Unit, messages: readonly Message[]): Promise<ReadonlyMap<string, Message>> {
  const found = new Map<string, Message>()
  for (const { answers } of messages) {
    const message = answers === null ? undefined : await unit.messages.byId(answers)
    if (message && !message.deletedAt) found.set(message.id, message)
  }
  return found
}

/** Everybody whose name may be said. */
function named(
  before: Ticket,
  after: Ticket,
  events: readonly TicketEvent[],
  messages: readonly Message[],
): Set<PersonId> {
  const ids = [
    ...namedOnCard(before),
    ...namedOnCard(after),
    ...events.map((event) => event.by),
    ...messages.map((message) => message.authorId),
  ]
  return new Set(ids.filter((id) => id !== null))
}
