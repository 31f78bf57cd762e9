import { deskById } from '../acts/world.ts'
import type { Address, StepStarted } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { Refusal } from '../domain/refusal.ts'
import { plainText } from '../domain/text/text.ts'
import type { Content, Sentence } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import { requesterAt } from './desk-of.ts'
import { type Hearing, languageOf } from './hearing.ts'
import { openInWords } from './open-in-words.ts'

/**
 * A workflow's step opens a ticket for the person it names, in their own chat, and waits for its key. Nobody is there
 * to be asked, so no question of the desk's form is; what is missing makes the step fail, with the reason.
 */
export async function onStep(hearing: Hearing<StepStarted>): Promise<string> {
  const { unit, inbound, person, standing } = hearing
  const desk = deskMeant(hearing)
  const text = plainText(inbound.summary.trim())
  if (text.children.length === 0) throw new Refusal('answers-incomplete')
  if (inbound.who.id === '' || standing.kind === 'bot') throw new Refusal('no-such-person')
  const ticket = await openInWords(hearing, {
    desk,
    number: await hearing.nextNumber(desk.desk),
    requester: person,
    ticketType: desk.types[0].id,
    text,
    at: requesterAt(desk, inbound.at, standing.id),
  })
  const root = (await unit.tickets.places(ticket.id)).find(({ side }) => side === 'requester')
  if (!root) throw new Error('a ticket without a place for its requester')
  await unit.deliveries.owe([
    {
      ...finish(hearing, { language: languageOf(hearing), heading: { words: ticket.key }, body: [] }),
      ticketId: ticket.id,
      placeId: root.id,
      // It gives a link to the requester's thread, so that must be there.
      after: root.rootDeliveryId,
    },
  ])
  return 'opened'
}

/** The step failed; the workflow shows why. */
export function failStep(hearing: Hearing<StepStarted>, why: Sentence): Owed {
  return finish(hearing, { language: languageOf(hearing), body: [why] })
}

function finish(hearing: Hearing<StepStarted>, content: Content): Owed {
  const { world, inbound, standing } = hearing
  const to: Address = { ...inbound.at, chat: standing.id, thread: undefined }
  return {
    id: world.ids.uuid(),
    ticketId: null,
    to,
    class: 'must-arrive',
    rank: ranks.words,
    act: 'finish',
    content,
    via: inbound.run,
  }
}

function deskMeant({ world, inbound }: Hearing<StepStarted>): Desk {
  if (inbound.desk !== undefined) return deskById(world, inbound.desk)
  const [only, another] = world.desks
  if (!only || another) throw new Refusal('no-such-desk', { desk: '' })
  return only
}
