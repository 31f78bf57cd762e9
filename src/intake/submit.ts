import { changeTicket } from '../acts/change.ts'
import { isShared } from '../acts/shared-channels.ts'
import { keepWords } from '../acts/speak.ts'
import { deskById, type World } from '../acts/world.ts'
import type { Answers, Submitted } from '../adapter.ts'
import { mayDo } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { secretIn } from '../domain/secrets.ts'
import { plainText } from '../domain/text/text.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import { note } from '../domain/ticket/note.ts'
import { replyAsAgent } from '../domain/ticket/reply.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { say } from '../ports/content.ts'
import { held } from './conversation.ts'
import { deskAt } from './desk-of.ts'
import { submitDetails } from './details.ts'
import { submitEdit } from './edit/submit.ts'
import type { Hearing } from './hearing.ts'
import { submitMacro } from './macro.ts'
import { openFromDraft } from './open-from-draft.ts'
import { submitComment } from './rating-comment.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { withoutMore } from './steps.ts'

/** A form sent in: a draft becomes a ticket, a button's form a note or a reply. Checked and authorised again. */
export async function onSubmitted(hearing: Hearing<Submitted>): Promise<string> {
  const { unit, inbound, person } = hearing
  if (inbound.ref.kind === 'button') return onButtonForm(hearing, inbound.ref.id)
  const draft = await unit.drafts.byId(inbound.ref.id)
  // The command that opened the form may still be waiting in the inbox: this row comes again.
  if (!draft) throw new DraftNotYetThere()
  if (draft.personId !== person.id) throw new Refusal('draft-is-gone')
  if (draft.state === 'used') return 'sent-already'
  // The message it was about was taken back while they filled it in.
  if (draft.state === 'cancelled') throw new Refusal('draft-is-gone')
  const { type, desk: deskId, ...answers } = inbound.answers
  const desk =
    typeof deskId === 'string'
      ? deskById(hearing.world, deskId)
      : draft.deskId
        ? deskById(hearing.world, draft.deskId)
        : deskAt(hearing.world, { platform: inbound.at.platform, chat: draft.chat })
  if (!desk) throw new Refusal('answers-incomplete')
  const { files } = inbound
  const before =
    answered(draft.body.answers.description) === answered(answers.description) ? draft.body : withoutMore(draft.body)
  const body = { ...before, answers, ...(files && { files }), ...(typeof type === 'string' && { type }) }
  return openFromDraft(hearing, desk, { ...draft, deskId: desk.desk, body })
}

const answered = (answer: Answers[string] | undefined): string => [answer ?? ''].flat().join('\n').trim()

class DraftNotYetThere extends Error {
  override name = 'DraftNotYetThere'
}

/** A note of a ticket whose channel strangers read would be lost on the other agents, or read by all. */
export function refuseShared(world: World, ticket: Ticket): void {
  if (ticket.privateTo === null && isShared(world, ticket.triage)) throw new Refusal('channel-is-shared')
}

async function onButtonForm(hearing: Hearing<Submitted>, buttonId: string): Promise<string> {
  const { unit, world, inbound, person, standing } = hearing
  const button = await unit.buttons.byId(buttonId)
  const ticket = button?.ticketId ? await unit.tickets.byId(button.ticketId) : undefined
  if (!button || !ticket) throw new Refusal('button-is-stale')
  if (button.act === 'edit') return submitEdit(hearing, ticket)
  if (button.act === 'macro') return submitMacro(hearing, ticket)
  if (button.act === 'rate-comment') return submitComment(hearing, ticket, button.argument)
  const desk = deskById(world, ticket.deskId)
  const by = actorOf(desk, person, standing)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  refuseOutsiders(ticket, desk, by)
  if (button.act === 'details') return submitDetails(hearing, ticket, desk, by.roles)
  const asReply = button.act === 'reply'
  if (!mayDo(desk, by.roles, asReply ? 'reply' : 'note')) throw new Refusal('not-allowed')
  if (!asReply) refuseShared(world, ticket)
  const words = [inbound.answers[asReply ? 'reply' : 'note'] ?? ''].flat().join('\n').trim()
  if (words === '') throw new Refusal('answers-incomplete')
  const secret = asReply && secretIn(plainText(words)) !== undefined
  const goesOut = asReply && !secret
  const message = await keepWords(unit, world, {
    ticketId: ticket.id,
    kind: goesOut ? 'message' : 'note',
    side: goesOut && ticket.requesterId === person.id ? 'requester' : 'agent',
    authorId: person.id,
    text: plainText(words),
    occurredAt: inbound.occurredAt,
  })
  const stillOurs = [inbound.answers['still-ours'] ?? []].flat().includes('yes')
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, its) => (goesOut ? replyAsAgent(now, its, by, message.id, { stillOurs }) : note(now, person.id, message.id)),
    { occurredAt: inbound.occurredAt, messages: [message] },
  )
  if (secret) return held(hearing, ticket, message.id, say('held-secret', {}), stillOurs)
  return asReply ? 'replied' : 'noted'
}
