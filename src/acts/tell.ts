import { traits } from '../adapter.ts'
import { label, priorityOf, statusOf } from '../domain/desk/questions.ts'
import type { TicketEvent, TicketEventType } from '../domain/ticket/events.ts'
import type { Message } from '../domain/ticket/message.ts'
import { type ChoiceContent, type Sentence, say } from '../ports/content.ts'
import type { Owed, Place } from '../ports/store.ts'
import { buttonFor } from './buttons.ts'
import { copyIn, followEdit, sentenceIn, takeBack } from './owe.ts'
import { nameOf, type Scene } from './scene.ts'

/** Who hears what, for every kind of event (design.md §3): a new event does not compile until it is said here. */
const tells: {
  [T in TicketEventType]: (scene: Scene, event: Extract<TicketEvent, { type: T }>) => Owed[] | Promise<Owed[]>
} = {
  // The first posts of a ticket make its places and are owed by `openTicket`.
  TicketOpened: () => [],
  RequesterReplied: (scene, event) => copies(scene, event.message, triage),
  AgentReplied: (scene, event) => copies(scene, event.message, everywhere),
  NoteAdded: (scene, event) => copies(scene, event.message, triage),
  NoteSent: (scene, event) => copies(scene, event.message, requesters),
  ReplyWithdrawn: (scene, event) => takeBack(scene, messageOf(scene, event.message), requesters),
  MessageEdited: (scene, event) => followEdit(scene, messageOf(scene, event.message)),
  MessageDeleted: (scene, event) => takeBack(scene, messageOf(scene, event.message), everywhere),
  TicketAssigned: (scene, event) => {
    const [by, to] = [nameOf(scene, event.by), nameOf(scene, event.to)]
    return toTriage(scene, event.by === event.to ? say('taken', { name: to }) : say('assigned', { name: to, by }))
  },
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
    const { key } = scene.after
    const name = nameOf(scene, event.by)
    const own = event.resolution === 'by-requester'
    const inTriage = own ? say('resolved-by-requester', { name }) : say('resolved-by', { by: name })
    const told = own ? say('resolved-by-yourself', { key }) : say('resolved-for-requester', { key })
    const again = await button(scene, 'still-need-help', say('button-still-need-help', {}))
    // A closing notice that comes twice reads like two: when nobody can say, it is shown as unclear (design.md §8).
    const closing = toRequesters(scene, told, [[again]]).map((owed): Owed => ({ ...owed, class: 'must-not-double' }))
    return [...toTriage(scene, inTriage), ...closing]
  },
  TicketReopened: async (scene, event) => {
    const { key } = scene.after
    const told = toTriage(scene, say('reopened-by', { by: nameOf(scene, event.by) }))
    return [...told, ...toRequesters(scene, say('reopened-for-requester', { key }), await newQuestion(scene, event))]
  },
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

function copies(scene: Scene, id: string, where: (place: Place) => boolean): Owed[] {
  const message = messageOf(scene, id)
  return scene.places
    .filter((place) => where(place) && place.id !== scene.origin)
    .flatMap((place) => copyIn(scene, place, message))
}

function toTriage(scene: Scene, sentence: Sentence): Owed[] {
  return scene.places.filter(triage).map((place) => sentenceIn(scene, place, [sentence]))
}

function toRequesters(scene: Scene, sentence: Sentence, choices?: ChoiceContent[][]): Owed[] {
  return scene.places.filter(requesters).map((place) => sentenceIn(scene, place, [sentence], choices))
}

async function button(
  scene: Scene,
  act: 'still-need-help' | 'new-question',
  shown: Sentence,
  messageId?: string,
): Promise<ChoiceContent> {
  const made = buttonFor(scene.world.ids, { act, ticketId: scene.after.id, messageId })
  await scene.unit.buttons.keep([made])
  return { kind: 'button', id: made.id, label: shown }
}

/** A word that reopened a ticket may have been a new question after all; not where it was said in the ticket's own thread. */
async function newQuestion(scene: Scene, event: { by: string }): Promise<ChoiceContent[][] | undefined> {
  const [message] = [...scene.messages.values()].filter(({ side }) => side === 'requester')
  const shared = scene.places.some((place) => requesters(place) && !traits[place.platform].threads)
  if (!shared || !message || event.by !== scene.after.requesterId) return undefined
  return [[await button(scene, 'new-question', say('button-new-question', {}), message.id)]]
}

function messageOf(scene: Scene, id: string): Message {
  const message = scene.messages.get(id)
  if (!message) throw new Error('a message event without its message')
  return message
}

function ownLanguage(scene: Scene): string {
  return scene.desk.languages[0] ?? 'en'
}
