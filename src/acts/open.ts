import { type Address, type ThreadMessage, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { defaultPriority, languageFor, routeOf } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import { apply } from '../domain/ticket/apply.ts'
import { samePlace } from '../domain/ticket/move-place.ts'
import { note } from '../domain/ticket/note.ts'
import { open } from '../domain/ticket/open.ts'
import { replyAsRequester } from '../domain/ticket/reply.ts'
import type { Fields, Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, type Content, type Sentence, say } from '../ports/content.ts'
import type { Times } from '../ports/promises.ts'
import { type Owed, type Place, ranks, type Unit } from '../ports/store.ts'
import { writeWhere } from '../ports/thread-where.ts'
import { buttonFor } from './buttons.ts'
import { cardOf } from './card.ts'
import { changeTicket, number } from './change.ts'
import { backAt, policyIdOf } from './promises.ts'
import { hourIn } from './scene.ts'
import { keepWords, type Words } from './speak.ts'
import { judge, timesOf } from './times.ts'
import { afterTopic, needsTopic, topicFor } from './topic.ts'
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
  /** As the requester chose them; the desk's default and none where they did not. */
  priority?: string | undefined
  category?: string | undefined
  fields: Fields
  occurredAt: Date
  /** The words it starts with, in order; the first ones of the conversation. */
  words: Omit<Words, 'ticketId' | 'kind' | 'side'>[]
  /** Where the requester hears of it: an existing thread or chat, or a person's id for their DM. */
  at: Address
  /** A link to the message it was raised from. */
  link?: string | undefined
  /** That message, where it stands in the middle of a thread: what was said before may be brought along. */
  midThread?: ThreadMessage | undefined
  /**
   * An agent asks for somebody else: they are told in their own place that a ticket was opened for them, and nothing
   * else; the agent's words are a note (sla.md S10).
   */
  onBehalf?: boolean | undefined
  /** The ticket it comes from. */
  from?: { key: string; as: 'split' | 'follow-up' } | undefined
}

/** A ticket, with its card in the triage channel and its thread or chat on the requester's side. */
export async function openTicket(unit: Unit, world: World, asking: Asking): Promise<Ticket> {
  const { desk, requester, by } = asking
  const organisation = await unit.organisations.of(requester.id, desk.desk)
  const events = open(desk, {
    id: world.ids.uuid(),
    key: `${desk.prefix}-${asking.number}`,
    by: by.id,
    requesterId: requester.id,
    subject: asking.subject,
    ticketType: asking.ticketType,
    priority: asking.priority,
    category: asking.category,
    fields: asking.fields,
    policy: policyIdOf(desk),
    triage: await quietestGroup(unit, world, asking),
    ...(organisation && { organisation }),
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
  const earlier = await offerEarlier(unit, world, asking, ticket)
  const back = asking.onBehalf ? undefined : await backAt(unit, world, ticket, judged?.policy ?? null)
  await unit.deliveries.owe([
    ...topicFor(desk, ticket, triage),
    await firstCard(unit, world, asking, ticket, times, triage, organisation?.name),
    ...topicFor(desk, ticket, root),
    ...linkBack(world, asking, ticket, triage, earlier),
    firstSentence(world, asking, ticket, root, back, earlier),
  ])
  return withWords(unit, world, asking, ticket, root)
}

/**
 * Of several forum groups the one with the fewest open tickets: a group takes 20 messages a minute over all its topics
 * (platforms.md §B2). Undefined where the desk has no choice, or a route decides.
 */
async function quietestGroup(unit: Unit, world: World, { desk, ticketType: type, ...asked }: Asking) {
  const { triage, channels } = desk
  const groups = channels.telegram?.triage ?? []
  const { category, fields, priority = defaultPriority(desk).id } = asked
  const to = routeOf(desk, { type, priority, category, fields })
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
    topicDeliveryId: needsTopic(world, bare) ? ids.uuid() : null,
  }
  const root = await requesterPlace(unit, world, asking, ticket)
  await unit.tickets.addPlace(triage)
  await unit.tickets.addPlace(root)
  return [triage, root]
}

/**
 * The requester's thread, chat or topic. A topic that is no ticket's yet is one they made for this; words said in
 * another ticket's get one of their own.
 */
async function requesterPlace(unit: Unit, world: World, { at }: Asking, ticket: Ticket): Promise<Place> {
  const { ids } = world
  const place = { ...placeAt(ids.uuid(), ticket, 'requester', at), personId: ticket.requesterId }
  // A thread that is there already (the message it was raised from) needs no root of ours.
  if (!traits[at.platform].topics) return { ...place, rootDeliveryId: at.thread === undefined ? ids.uuid() : null }
  const theirs = at.thread !== undefined && !(await unit.tickets.placeAt(at))
  return {
    ...place,
    thread: theirs ? place.thread : null,
    rootDeliveryId: ids.uuid(),
    topicDeliveryId: theirs || needsTopic(world, place) ? ids.uuid() : null,
  }
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
  organisation: string | undefined,
): Promise<Owed> {
  const people = new Map([asking.requester, asking.by].map((person) => [person.id, person]))
  const card = cardOf(world, asking.desk, ticket, times, people, organisation)
  await unit.buttons.keep(card.buttons)
  return { ...rootOf(world, ticket, place), content: card.content, after: afterTopic(place) }
}

/** A button that brings what was said before in the thread the ticket was raised from. */
async function offerEarlier(unit: Unit, world: World, { midThread, at }: Asking, ticket: Ticket) {
  if (!midThread) return []
  const argument = writeWhere(at.platform, midThread)
  const button = buttonFor(world.ids, { act: 'bring-earlier', ticketId: ticket.id, argument })
  await unit.buttons.keep([button])
  return [[{ kind: 'button' as const, id: button.id, label: say('button-bring-earlier', {}) }]]
}

/** Where it began, for the agents: the first line of their thread. */
function linkBack(
  world: World,
  { desk, link }: Asking,
  ticket: Ticket,
  place: Place,
  earlier: ChoiceContent[][],
): Owed[] {
  const body = [
    ...(link === undefined ? [] : [say('raised-from-message-link', { link })]),
    ...(earlier.length === 0 ? [] : [say('earlier-are-there', {})]),
  ]
  if (body.length === 0) return []
  const content: Content = { language: languageFor(desk, undefined), body, choices: earlier }
  return [{ ...rootOf(world, ticket, place), id: world.ids.uuid(), content, after: place.rootDeliveryId }]
}

function firstSentence(
  world: World,
  asking: Asking,
  ticket: Ticket,
  place: Place,
  back: Date | undefined,
  earlier: ChoiceContent[][],
): Owed {
  const { key, subject } = ticket
  const first = beginning(asking, { key, subject })
  const body: Content['body'] = [first]
  // Words given in a form stand nowhere yet on the requester's side.
  for (const words of asking.words) if (!words.original && !asking.onBehalf) body.push({ text: words.text })
  if (!traits[place.platform].threads) body.push(say('ticket-opened-how-to-follow', { key }))
  // Nobody should wait all night for an answer that nobody is there to give.
  if (back) body.push(say('back-at', { at: hourIn(asking.desk, back) }))
  const language = languageFor(asking.desk, asking.requester.language)
  const content: Content = { language, body, ...(!asking.onBehalf && { choices: earlier }) }
  return { ...rootOf(world, ticket, place), content, after: afterTopic(place) }
}

function beginning({ onBehalf, from }: Asking, { key, subject }: Pick<Ticket, 'key' | 'subject'>): Sentence {
  if (from?.as === 'split') return say('ticket-split-for-you', { key, subject, from: from.key })
  if (from?.as === 'follow-up') return say('ticket-follows', { key, subject, from: from.key })
  return onBehalf ? say('ticket-opened-for-you', { key, subject }) : say('ticket-opened', { key, subject })
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
