import { type Address, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { defaultPriority, languageFor, routeOf } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import { apply } from '../domain/ticket/apply.ts'
import { samePlace } from '../domain/ticket/move-place.ts'
import { note } from '../domain/ticket/note.ts'
import { open } from '../domain/ticket/open.ts'
import { replyAsRequester } from '../domain/ticket/reply.ts'
import type { Fields, Ticket } from '../domain/ticket/ticket.ts'
import { type Content, say } from '../ports/content.ts'
import type { Times } from '../ports/promises.ts'
import { type Owed, type Place, ranks, type Unit } from '../ports/store.ts'
import { cardOf } from './card.ts'
import { changeTicket, number } from './change.ts'
import { backAt, policyIdOf } from './promises.ts'
import { hourIn } from './scene.ts'
import { keepWords, type Words } from './speak.ts'
import { judge, timesOf } from './times.ts'
import { needsTopic, topicFor } from './topic.ts'
import { addressOf, type World } from './world.ts'

/** Somebody asks. */
export interface Asking {
  desk: Desk
  /** A number nobody else has (`Store.nextNumber`). */
  number: number
  requester: Person
  by: Person
  subject: string
  ticketType: string
  fields: Fields
  occurredAt: Date
  /** The words it starts with, in order; the first ones of the conversation. */
  words: Omit<Words, 'ticketId' | 'kind' | 'side'>[]
  /** Where the requester hears of it: an existing thread or chat, or a person's id for their DM. */
  at: Address
  /** A link to the message it was raised from. */
  link?: string | undefined
  /**
   * An agent asks for somebody else: they are told in their own place that a ticket was opened for them, and nothing
   * else; the agent's words are a note (sla.md S10).
   */
  onBehalf?: boolean | undefined
}

/** A ticket, with its card in the triage channel and its thread or chat on the requester's side. */
export async function openTicket(unit: Unit, world: World, asking: Asking): Promise<Ticket> {
  const { desk, requester, by } = asking
  const organisation = await unit.people.organisationOf(requester.id)
  const events = open(desk, {
    id: world.ids.uuid(),
    key: `${desk.prefix}-${asking.number}`,
    by: by.id,
    requesterId: requester.id,
    subject: asking.subject,
    ticketType: asking.ticketType,
    fields: asking.fields,
    policy: policyIdOf(desk),
    triage: await quietestGroup(unit, world, asking),
    ...(organisation && { organisation: { id: organisation.id, plan: organisation.plan ?? desk.defaultPlan } }),
  })
  const recorded = number(events, 0, asking.occurredAt, unit.now)
  const ticket = recorded.reduce<Ticket | undefined>(apply, undefined)
  if (!ticket) throw new Error('opening made no ticket')
  const { judged } = await judge(unit, world, undefined, recorded)
  const times = await timesOf(unit, world, ticket, judged)
  await unit.tickets.insert(ticket, times)
  await unit.tickets.record(ticket.id, recorded)

  const [triage, root] = await places(unit, world, asking, ticket)
  // Where an agent asks for somebody, somebody is there.
  const back = asking.onBehalf ? undefined : await backAt(unit, world, ticket, judged?.policy ?? null)
  await unit.deliveries.owe([
    ...topicFor(desk, ticket, triage),
    await firstCard(unit, world, asking, ticket, times, triage),
    ...linkBack(world, asking, ticket, triage),
    firstSentence(world, asking, ticket, root, back),
  ])
  return withWords(unit, world, asking, ticket, root)
}

/**
 * Of several forum groups the one with the fewest open tickets: a group takes 20 messages a minute over all its topics
 * (platforms.md §B2). Undefined where the desk has no choice, or a route decides.
 */
async function quietestGroup(unit: Unit, world: World, { desk, ticketType: type, fields }: Asking) {
  const { triage, channels } = desk
  const groups = channels.telegram?.triage ?? []
  const to = routeOf(desk, { type, priority: defaultPriority(desk).id, fields })
  const account = world.accountOf('telegram')
  if (groups.length < 2 || !samePlace(triage, to) || !groups.includes(to.chat) || account === undefined)
    return undefined
  const open = await unit.tickets.openIn({ platform: 'telegram', account }, groups)
  const [quietest = to.chat] = groups.toSorted((one, other) => (open.get(one) ?? 0) - (open.get(other) ?? 0))
  return { platform: 'telegram' as const, chat: quietest }
}

async function places(unit: Unit, world: World, asking: Asking, ticket: Ticket): Promise<[Place, Place]> {
  const to = addressOf(world, ticket.triage)
  if (!to) throw new Error(`desk ${asking.desk.desk} routes to a platform that does not run`)
  const { ids } = world
  const bare = placeAt(ids.uuid(), ticket, 'triage', to)
  const triage: Place = {
    ...bare,
    rootDeliveryId: ids.uuid(),
    topicDeliveryId: needsTopic(bare) ? ids.uuid() : null,
  }
  const { at } = asking
  const root: Place = {
    ...placeAt(ids.uuid(), ticket, 'requester', at),
    personId: ticket.requesterId,
    // A thread that is there already (the message it was raised from) needs no root of ours.
    rootDeliveryId: at.thread === undefined ? ids.uuid() : null,
  }
  await unit.tickets.addPlace(triage)
  await unit.tickets.addPlace(root)
  return [triage, root]
}

function placeAt(id: string, ticket: Ticket, side: Place['side'], at: Address): Place {
  const { platform, account, chat, thread } = at
  return {
    id,
    ticketId: ticket.id,
    side,
    platform,
    account,
    chat,
    thread: thread ?? null,
    rootDeliveryId: null,
    personId: null,
    open: true,
  }
}

async function firstCard(
  unit: Unit,
  world: World,
  asking: Asking,
  ticket: Ticket,
  times: Times,
  place: Place,
): Promise<Owed> {
  const people = new Map([asking.requester, asking.by].map((person) => [person.id, person]))
  const card = cardOf(world, asking.desk, ticket, times, people)
  await unit.buttons.keep(card.buttons)
  return { ...rootOf(world, ticket, place), content: card.content, after: place.topicDeliveryId ?? null }
}

/** Where it began, for the agents: the first line of their thread. */
function linkBack(world: World, { desk, link }: Asking, ticket: Ticket, place: Place): Owed[] {
  if (link === undefined) return []
  const content: Content = { language: languageFor(desk, undefined), body: [say('raised-from-message-link', { link })] }
  return [{ ...rootOf(world, ticket, place), id: world.ids.uuid(), content, after: place.rootDeliveryId }]
}

function firstSentence(world: World, asking: Asking, ticket: Ticket, place: Place, back: Date | undefined): Owed {
  const { key, subject } = ticket
  const first = asking.onBehalf
    ? say('ticket-opened-for-you', { key, subject })
    : say('ticket-opened', { key, subject })
  const body: Content['body'] = [first]
  // Words given in a form stand nowhere yet on the requester's side.
  for (const words of asking.words) if (!words.original && !asking.onBehalf) body.push({ text: words.text })
  if (!traits[place.platform].threads) body.push(say('ticket-opened-how-to-follow', { key }))
  // Nobody should wait all night for an answer that nobody is there to give.
  if (back) body.push(say('back-at', { at: hourIn(asking.desk, back) }))
  const language = languageFor(asking.desk, asking.requester.language)
  return { ...rootOf(world, ticket, place), content: { language, body } }
}

/** The first card or topic of a ticket ranks as human words (design.md §8): everything else in the thread waits for it. */
function rootOf(world: World, ticket: Ticket, place: Place): Omit<Owed, 'content'> {
  return {
    id: place.rootDeliveryId ?? world.ids.uuid(),
    ticketId: ticket.id,
    placeId: place.id,
    to: { platform: place.platform, account: place.account, chat: place.chat, thread: place.thread ?? undefined },
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
  }
}

async function withWords(unit: Unit, world: World, asking: Asking, ticket: Ticket, root: Place): Promise<Ticket> {
  let now = ticket
  for (const words of asking.words) {
    const internal = asking.onBehalf === true && words.authorId !== asking.requester.id
    const message = await keepWords(unit, world, {
      ...words,
      ticketId: ticket.id,
      kind: internal ? 'note' : 'message',
      side: internal ? 'agent' : 'requester',
    })
    now = await changeTicket(
      unit,
      world,
      ticket.id,
      (current, desk) =>
        internal
          ? note(current, words.authorId, message.id)
          : replyAsRequester(current, desk, words.authorId, message.id),
      { occurredAt: words.occurredAt, messages: [message], origin: root.id },
    )
  }
  return now
}
