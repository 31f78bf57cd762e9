import { traits } from '../adapter.ts'
import { languageFor } from '../domain/desk/questions.ts'
import { toPlain } from '../domain/text/plain.ts'
import { splitWords } from '../domain/text/split.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, type Content, type Sentence, say } from '../ports/content.ts'
import type { Times } from '../ports/promises.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import { writeWhere } from '../ports/thread-where.ts'
import type { Place } from '../ports/tickets.ts'
import type { Asking } from './asking.ts'
import { cardAt, faceOf } from './faces.ts'
import { keptButton } from './kept-button.ts'
import { hourIn } from './scene.ts'
import { afterTopic } from './topic.ts'
import type { World } from './world.ts'

/** The cards: the first post in the triage channel, of a private ticket locked; and in the chats of those inside. */
export async function firstCards(
  unit: Unit,
  world: World,
  asking: Asking,
  ticket: Ticket,
  times: Times,
  places: readonly Place[],
  organisation: string | undefined,
): Promise<Owed[]> {
  const met = [asking.requester, asking.by].map((person) => [person.id, person] as const)
  const people = new Map([...met, ...(ticket.privateTo ? await unit.people.byIds([...ticket.privateTo]) : [])])
  const owed: Owed[] = []
  for (const place of places) {
    const card = cardAt(faceOf(place, ticket), world, asking.desk, ticket, times, people, organisation)
    await unit.buttons.keep(card.buttons)
    owed.push({ ...rootOf(world, ticket, place), content: card.content, after: afterTopic(place) })
  }
  return owed
}

/** A button that brings what was said before in the thread the ticket was raised from. */
export async function offerEarlier(unit: Unit, world: World, { midThread, at }: Asking, ticket: Ticket) {
  if (!midThread) return []
  const argument = writeWhere(at.platform, midThread)
  const brings = { act: 'bring-earlier', ticketId: ticket.id, argument } as const
  return [[await keptButton({ unit, world }, brings, say('button-bring-earlier', {}))]]
}

/** Where it began, for the agents: the first line of their thread. */
export function linkBack(
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

/**
 * What who asked reads first: that there is a ticket now, what they wrote in a form, and what comes next. Words too long
 * to stand in it follow it in parts: everything in the thread hangs on this post, and is lost where it is refused.
 */
export function firstPosts(
  world: World,
  asking: Asking,
  ticket: Ticket,
  place: Place,
  back: Date | undefined,
  earlier: ChoiceContent[][],
): Owed[] {
  const { key, subject } = ticket
  const { threads, partUnits } = traits[place.platform]
  // Words given in a form stand nowhere yet on the requester's side.
  const said = asking.onBehalf ? [] : asking.words.filter(({ original }) => !original).map(({ text }) => text)
  const fits = said.reduce((sum, text) => sum + toPlain(text).length, 0) <= partUnits
  const language = languageFor(asking.desk, asking.requester.language)
  const body: Content['body'] = [
    beginning(asking, { key, subject }),
    ...(fits ? said.map((text) => ({ text })) : []),
    ...(threads ? [] : [say('ticket-opened-how-to-follow', { key })]),
    // Nobody should wait all night for an answer that nobody is there to give.
    ...(back ? [say('back-at', { at: hourIn(asking.desk, back) })] : []),
  ]
  const root = { ...rootOf(world, ticket, place), after: afterTopic(place) }
  const parts = fits ? [] : said.flatMap((text) => splitWords(text, partUnits))
  return [
    { ...root, content: { language, body, choices: asking.onBehalf ? [] : earlier } },
    ...parts.map((text) => ({
      ...root,
      id: world.ids.uuid(),
      content: { language, body: [{ text }] },
      after: place.rootDeliveryId ?? root.after,
    })),
  ]
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
