import { sameChat, traits } from '../adapter.ts'
import { categoryOf, label, priorityOf, statusOf, typeOf } from '../domain/desk/questions.ts'
import type { TicketEvent, TicketEventType } from '../domain/ticket/events.ts'
import type { Message } from '../domain/ticket/message.ts'
import { samePlace } from '../domain/ticket/move-place.ts'
import { type ChoiceContent, type Sentence, say } from '../ports/content.ts'
import { type Owed, type Place, ranks } from '../ports/store.ts'
import { buttonFor } from './buttons.ts'
import { wordsChanged } from './change-shown.ts'
import { isRequesters, toRequester, toThreads, toTriage, toWatchers } from './in-places.ts'
import { copyIn, followEdit, sentenceIn, takeBack } from './owe.ts'
import { addressAt, afterRoot, hourAt, nameOf, type Scene } from './scene.ts'
import { rootOf } from './settle-places.ts'
import { tellDeletion, tellLateEdit } from './tell-edit.ts'
import { tellField } from './tell-field.ts'
import { ratingTells } from './tell-rating.ts'
import { relationTells } from './tell-relations.ts'
import { tellSilence, timeTells } from './tell-time.ts'
import { tellWatcher, tellWatcherGone } from './tell-watch.ts'

/** Who hears what, for every kind of event (design.md §3): a new event does not compile until it is said here. */
const tells: {
  [T in TicketEventType]: (scene: Scene, event: Extract<TicketEvent, { type: T }>) => Owed[] | Promise<Owed[]>
} = {
  // The first posts of a ticket make its places and are owed by `openTicket`.
  TicketOpened: () => [],
  RequesterReplied: (scene, event) => copies(scene, event.message, everywhere),
  AgentReplied: (scene, event) => copies(scene, event.message, everywhere),
  NoteAdded: (scene, event) => copies(scene, event.message, triage),
  NoteSent: async (scene, event) => {
    // Said on the requester's side itself it stands there already.
    const originals = (await scene.unit.messages.twinsOf(event.message)).filter(({ role }) => role === 'original')
    const there = (place: Place) => originals.some((twin) => sameChat(twin, place))
    return copies(scene, event.message, (place) => requesters(place) && !there(place))
  },
  EarlierBrought: (scene, { by, messages }) => [
    ...toTriage(scene, say('earlier-brought', { by: nameOf(scene, by), count: messages.length })).map(giveWay),
    ...messages.flatMap((id) => copies(scene, id, triage)).map(giveWay),
  ],
  ReplyWithdrawn: (scene, event) => takeBack(scene, messageOf(scene, event.message), requesters),
  MessageEdited: async (scene, event) => {
    const message = messageOf(scene, event.message)
    const changed = await wordsChanged(scene, message)
    return [...(await followEdit(scene, message, changed)), ...tellLateEdit(scene, message, changed)]
  },
  MessageDeleted: async (scene, event) => {
    const message = messageOf(scene, event.message)
    return [...(await takeBack(scene, message, everywhere)), ...(await tellDeletion(scene, message))]
  },
  TicketAssigned: (scene, event) => {
    if (event.by === null) return toTriage(scene, say('assigned-by-turn', { name: nameOf(scene, event.to) }))
    const [by, to] = [nameOf(scene, event.by), nameOf(scene, event.to)]
    return toTriage(scene, event.by === event.to ? say('taken', { name: to }) : say('assigned', { name: to, by }))
  },
  TicketUnassigned: (scene, event) =>
    toTriage(
      scene,
      event.because === 'left' ? say('unassigned-left', { name: nameOf(scene, event.from) }) : say('unassigned', {}),
    ),
  PriorityChanged: (scene, event) => {
    const priority = priorityOf(scene.desk, event.to)
    const shown = priority ? label(priority.label, ownLanguage(scene), scene.desk) : event.to
    return toTriage(scene, say('priority-changed', { priority: shown, by: nameOf(scene, event.by) }))
  },
  StatusMoved: (scene, event) => {
    // The desk's automatic moves show on the card; a sentence for each would bury the conversation.
    if (event.cause !== 'chosen') return []
    const status = statusOf(scene.desk, event.status)
    const shown = status ? label(status.label, ownLanguage(scene), scene.desk) : event.status
    return toTriage(scene, say('status-changed', { status: shown, by: nameOf(scene, event.by) }))
  },
  TicketResolved: async (scene, event) => {
    if (event.by === null) return tellSilence(scene, event)
    const { key } = scene.after
    const name = nameOf(scene, event.by)
    const own = event.resolution === 'by-requester'
    const inTriage = own ? say('resolved-by-requester', { name }) : say('resolved-by', { by: name })
    const byThem = event.by === scene.after.requesterId
    const theirs = byThem ? say('resolved-by-yourself', { key }) : say('resolved-by-colleague', { key, name })
    const told = own ? theirs : say('resolved-for-requester', { key })
    const again = await button(scene, 'still-need-help', say('button-still-need-help', {}))
    // A closing notice that comes twice reads like two: when nobody can say, it is shown as unclear (design.md §8).
    const others = toWatchers(
      scene,
      own ? say('resolved-for-watcher', { key, name }) : say('resolved-for-requester', { key }),
    )
    const closing = [...toRequester(scene, told, [[again]]), ...others]
    return [...toTriage(scene, inTriage), ...closing.map((owed): Owed => ({ ...owed, class: 'must-not-double' }))]
  },
  TicketReopened: async (scene, event) => {
    const { key } = scene.after
    const told = toTriage(scene, say('reopened-by', { by: nameOf(scene, event.by) }))
    const again = say('reopened-for-requester', { key })
    return [...told, ...toRequester(scene, again, await newQuestion(scene, event)), ...toWatchers(scene, again)]
  },
  SubjectChanged: (scene, { by, to }) =>
    toTriage(scene, say('subject-changed', { by: nameOf(scene, by), subject: to })),
  TypeChanged: (scene, { by, to }) => {
    const type = typeOf(scene.desk, to)
    const shown = type ? label(type.label, ownLanguage(scene), scene.desk) : to
    return toTriage(scene, say('type-changed', { by: nameOf(scene, by), type: shown }))
  },
  CategorySet: (scene, { by, to }) => {
    if (to === null) return toTriage(scene, say('category-cleared', { by: nameOf(scene, by) }))
    const category = categoryOf(scene.desk, to)
    const shown = category ? label(category.label, ownLanguage(scene), scene.desk) : to
    return toTriage(scene, say('category-set', { by: nameOf(scene, by), category: shown }))
  },
  FieldChanged: (scene, event) => tellField(scene, event),
  RequesterChanged: (scene, { by, to }) =>
    toTriage(scene, say('requester-changed', { by: nameOf(scene, by), name: nameOf(scene, to) })),
  DeskMoved: (scene, { by, from }) => [
    ...leftBehind(scene, by),
    ...toTriage(scene, say('desk-moved', { by: nameOf(scene, by), desk: deskName(scene, from) })),
  ],
  ChannelMoved: (scene, { by }) => [
    ...leftBehind(scene, by),
    ...toTriage(scene, say('channel-moved', { by: nameOf(scene, by) })),
  ],
  // The topic it is made anew in says so.
  ChannelRenumbered: () => [],
  Snoozed: (scene, { by, until }) => {
    return toTriage(scene, say('snoozed-until', { by: nameOf(scene, by), until: hourAt(scene, until) }))
  },
  Woken: (scene, { by, because }) => {
    // The requester's word stands there itself.
    if (because === 'requester') return []
    return toTriage(scene, by === null ? say('woken-due', {}) : say('woken-by', { by: nameOf(scene, by) }))
  },
  MadePrivate: (scene, { by, to }) => {
    const [names, watchers] = [to, scene.after.watchers].map((ids) => ids.map((id) => nameOf(scene, id)).join(', '))
    const told = toTriage(scene, say('made-private', { by: nameOf(scene, by), names: names ?? '' }))
    // Among agents it is private now; those the requester's side has brought in read on.
    return watchers ? [...told, ...toTriage(scene, say('private-still-watched', { names: watchers }))] : told
  },
  MadePublic: (scene, { by }) => toTriage(scene, say('made-public', { by: nameOf(scene, by) })),
  WatcherAdded: tellWatcher,
  WatcherRemoved: tellWatcherGone,
  RequesterBlocked: (scene, { by, person }) =>
    toTriage(scene, say('requester-blocked', { by: nameOf(scene, by), name: nameOf(scene, person) })),
  RequesterUnblocked: (scene, { by, person }) =>
    toTriage(scene, say('requester-unblocked', { by: nameOf(scene, by), name: nameOf(scene, person) })),
  WordsKept: () => [],
  UndeliveredFound: async (scene, { posts }) => {
    const again = await button(scene, 'retry-deliveries', say('button-retry', {}))
    return toThreads(scene, say('undelivered', { posts }), [[again]])
  },
  DeliveriesRetried: async (scene, { by, posts }) => [
    ...toTriage(scene, say('deliveries-retried', { by: nameOf(scene, by), posts })),
    ...(await sentAgain(scene)),
  ],
  PlanChanged: (scene, { by, to }) => toTriage(scene, say('plan-changed', { by: nameOf(scene, by), plan: to })),
  // The card says so; the requester was told when it was resolved.
  TicketClosed: () => [],
  TicketMerged: (scene, { by, into, intoKey }) => merged(scene, by, into, intoKey),
  TicketMergedIn: async (scene, { by, fromKey }) => {
    const undo = await button(scene, 'unmerge', say('button-undo', {}), { argument: fromKey })
    return toTriage(scene, say('merged-in', { by: nameOf(scene, by), key: fromKey }), [[undo]])
  },
  ...relationTells,
  ...timeTells,
  ...ratingTells,
}

/** Everything owed for one event. */
export async function tell<E extends TicketEvent>(scene: Scene, event: E): Promise<Owed[]> {
  // The table has an entry of this very type; TypeScript does not follow the link between key and event.
  const entry = tells[event.type] as (scene: Scene, event: TicketEvent) => Owed[] | Promise<Owed[]>
  return entry(scene, event)
}

const everywhere = () => true
const triage = (place: Place) => place.side === 'triage'
const requesters = (place: Place) => place.side === 'requester'

/** Many at a time: what people say now goes before it. */
const giveWay = (owed: Owed): Owed => ({ ...owed, rank: ranks.card })

/** In the thread it left: who took it away, and a way to follow. Of a private ticket the card alone says so. */
function leftBehind(scene: Scene, by: string): Owed[] {
  const { before, after, places } = scene
  if (after.privateTo !== null || samePlace(before.triage, after.triage)) return []
  const next = rootOf(places, scene)
  const link: ChoiceContent[] =
    next === undefined ? [] : [{ kind: 'message-link', label: say('button-go-there', {}), delivery: next }]
  return places
    .filter((place) => triage(place) && place.personId === null && samePlace(place, before.triage))
    .map((place) => ({
      ...sentenceIn(scene, place, [say('moved-away', { by: nameOf(scene, by) })], [link]),
      ...(next !== undefined && { after: next }),
    }))
}

/** Everybody at the ticket that ends is told where it goes on; agents with a way to follow, unless that is private. */
async function merged(scene: Scene, by: string, into: string, intoKey: string): Promise<Owed[]> {
  const { unit, after } = scene
  const survivor = await unit.tickets.byId(into)
  const next =
    survivor?.privateTo === null
      ? (await unit.tickets.places(into)).find(({ side, open, personId }) => side === 'triage' && open && !personId)
      : undefined
  const link: ChoiceContent[] = next?.rootDeliveryId
    ? [{ kind: 'message-link', label: say('button-go-there', {}), delivery: next.rootDeliveryId }]
    : []
  const here = scene.places.filter((place) => place.open && triage(place))
  const goesOn = say('merged-for-requester', { key: after.key, into: intoKey })
  const undo = await button(scene, 'unmerge', say('button-undo', {}), { argument: after.key })
  const line = say('merged', { by: nameOf(scene, by), into: intoKey })
  return [
    ...here.map((place) => sentenceIn(scene, place, [line], [[...link, undo]])),
    ...toRequester(scene, goesOn),
    ...toWatchers(scene, goesOn),
  ]
}

/** What got nowhere, once more and as it reads now, to where its place is now. */
async function sentAgain(scene: Scene): Promise<Owed[]> {
  const { unit, world, after, places } = scene
  const failed = await unit.deliveries.takeUndelivered(after.id)
  const again: Owed[] = []
  for (const { id: lost, placeId, messageId = null, part = 0, class: kind, rank } of failed) {
    const place = places.find(({ id, open }) => id === placeId && open)
    if (!place) continue
    const content = (await unit.deliveries.shownBy(lost)) ?? null
    const owed = { id: world.ids.uuid(), ticketId: after.id, messageId, placeId: place.id, to: addressAt(place) }
    again.push({ ...owed, class: kind, rank, act: 'post', content, part, after: afterRoot(place) })
  }
  return again
}

function deskName(scene: Scene, id: string): string {
  const desk = scene.world.desks.find((one) => one.desk === id)
  return desk ? label(desk.name, ownLanguage(scene), desk) : id
}

function copies(scene: Scene, id: string, where: (place: Place) => boolean): Owed[] {
  const message = messageOf(scene, id)
  return scene.places
    .filter((place) => place.open && where(place) && place.id !== scene.origin && !isOwn(place, message))
    .flatMap((place) => copyIn(scene, place, message))
}

/** Who speaks on the requester's side knows what they said, wherever they said it. */
function isOwn({ side, personId }: Place, message: Message): boolean {
  return side === 'requester' && message.side === 'requester' && personId === message.authorId
}

async function button(
  scene: Scene,
  act: 'still-need-help' | 'new-question' | 'retry-deliveries' | 'unmerge',
  shown: Sentence,
  about: { messageId?: string; argument?: string } = {},
): Promise<ChoiceContent> {
  const made = buttonFor(scene.world.ids, { act, ticketId: scene.after.id, ...about })
  await scene.unit.buttons.keep([made])
  return { kind: 'button', id: made.id, label: shown }
}

/** A word that reopened a ticket may have been a new question after all; not where it was said in the ticket's own thread. */
async function newQuestion(scene: Scene, event: { by: string }): Promise<ChoiceContent[][] | undefined> {
  const [message] = [...scene.messages.values()].filter(({ side }) => side === 'requester')
  const shared = scene.places.some(
    (place) => place.open && isRequesters(scene, place) && !traits[place.platform].threads,
  )
  if (!shared || !message || event.by !== scene.after.requesterId) return undefined
  return [[await button(scene, 'new-question', say('button-new-question', {}), { messageId: message.id })]]
}

function messageOf(scene: Scene, id: string): Message {
  const message = scene.messages.get(id)
  if (!message) throw new Error('a message event without its message')
  return message
}

function ownLanguage(scene: Scene): string {
  return scene.desk.languages[0] ?? 'en'
}
