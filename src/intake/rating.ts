import { changeTicket } from '../acts/change.ts'
import { keptButton } from '../acts/kept-button.ts'
import { type Asking, argumentOf, askingIn, ratingContent, ratingEdit } from '../acts/rating-post.ts'
import { deskById } from '../acts/world.ts'
import { type Pressed, traits } from '../adapter.ts'
import { languageFor } from '../domain/desk/questions.ts'
import { mayComment, rate } from '../domain/ticket/rate.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Sentence, say } from '../ports/content.ts'
import type { Draft } from '../ports/drafts.ts'
import { type Owed, ranks } from '../ports/store.ts'
import { refuseBlocked } from './admit.ts'
import { type Hearing, whisper } from './hearing.ts'
import { postTo } from './post-to.ts'

/** So long the next words in their own chat are the comment, after they said they have one. */
const COMMENT_MINUTES = 10

/** The requester presses a score. */
export async function pressScore(hearing: Hearing<Pressed>, ticket: Ticket, argument: string | null): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const asking = askingIn(argument)
  if (person.id === ticket.requesterId) await refuseBlocked(hearing, ticket.deskId)
  const answered = { askedAt: asking.askedAt, at: inbound.occurredAt }
  const after = await changeTicket(
    unit,
    world,
    ticket.id,
    (now, desk) => rate(now, desk, person.id, Number(asking.what), answered),
    { occurredAt: inbound.occurredAt },
  )
  if (after.version === ticket.version) return 'rated-already'
  await showAnswer(hearing, after, asking.delivery, [])
  return 'rated'
}

/** They have something to say about it: where there are no forms, their next words are it. */
export async function pressComment(
  hearing: Hearing<Pressed>,
  ticket: Ticket,
  argument: string | null,
): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const asking = askingIn(argument)
  // The form is on screen, or its refusal was said there: what counts is the form sent in.
  if (traits[inbound.at.platform].modals) return 'form'
  if (person.id === ticket.requesterId) await refuseBlocked(hearing, ticket.deskId)
  const desk = deskById(world, ticket.deskId)
  mayComment(ticket, desk, person.id, { askedAt: asking.askedAt, at: inbound.occurredAt })
  const before = await unit.drafts.openIn(person.id, inbound.at.chat)
  if (before?.purpose === 'comment') await dropComment(hearing, before)
  if (asking.what === 'none') return 'no-comment'
  await invite(hearing, ticket, asking)
  return 'comment-invited'
}

async function invite(hearing: Hearing<Pressed>, ticket: Ticket, asking: Asking): Promise<void> {
  const { unit, world, inbound, person } = hearing
  const { platform, account, chat } = inbound.at
  const asked = world.ids.uuid()
  const until = new Date(inbound.occurredAt.getTime() + COMMENT_MINUTES * 60_000).toISOString()
  await unit.drafts.save({
    id: world.ids.uuid(),
    personId: person.id,
    deskId: null,
    purpose: 'comment',
    platform,
    account,
    chat,
    body: { answers: { until, asking: argumentOf(asking) }, path: [], messages: [], asked },
    state: 'open',
    ticketId: ticket.id,
  })
  const argument = argumentOf({ ...asking, what: 'none' })
  const meaning = { act: 'rate-comment', ticketId: ticket.id, argument } as const
  const none = await keptButton(hearing, meaning, say('button-rating-no-comment', {}))
  const how = say('rating-comment-how', { key: ticket.key, minutes: COMMENT_MINUTES })
  const language = languageFor(deskById(world, ticket.deskId), person.language)
  await unit.deliveries.owe([
    { ...postTo(hearing, { language, body: [how], choices: [[none]] }), id: asked, ticketId: ticket.id },
  ])
}

/** Nothing is waited for any more, and the invitation goes. */
async function dropComment({ unit, world, inbound }: Hearing<Pressed>, draft: Draft): Promise<void> {
  await unit.drafts.save({ ...draft, state: 'cancelled' })
  const { asked } = draft.body
  if (asked === undefined) return
  const gone: Owed = {
    id: world.ids.uuid(),
    ticketId: draft.ticketId,
    to: inbound.at,
    class: 'must-arrive',
    rank: ranks.words,
    act: 'delete',
    content: null,
    of: asked,
    after: asked,
  }
  await unit.deliveries.owe([gone])
}

/** The message that asked shows the score, and `more` below; where nobody knows which message it is, they are told. */
export async function showAnswer(
  hearing: Hearing,
  ticket: Ticket,
  delivery: string,
  more: readonly Sentence[],
): Promise<void> {
  const { unit, world, person } = hearing
  if (!ticket.rating?.score) return
  const { score, scale } = ticket.rating
  const body = [say('rating-given', { key: ticket.key, score, scale }), ...more]
  const post = await unit.deliveries.byId(delivery)
  if (!post || post.state === 'unknown') {
    await unit.deliveries.owe([whisper(hearing, body)])
    return
  }
  const rated = { unit, world, desk: deskById(world, ticket.deskId), ticket, requester: person }
  const content = await ratingContent(rated, delivery, body)
  await unit.deliveries.owe([ratingEdit(rated, post, content)])
}
