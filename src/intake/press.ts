import type { ButtonAct } from '../acts/buttons.ts'
import { changeTicket } from '../acts/change.ts'
import { deskById } from '../acts/world.ts'
import { type Pressed, traits } from '../adapter.ts'
import { type Clock, metrics } from '../domain/clock.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { type Asked, mayDo } from '../domain/desk/questions.ts'
import type { Actor } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { take } from '../domain/ticket/assign.ts'
import { acknowledge, needNoReply } from '../domain/ticket/breach.ts'
import { refuseOutsiders } from '../domain/ticket/enter.ts'
import type { OfClock, TicketEvent } from '../domain/ticket/events.ts'
import { moveTo } from '../domain/ticket/move.ts'
import { routed } from '../domain/ticket/move-place.ts'
import { prioritise } from '../domain/ticket/prioritise.ts'
import { reopen } from '../domain/ticket/reopen.ts'
import { sendNote } from '../domain/ticket/reply.ts'
import { resolveAsAgent, resolveAsRequester } from '../domain/ticket/resolve.ts'
import { stillNeedHelp } from '../domain/ticket/still-need-help.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { retryUndelivered } from '../domain/ticket/undelivered.ts'
import { unwatch } from '../domain/ticket/watch.ts'
import type { Button } from '../ports/buttons.ts'
import { say } from '../ports/content.ts'
import { refuseBlocked } from './admit.ts'
import { assignTo } from './assign.ts'
import { STILL_OURS } from './conversation.ts'
import { pressEarlier } from './earlier.ts'
import { pressGuided } from './guided.ts'
import { answer, type Hearing } from './hearing.ts'
import { setLanguage } from './language.ts'
import { offerMacros, sendMacro, showMacro } from './macro.ts'
import { newQuestion } from './new-question.ts'
import { decideClaim } from './organisation/claim.ts'
import { speaksIn } from './organisation/colleague.ts'
import { pickTicket } from './pick.ts'
import { pressComment, pressScore } from './rating.ts'
import { offerSplit, split } from './relate/split.ts'
import { unmergeTicket } from './relate/unmerge.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { refuseWithoutLeave } from './watch.ts'
import { tellWhy } from './why.ts'

/** A press. What the button means is looked up, and who pressed it is authorised again, every time. */
export async function onPressed(hearing: Hearing<Pressed>): Promise<string> {
  const button = await hearing.unit.buttons.byId(hearing.inbound.button)
  if (!button) throw new Refusal('button-is-stale')
  // The table holds only acts of `buttonFor`.
  const act = button.act as ButtonAct
  if (act === 'language') return setLanguage(hearing, button.argument ?? '')
  if (button.draftId) return onDraft(hearing, button, act)
  if (act === 'confirm-email' || act === 'decline-email') return decideClaim(hearing, act, button.argument ?? '')
  const ticket = button.ticketId ? await hearing.unit.tickets.byId(button.ticketId) : undefined
  if (!ticket) throw new Refusal('button-is-stale')
  return onTicket(hearing, button, act, ticket)
}

/** A draft is its person's alone. */
async function onDraft(hearing: Hearing<Pressed>, button: Button, act: ButtonAct): Promise<string> {
  const draft = button.draftId ? await hearing.unit.drafts.byId(button.draftId) : undefined
  if (!draft || draft.personId !== hearing.person.id || draft.state !== 'open') throw new Refusal('draft-is-gone')
  // It is on screen.
  if (act === 'fill-form') return 'form'
  if (draft.purpose !== 'picker') return pressGuided(hearing, draft, act, button.argument ?? '')
  const picker = await hearing.unit.drafts.hold(draft.id)
  if (!picker) throw new Refusal('draft-is-gone')
  return pickTicket(hearing, picker, act, button.argument ?? '')
}

async function onTicket(hearing: Hearing<Pressed>, button: Button, act: ButtonAct, ticket: Ticket): Promise<string> {
  const own = ticket.requesterId === hearing.person.id
  const theirs = (act === 'still-need-help' || act === 'resolve') && (own || (await speaksIn(hearing, ticket)))
  if ((theirs && act === 'still-need-help') || (own && act === 'new-question'))
    await refuseBlocked(hearing, ticket.deskId)
  if (act === 'still-need-help' && theirs) {
    const outcome = ticket.stage === 'resolved' ? 'reopened' : 'help-still-needed'
    return change(hearing, ticket, (now, desk) => stillNeedHelp(now, desk, hearing.person.id), outcome)
  }
  if (act === 'resolve' && button.argument === 'requester' && theirs) {
    return change(hearing, ticket, (now, desk) => resolveAsRequester(now, desk, hearing.person.id), 'resolved')
  }
  if (act === 'new-question' && own && button.messageId) return newQuestion(hearing, ticket, button.messageId)
  if (act === 'unwatch' && (own || button.argument === hearing.person.id)) {
    if (own) refuseWithoutLeave(hearing, ticket)
    return takeAway(hearing, ticket, button.argument)
  }
  if (act === 'bring-earlier') return pressEarlier(hearing, ticket, button)
  if (act === 'rate') return pressScore(hearing, ticket, button.argument)
  if (act === 'rate-comment') return pressComment(hearing, ticket, button.argument)
  // The form is on screen, or its refusal was said there: what counts is the form sent in.
  if (act === 'note' || act === 'reply' || act === 'edit' || act === 'details') {
    if (traits[hearing.inbound.at.platform].modals) return 'form'
    return answer(hearing, act === 'note' ? say('how-to-note', {}) : say('how-to-reply', {}), 'told-how')
  }
  // Where there are forms it is on screen; what counts is the form sent in.
  if (act === 'macro' && button.argument === null && traits[hearing.inbound.at.platform].modals) return 'form'
  return asAgent(hearing, button, act, ticket)
}

/** Only agents act as agents (design.md §8). */
async function asAgent(hearing: Hearing<Pressed>, button: Button, act: ButtonAct, ticket: Ticket): Promise<string> {
  const { unit, world, person, standing } = hearing
  const desk = deskById(world, ticket.deskId)
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  const by = actorOf(desk, person, standing)
  refuseOutsiders(ticket, desk, by)
  if (act === 'why') return tellWhy(hearing, ticket)
  const argument = button.argument ?? ''
  const asked = askedFor(act, argument)
  if (asked === undefined) throw new Refusal('button-is-stale')
  if (!mayDo(desk, by.roles, asked)) throw new Refusal('not-allowed')
  switch (act) {
    case 'take': {
      const people = await unit.people.byIds(ticket.assigneeId ? [ticket.assigneeId] : [])
      const holder = ticket.assigneeId ? people.get(ticket.assigneeId)?.name : undefined
      return change(hearing, ticket, (now, its) => take(now, its, by, holder), 'taken')
    }
    case 'assign':
      await assignTo(hearing, ticket, { desk, by }, hearing.inbound.chosen ?? argument)
      return 'assigned'
    case 'priority': {
      const { occurredAt } = hearing.inbound
      const prioritised = (its: Desk) => (now: Readonly<Ticket>) => prioritise(now, its, by, argument)
      return change(hearing, ticket, (now, its) => routed(now, its, by.id, occurredAt, prioritised(its)), 'prioritised')
    }
    case 'status':
      return change(hearing, ticket, (now, its) => moveTo(now, its, by, argument), 'moved')
    case 'resolve':
      return change(hearing, ticket, (now, its) => resolveAsAgent(now, its, by), 'resolved')
    case 'reopen':
    case 'still-need-help':
      return change(hearing, ticket, (now, its) => reopen(now, its, by.id), 'reopened')
    case 'acknowledge': {
      const of = clockIn(argument)
      return changeClocks(hearing, ticket, (now, clocks) => acknowledge(now, clocks, by.id, of), 'acknowledged')
    }
    case 'no-reply-needed':
      return changeClocks(hearing, ticket, (now, clocks) => needNoReply(now, clocks, by.id), 'no-reply-needed')
    case 'retry-deliveries': {
      const posts = await unit.deliveries.undeliveredOf(ticket.id)
      return change(hearing, ticket, () => retryUndelivered(by.id, posts), 'retried')
    }
    case 'unwatch':
      return takeAway(hearing, ticket, button.argument)
    case 'macro':
      return button.argument === null ? offerMacros(hearing, ticket) : showMacro(hearing, ticket, argument)
    case 'macro-send':
      return sendMacro(hearing, ticket, argument)
    case 'unmerge':
      return unmergeTicket(hearing, argument)
    case 'split-from':
      return offerSplit(hearing, ticket, button.messageId)
    case 'split':
      return split(hearing, ticket, button.messageId, argument)
    case 'send-anyway':
      return sendAnyway(hearing, ticket, by, button)
    default:
      throw new Refusal('button-is-stale')
  }
}

const asks: Partial<Record<ButtonAct, Asked>> = {
  take: 'take',
  assign: 'assign',
  priority: 'triage',
  note: 'note',
  details: 'triage',
  reply: 'reply',
  resolve: 'resolve',
  reopen: 'reopen',
  'still-need-help': 'reopen',
  'send-anyway': 'reply',
  unwatch: 'watch',
  'retry-deliveries': 'reply',
  macro: 'reply',
  'macro-send': 'reply',
  unmerge: 'merge',
  'split-from': 'link',
  split: 'link',
  acknowledge: 'take',
  'no-reply-needed': 'reply',
}

/** What leave a press needs; undefined for one that is not an agent's. */
export function askedFor(act: ButtonAct, argument: string): Asked | undefined {
  return act === 'status' ? `to:${argument}` : asks[act]
}

/** Somebody reads along no more: they leave, or are taken out. */
async function takeAway(hearing: Hearing<Pressed>, ticket: Ticket, who: string | null): Promise<string> {
  return change(hearing, ticket, (now) => unwatch(now, hearing.person.id, who ?? ''), 'taken-out')
}

/** What was held back goes out after all; only its author may say so. */
async function sendAnyway(
  hearing: Hearing<Pressed>,
  ticket: Ticket,
  by: Actor,
  { messageId, argument }: Button,
): Promise<string> {
  const { unit } = hearing
  const message = messageId ? await unit.messages.byId(messageId) : undefined
  if (!message || message.authorId !== by.id || message.deletedAt) throw new Refusal('button-is-stale')
  if (message.kind === 'message') return 'sent-already'
  // On a ticket of one's own it is the requester's word (sla.md S10).
  const side = ticket.requesterId === by.id ? 'requester' : message.side
  await unit.messages.setKind(message.id, 'message', side)
  const how = { stillOurs: argument === STILL_OURS }
  await changeTicket(unit, hearing.world, ticket.id, (now, desk) => sendNote(now, desk, by, message.id, how), {
    occurredAt: hearing.inbound.occurredAt,
    messages: [{ ...message, kind: 'message', side }],
  })
  return answer(hearing, say('sent-anyway', { key: ticket.key }), 'sent-anyway')
}

async function change(
  hearing: Hearing<Pressed>,
  ticket: Ticket,
  decide: Parameters<typeof changeTicket>[3],
  outcome: string,
): Promise<string> {
  await changeTicket(hearing.unit, hearing.world, ticket.id, decide, { occurredAt: hearing.inbound.occurredAt })
  return outcome
}

/** The clock a button is about (`acts/escalate.ts`). */
function clockIn(argument: string): OfClock {
  const [name, cycle] = argument.split(' ')
  const metric = metrics.find((one) => one === name)
  if (!metric) throw new Refusal('button-is-stale')
  return { metric, cycle: Number(cycle) }
}

async function changeClocks(
  hearing: Hearing<Pressed>,
  ticket: Ticket,
  decide: (ticket: Readonly<Ticket>, clocks: readonly Clock[]) => TicketEvent[],
  outcome: string,
): Promise<string> {
  return change(hearing, ticket, (now, _, { judged }) => decide(now, judged?.keeping.clocks ?? []), outcome)
}
