import { valueShown } from '../acts/field-shown.ts'
import { signatureOf } from '../acts/scene.ts'
import { silenceHalted } from '../acts/silence-line.ts'
import { deskById, type World } from '../acts/world.ts'
import { type Commanded, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { called, label, languageFor } from '../domain/desk/questions.ts'
import type { Field } from '../domain/desk/types.ts'
import type { Person, PersonId } from '../domain/person.ts'
import { toPlain } from '../domain/text/plain.ts'
import { split } from '../domain/text/split.ts'
import type { Inline, Text } from '../domain/text/text.ts'
import type { RecordedEvent, TicketEvent, TicketEventType } from '../domain/ticket/events.ts'
import { ownSide } from '../domain/ticket/own-side.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { phraseKept, wordsKept } from '../locales/index.ts'
import { type Content, type Fact, type Hour, hour, type Sentence, say } from '../ports/content.ts'
import { type Hearing, whisper } from './hearing.ts'

/** What a requester reads of their ticket's history: what they saw happen. No note, and nothing agents do among themselves. */
const seenByRequester: ReadonlySet<TicketEventType> = new Set([
  'TicketOpened',
  'RequesterReplied',
  'HelpStillNeeded',
  'AgentReplied',
  'NoteSent',
  'TicketResolved',
  'TicketReopened',
  'WatcherAdded',
  'WatcherRemoved',
])

/** What happened to a ticket, in words, with the desk's hours; newest last, whole, in as many parts as it takes. */
export async function tellHistory(hearing: Hearing<Commanded>, ticket: Ticket, asAgent: boolean): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const desk = deskById(world, ticket.deskId)
  const language = languageFor(desk, person.language)
  const whole = await unit.tickets.history(ticket.id)
  const recorded = whole.filter(({ event }) => asAgent || seenByRequester.has(event.type))
  const known = await unit.people.byIds([...new Set(recorded.flatMap(({ event }) => namedIn(event)))])
  const people = asAgent ? known : asSigned({ desk, people: known }, ownSide(whole), language)
  const telling: Telling = { world, desk, language, people }
  const children = recorded.flatMap((one, index): Inline[] => {
    const line = lineOf(telling, one)
    return index === 0 ? line : [{ type: 'break' }, ...line]
  })
  const text: Text = { type: 'root', children: [{ type: 'paragraph', children }] }
  const parts = split(text, traits[inbound.at.platform].partUnits)
  await unit.deliveries.owe(
    parts.map((text, part) => {
      const head = say('history-head', { key: ticket.key, zone: desk.zone })
      const content: Content = { language, ...(part === 0 && { heading: head }), body: [{ text }] }
      return { ...whisper(hearing, []), content }
    }),
  )
  return 'history-told'
}

/** Agents are called what they sign with (`agentName`); who asks, and their colleagues, by name. */
function asSigned(
  scene: { desk: Desk; people: ReadonlyMap<PersonId, Person> },
  named: ReadonlySet<PersonId>,
  language: string,
): ReadonlyMap<PersonId, Person> {
  return new Map(
    [...scene.people].map(([id, person]) => [
      id,
      named.has(id) ? person : { ...person, name: signatureOf(scene, id, language) },
    ]),
  )
}

interface Telling {
  world: World
  desk: Desk
  language: string
  people: ReadonlyMap<PersonId, Person>
}

function namedIn(event: TicketEvent): PersonId[] {
  const ids: (PersonId | null)[] = [event.by]
  if (event.type === 'TicketOpened') ids.push(event.requesterId)
  if (event.type === 'TicketAssigned' || event.type === 'RequesterChanged') ids.push(event.to)
  if (event.type === 'TicketUnassigned') ids.push(event.from)
  if (event.type === 'MadePrivate') ids.push(...event.to)
  if (event.type === 'WatcherAdded' || event.type === 'WatcherRemoved') ids.push(event.person)
  if (event.type === 'RequesterBlocked' || event.type === 'RequesterUnblocked') ids.push(event.person)
  return ids.filter((id) => id !== null)
}

function lineOf(telling: Telling, { event, occurredAt }: RecordedEvent): Inline[] {
  const { language, desk } = telling
  // The record has an entry of this very type; TypeScript does not follow the link between key and event.
  const entry = sentences[event.type] as (telling: Telling, event: TicketEvent) => Sentence
  const { key, facts } = entry(telling, event)
  const what = toPlain(phraseKept(key, facts, language))
  const line = phraseKept('history-line', { time: hour(occurredAt, desk.zone), what }, language)
  return line.children.flatMap((block) => (block.type === 'paragraph' ? block.children : []))
}

/** Every kind of event in words: a new one does not compile until it is said here. */
const sentences: {
  [T in TicketEventType]: (telling: Telling, event: Extract<TicketEvent, { type: T }>) => Sentence
} = {
  TicketOpened: (telling, { by, requesterId }) =>
    by === requesterId
      ? say('history-opened', { by: nameIn(telling, by) })
      : say('history-opened-for', { by: nameIn(telling, by), name: nameIn(telling, requesterId) }),
  RequesterReplied: (telling, { by }) => say('history-asked', { by: nameIn(telling, by) }),
  AgentReplied: (telling, { by }) => say('history-answered', { by: nameIn(telling, by) }),
  NoteAdded: (telling, { by }) => say('history-noted', { by: nameIn(telling, by) }),
  EarlierBrought: (telling, { by, messages }) =>
    say('earlier-brought', { by: nameIn(telling, by), count: messages.length }),
  NoteSent: (telling, { by, asked }) => say(asked ? 'history-asked' : 'history-answered', { by: nameIn(telling, by) }),
  ReplyWithdrawn: (telling, { by }) => say('history-withdrawn', { by: nameIn(telling, by) }),
  MessageEdited: (telling, { by }) => say('history-edited', { by: nameIn(telling, by) }),
  MessageDeleted: () => say('history-deleted', {}),
  TicketAssigned: (telling, { by, to }) => {
    const name = nameIn(telling, to)
    if (by === null) return say('assigned-by-turn', { name })
    return by === to ? say('taken', { name }) : say('assigned', { name, by: nameIn(telling, by) })
  },
  TicketUnassigned: (telling, { from, because }) =>
    because === 'left' ? say('unassigned-left', { name: nameIn(telling, from) }) : say('unassigned', {}),
  PriorityChanged: (telling, { by, to }) =>
    say('priority-changed', { by: nameIn(telling, by), priority: shownAs(telling, 'priority', to) }),
  StatusMoved: (telling, { status }) => say('history-status', { status: shownAs(telling, 'status', status) }),
  TicketResolved: (telling, { by, resolution }) => {
    if (by !== null) return say('history-resolved', { by: nameIn(telling, by) })
    return resolution === 'cancelled-by-silence'
      ? say('cancelled-by-silence-here', {})
      : say('closed-by-silence-here', {})
  },
  TicketReopened: (telling, { by }) => say('history-reopened', { by: nameIn(telling, by) }),
  SubjectChanged: (telling, { by, to }) => say('subject-changed', { by: nameIn(telling, by), subject: to }),
  TypeChanged: (telling, { by, to }) =>
    say('type-changed', { by: nameIn(telling, by), type: shownAs(telling, 'type', to) }),
  CategorySet: (telling, { by, to }) =>
    to === null
      ? say('category-cleared', { by: nameIn(telling, by) })
      : say('category-set', { by: nameIn(telling, by), category: shownAs(telling, 'category', to) }),
  FieldChanged: ({ desk, language, people }, { by, field: id, to }) => {
    const kinds = desk.types.flatMap(({ fields, agentFields }) => [...fields, ...agentFields])
    const found = kinds.find((one) => one.id === id)
    const facts = { by: people.get(by)?.name ?? '', field: found ? label(found.label, language, desk) : id }
    return to === null
      ? say('field-cleared', facts)
      : say('field-changed', { ...facts, value: found ? written(desk, found, to, language) : String(to) })
  },
  RequesterChanged: (telling, { by, to }) =>
    say('history-requester', { by: nameIn(telling, by), name: nameIn(telling, to) }),
  DeskMoved: (telling, { by, to }) => {
    const desk = telling.world.desks.find((one) => one.desk === to)
    const shown = desk ? label(desk.name, telling.language, desk) : to
    return say('history-desk', { by: nameIn(telling, by), desk: shown })
  },
  ChannelMoved: (telling, { by }) => say('history-channel', { by: nameIn(telling, by) }),
  ChannelRenumbered: () => say('history-channel-renumbered', {}),
  Snoozed: (telling, { by, until }) => say('snoozed-until', { by: nameIn(telling, by), until: hourIn(telling, until) }),
  Woken: () => say('history-woken', {}),
  MadePrivate: (telling, { by, to }) =>
    say('history-private', { by: nameIn(telling, by), names: to.map((id) => nameIn(telling, id)).join(', ') }),
  MadePublic: (telling, { by }) => say('made-public', { by: nameIn(telling, by) }),
  WatcherAdded: (telling, { by, person }) =>
    say('history-watcher-added', { by: nameIn(telling, by), name: nameIn(telling, person) }),
  WatcherRemoved: (telling, { by, person }) =>
    say('history-watcher-removed', { by: nameIn(telling, by), name: nameIn(telling, person) }),
  RequesterBlocked: (telling, { by, person }) =>
    say('requester-blocked', { by: nameIn(telling, by), name: nameIn(telling, person) }),
  RequesterUnblocked: (telling, { by, person }) =>
    say('requester-unblocked', { by: nameIn(telling, by), name: nameIn(telling, person) }),
  WordsKept: (telling, { by }) => say('history-kept', { by: nameIn(telling, by) }),
  PlanChanged: (telling, { by, to }) => say('plan-changed', { by: nameIn(telling, by), plan: to }),
  UndeliveredFound: (_, { posts }) => say('undelivered', { posts }),
  DeliveriesRetried: (telling, { by, posts }) => say('deliveries-retried', { by: nameIn(telling, by), posts }),
  TicketClosed: () => say('history-closed', {}),
  TicketMerged: (telling, { by, intoKey }) => say('merged', { by: nameIn(telling, by), into: intoKey }),
  TicketMergedIn: (telling, { by, fromKey }) => say('merged-in', { by: nameIn(telling, by), key: fromKey }),
  TicketUnmerged: (telling, { by, fromKey }) => say('unmerged', { by: nameIn(telling, by), key: fromKey }),
  MergedInUndone: (telling, { by, fromKey }) => say('merge-undone', { by: nameIn(telling, by), key: fromKey }),
  TicketLinked: (telling, { by, link: { kind, key } }) => say('linked', { by: nameIn(telling, by), kind, key }),
  TicketUnlinked: (telling, { by, key }) => say('unlinked', { by: nameIn(telling, by), key }),
  LinkedTicketMoved: (_, { linked: { key } }) => say('linked-moved', { key }),
  TicketTagged: (telling, { by, tags }) => say('tagged', { by: nameIn(telling, by), tags: tags.join(', ') }),
  TicketUntagged: (telling, { by, tags }) => say('untagged', { by: nameIn(telling, by), tags: tags.join(', ') }),
  BreachWarned: (telling, { metric, dueAt }) => say('breach-warned', { promise: metric, due: hourIn(telling, dueAt) }),
  BreachAnnounced: (telling, { metric, dueAt }) => say('breached', { promise: metric, due: hourIn(telling, dueAt) }),
  BreachRetracted: (_, { metric }) => say('breach-retracted', { promise: metric }),
  Escalated: (_, { metric }) => say('escalated', { promise: metric }),
  EscalationAcknowledged: (telling, { by }) => say('escalation-acknowledged', { by: nameIn(telling, by) }),
  NoReplyNeeded: (telling, { by }) => say('no-reply-needed', { by: nameIn(telling, by) }),
  HelpStillNeeded: (telling, { by }) => say('help-still-needed', { by: nameIn(telling, by) }),
  SilenceHalted: (_telling, event) => silenceHalted(event),
  RequesterReminded: () => say('requester-reminded', {}),
  RatingAsked: () => say('history-rating-asked', {}),
  RatingReminded: () => say('history-rating-asked', {}),
  RatingLapsed: () => say('history-rating-lapsed', {}),
  TicketRated: (telling, { by, score, scale }) => say('rated', { name: nameIn(telling, by), score, scale }),
  RatingCommented: (telling, { by }) => say('history-rating-comment', { name: nameIn(telling, by) }),
}

function hourIn({ desk }: Telling, at: string): Hour {
  return hour(at, desk.zone)
}

function nameIn({ people }: Telling, id: PersonId): string {
  return people.get(id)?.name ?? ''
}

function written(desk: Desk, field: Field, value: string | string[], language: string): Fact {
  const shown = valueShown(desk, field, value, language)
  if ('fact' in shown) return shown.fact
  return 'key' in shown ? wordsKept(shown.key, shown.facts, language) : shown.words
}

/** As the reader's own language calls it. */
function shownAs({ desk, language }: Telling, kind: Parameters<typeof called>[1], id: string): string {
  return called(desk, kind, id, language)
}
