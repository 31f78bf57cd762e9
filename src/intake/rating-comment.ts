import { changeTicket } from '../acts/change.ts'
import { type Asking, askingIn } from '../acts/rating-post.ts'
import { keepWords, type Words } from '../acts/speak.ts'
import { deskById, type World } from '../acts/world.ts'
import type { Answer, Said, Submitted } from '../adapter.ts'
import { languageFor } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { plainText } from '../domain/text/text.ts'
import { commentRating, mayComment } from '../domain/ticket/rate.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { words } from '../locales/index.ts'
import type { Button } from '../ports/buttons.ts'
import { say } from '../ports/content.ts'
import type { Draft } from '../ports/drafts.ts'
import { ranks, type Unit } from '../ports/store.ts'
import { admitWords, refuseBlocked } from './admit.ts'
import { draftHere } from './draft-here.ts'
import type { Hearing } from './hearing.ts'
import { answeredMessage } from './private-chat.ts'
import { showAnswer } from './rating.ts'
import type { Standing } from './standing.ts'

/** So soon after the last words of a comment more of it comes. */
const BURST_MS = 30_000

/**
 * Words that are the comment on a rating: the next ones after the requester said they have one, or an answer to the
 * message that asked. Undefined: they are something else, and are heard as that; no words are lost to a rating.
 */
export async function heardAsComment(hearing: Hearing<Said>): Promise<string | undefined> {
  const { unit, world, inbound, person } = hearing
  const draft = await invitation(hearing)
  const about = await answeredAsking(hearing, draft)
  const ticket = about && (await unit.tickets.byId(about.ticketId))
  if (!ticket || !takesComment(hearing, ticket, about.asking)) return undefined
  if ((await admitWords(hearing, ticket.deskId)) === 'kept') return undefined
  await keepComment(hearing, ticket, about.asking, {
    text: inbound.text,
    enclosures: inbound.enclosures,
    original: inbound,
  })
  if (draft?.ticketId === ticket.id) {
    await unit.drafts.save(untilBurstEnds(draft, inbound.occurredAt))
    await closeInvitation(hearing, draft, languageFor(deskById(world, ticket.deskId), person.language))
  }
  return 'commented'
}

/** The form of a comment sent in. */
export async function submitComment(
  hearing: Hearing<Submitted>,
  ticket: Ticket,
  argument: string | null,
): Promise<string> {
  const said = [hearing.inbound.answers.comment ?? ''].flat().join('\n').trim()
  if (said === '') throw new Refusal('answers-incomplete')
  if (hearing.person.id === ticket.requesterId) await refuseBlocked(hearing, ticket.deskId)
  await keepComment(hearing, ticket, askingIn(argument), { text: plainText(said) })
  return 'commented'
}

/** The form behind the button, for the requester alone. */
export async function ratingForm(
  { unit, world, standing }: { unit: Unit; world: World; standing: Standing },
  button: Button,
  ticket: Ticket,
): Promise<Answer> {
  const desk = deskById(world, ticket.deskId)
  const person = await unit.people.at(standing.address)
  const { askedAt } = askingIn(button.argument)
  mayComment(ticket, desk, person?.id ?? '', { askedAt, at: unit.now })
  const language = languageFor(desk, standing.language)
  return {
    form: {
      ref: { kind: 'button', id: button.id },
      title: words('form-rating-comment-title', {}, language),
      submit: words('form-send', {}, language),
      cancel: words('form-close', {}, language),
      fields: [{ id: 'comment', kind: 'longtext', label: words('field-rating-comment', {}, language), required: true }],
    },
  }
}

/** The comment they were invited to write here, while it is waited for. */
async function invitation({ unit, inbound, person }: Hearing<Said>): Promise<Draft | undefined> {
  const draft = await draftHere({ unit, inbound, person })
  if (draft?.purpose !== 'comment') return undefined
  // More of it comes at once where it began, not in another ticket's topic.
  const place = await unit.tickets.placeAt(inbound.at)
  if (place && place.ticketId !== draft.ticketId) return undefined
  if (inbound.occurredAt < new Date([draft.body.answers.until ?? ''].flat().join(''))) return draft
  await unit.drafts.save({ ...draft, state: 'cancelled' })
  return undefined
}

/** People send an album, or one thought in three messages: what follows at once belongs to it too. */
function untilBurstEnds(draft: Draft, saidAt: Date): Draft {
  const { asked: _answered, ...body } = draft.body
  const until = new Date(saidAt.getTime() + BURST_MS).toISOString()
  return { ...draft, body: { ...body, answers: { ...body.answers, until } } }
}

interface AboutAsking {
  ticketId: string
  asking: Asking
}

/** What the message they answer has asked; without one, what they were invited to. */
async function answeredAsking(
  { unit, inbound }: Hearing<Said>,
  draft: Draft | undefined,
): Promise<AboutAsking | undefined> {
  const answered = answeredMessage(inbound)
  if (answered === undefined) {
    if (!draft?.ticketId) return undefined
    return { ticketId: draft.ticketId, asking: askingIn([draft.body.answers.asking ?? ''].flat().join(' ')) }
  }
  const twin = await unit.messages.twinAt(inbound.at, answered)
  const post = twin?.deliveryId ? await unit.deliveries.byId(twin.deliveryId) : undefined
  const first = post?.content?.choices?.flat().find((choice) => choice.kind === 'button')
  const button = first && (await unit.buttons.byId(first.id))
  if (!button?.ticketId || (button.act !== 'rate' && button.act !== 'rate-comment')) return undefined
  return { ticketId: button.ticketId, asking: askingIn(button.argument) }
}

function takesComment({ world, inbound, person }: Hearing<Said>, ticket: Ticket, { askedAt }: Asking): boolean {
  try {
    mayComment(ticket, deskById(world, ticket.deskId), person.id, { askedAt, at: inbound.occurredAt })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function keepComment(
  hearing: Hearing<Said | Submitted>,
  ticket: Ticket,
  { askedAt, delivery }: Asking,
  said: Pick<Words, 'text' | 'enclosures' | 'original'>,
): Promise<void> {
  const { unit, world, inbound, person } = hearing
  const { occurredAt } = inbound
  const message = await keepWords(unit, world, {
    ...said,
    ticketId: ticket.id,
    kind: 'note',
    side: 'requester',
    authorId: person.id,
    occurredAt,
  })
  const after = await changeTicket(
    unit,
    world,
    ticket.id,
    (now, desk) => commentRating(now, desk, person.id, message.id, { askedAt, at: occurredAt }),
    { occurredAt, messages: [message] },
  )
  await showAnswer(hearing, after, delivery, [say('rating-comment-kept', {})])
}

/** The invitation has its answer: it says so, and its button goes. */
async function closeInvitation({ unit, world, inbound }: Hearing<Said>, draft: Draft, language: string): Promise<void> {
  const { asked } = draft.body
  if (asked === undefined) return
  await unit.deliveries.owe([
    {
      id: world.ids.uuid(),
      ticketId: draft.ticketId,
      to: { ...inbound.at, thread: undefined },
      class: 'must-arrive',
      rank: ranks.words,
      act: 'edit',
      content: { language, body: [say('rating-comment-kept', {})] },
      of: asked,
      after: asked,
    },
  ])
}
