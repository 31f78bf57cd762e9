import { buttonFor } from '../acts/buttons.ts'
import { changeTicket } from '../acts/change.ts'
import { openTicket } from '../acts/open.ts'
import { deskById } from '../acts/world.ts'
import { type Commanded, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { SUBJECT_MAX } from '../domain/desk/form.ts'
import { label, mayDo } from '../domain/desk/questions.ts'
import { Refusal } from '../domain/refusal.ts'
import { firstLine } from '../domain/text/first-line.ts'
import { plainText } from '../domain/text/text.ts'
import { resolveAsAgent, resolveAsRequester } from '../domain/ticket/resolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ChoiceContent, say } from '../ports/content.ts'
import type { Draft } from '../ports/drafts.ts'
import { aboutItsTopic } from './about-topic.ts'
import { amongAgents } from './among-agents.ts'
import { byKey } from './by-key.ts'
import { deepLinkOf } from './deep-link.ts'
import { deleteOwn } from './delete-own.ts'
import { requesterAt } from './desk-of.ts'
import { find } from './find.ts'
import { livingTickets } from './grace.ts'
import { showAnswered, startGuided } from './guided.ts'
import { answer, type Hearing, languageOf, whisper } from './hearing.ts'
import { tellHistory } from './history.ts'
import { type Intent, intentOf } from './intent.ts'
import { join } from './invite.ts'
import { setLanguage } from './language.ts'
import { merge } from './merge.ts'
import { openFor } from './open-for.ts'
import { claimEmail } from './organisation/claim.ts'
import { listCompany, share } from './organisation/company.ts'
import { enterBy } from './organisation/enter.ts'
import { manage } from './organisation/manage.ts'
import { postTo } from './post-to.ts'
import { tellQueue } from './queues.ts'
import { setQuiet } from './quiet.ts'
import { relate } from './relate/index.ts'
import { offerSplitOf } from './relate/split.ts'
import { tellReport } from './report.ts'
import { tellRoadmap } from './roadmap.ts'
import { setField } from './set-field.ts'
import { actorOf, isAgentOf } from './standing.ts'
import { statusShown, tellStatus } from './status.ts'
import { undo } from './undo.ts'
import { bringIn, takeOut } from './watch.ts'
import { tellWhy } from './why.ts'

/** A command: looked at once more here, and answered to the one who gave it. */
export async function onCommanded(hearing: Hearing<Commanded>): Promise<string> {
  const intent = intentOf(hearing.world, await aboutItsTopic(hearing))
  if (hearing.inbound.inGroup && !amongAgents(hearing, intent)) return greetInGroup(hearing)
  switch (intent.do) {
    case 'form':
      return startForm(hearing, intent)
    case 'open':
      return openNow(hearing, intent)
    case 'open-for':
      return openFor(hearing, intent)
    case 'history': {
      const { ticket, asAgent } = await byKey(hearing, intent.key, { watchers: true })
      return tellHistory(hearing, ticket, asAgent)
    }
    case 'why': {
      const { ticket, asAgent } = await byKey(hearing, intent.key)
      if (!asAgent) throw new Refusal('not-an-agent')
      return tellWhy(hearing, ticket)
    }
    case 'report':
      return tellReport(hearing, intent)
    case 'merge':
      return merge(hearing, intent)
    case 'quiet':
      return setQuiet(hearing, intent.hours)
    case 'set':
      return setField(hearing, intent)
    case 'roadmap':
      return tellRoadmap(hearing, intent.year)
    case 'queue':
      return tellQueue(hearing, intent.which)
    case 'find':
      return find(hearing, intent.words)
    case 'watch':
      return bringIn(hearing, intent)
    case 'unwatch':
      return takeOut(hearing, intent)
    case 'language':
      return setLanguage(hearing, intent.wanted)
    case 'list':
      return list(hearing)
    case 'company':
      return listCompany(hearing)
    case 'share':
      return share(hearing, intent.key, intent.whom)
    case 'claim-email':
      return claimEmail(hearing, intent.email)
    case 'organisation':
      return manage(hearing, intent.words)
    case 'status':
      return tellStatus(hearing, intent.key)
    case 'close':
      return close(hearing, intent.key)
    case 'help':
      return help(hearing)
    case 'start':
      return greet(hearing)
    case 'cancel':
      return cancel(hearing)
    case 'undo':
      return undo(hearing)
    case 'delete':
      return deleteOwn(hearing)
    case 'greet-in-group':
      return greetInGroup(hearing)
    case 'split-message':
      return offerSplitOf(hearing)
    default:
      return relate(hearing, intent)
  }
}

async function greetInGroup(hearing: Hearing): Promise<string> {
  const content = { language: languageOf(hearing), body: [say('start-in-group', {})] }
  await hearing.unit.deliveries.owe([postTo(hearing, content)])
  return 'greeted'
}

/** The form itself is already on screen, or is asked question by question; the draft is kept either way. */
async function startForm(hearing: Hearing<Commanded>, intent: Extract<Intent, { do: 'form' }>): Promise<string> {
  const { unit, inbound, person } = hearing
  const draft = {
    id: inbound.draft,
    personId: person.id,
    deskId: intent.desk?.desk ?? null,
    purpose: 'form' as const,
    platform: inbound.at.platform,
    account: inbound.at.account,
    chat: inbound.at.chat,
    body: { answers: intent.answers, path: [], messages: [] },
    state: 'open' as const,
    ticketId: null,
  }
  if (!traits[inbound.at.platform].modals) return startGuided(hearing, draft)
  await unit.drafts.save(draft)
  return 'form-shown'
}

async function openNow(hearing: Hearing<Commanded>, intent: Extract<Intent, { do: 'open' }>): Promise<string> {
  const { unit, world, inbound, person } = hearing
  const text = plainText(intent.words)
  const at = requesterAt(intent.desk, inbound.at, hearing.standing.id)
  const ticket = await openTicket(unit, world, {
    desk: intent.desk,
    number: await hearing.nextNumber(intent.desk.desk),
    requester: person,
    by: person,
    subject: firstLine(text, SUBJECT_MAX),
    ticketType: intent.type,
    fields: {},
    occurredAt: inbound.occurredAt,
    words: [{ authorId: person.id, text, occurredAt: inbound.occurredAt }],
    at,
  })
  return answer(hearing, say('ticket-opened', { key: ticket.key, subject: ticket.subject }), 'opened')
}

async function list(hearing: Hearing<Commanded>): Promise<string> {
  const own = await livingTickets(hearing, hearing.person)
  const tickets = [...own, ...(await hearing.unit.tickets.ofWatcher(hearing.person.id))]
  if (tickets.length === 0) return answer(hearing, say('list-empty', {}), 'listed')
  const lines = tickets.slice(0, 30).map((ticket) => {
    const { key, subject } = ticket
    const facts = { key, subject, status: statusShown(hearing, ticket) }
    return own.includes(ticket) ? say('list-line', facts) : say('list-line-watched', facts)
  })
  await hearing.unit.deliveries.owe([whisper(hearing, [say('list-head', { count: tickets.length }), ...lines])])
  return 'listed'
}

/** The requester says it is done; an agent may too, by key. Without a key: the only open one, else a choice. */
async function close(hearing: Hearing<Commanded>, key: string | undefined): Promise<string> {
  if (key !== undefined) {
    const { ticket, asAgent, mayWrite } = await byKey(hearing, key)
    if (!mayWrite) throw new Refusal('sees-only', { key: ticket.key })
    return resolveAs(hearing, ticket, asAgent)
  }
  const open = (await livingTickets(hearing, hearing.person)).filter(({ stage }) => stage !== 'resolved')
  const [only, another] = open
  if (!only) return answer(hearing, say('nothing-to-close', {}), 'nothing-to-close')
  if (!another) return resolveAs(hearing, only, false)
  const choices: ChoiceContent[][] = []
  for (const ticket of open) {
    const button = buttonFor(hearing.world.ids, { act: 'resolve', ticketId: ticket.id, argument: 'requester' })
    await hearing.unit.buttons.keep([button])
    const shown = say('which-ticket-button', { key: ticket.key, subject: firstLine(plainText(ticket.subject), 40) })
    choices.push([{ kind: 'button', id: button.id, label: shown }])
  }
  await hearing.unit.deliveries.owe([whisper(hearing, [say('which-ticket-to-close', {})], choices)])
  return 'which-ticket'
}

async function resolveAs(hearing: Hearing<Commanded>, ticket: Ticket, asAgent: boolean): Promise<string> {
  const { unit, world, person, standing, inbound } = hearing
  const desk = deskById(world, ticket.deskId)
  if (asAgent && !mayDo(desk, actorOf(desk, person, standing).roles, 'resolve')) throw new Refusal('not-allowed')
  if (ticket.stage === 'resolved') return answer(hearing, say('closed-already', { key: ticket.key }), 'closed-already')
  await changeTicket(
    unit,
    world,
    ticket.id,
    (now, its) =>
      asAgent ? resolveAsAgent(now, its, actorOf(desk, person, standing)) : resolveAsRequester(now, its, person.id),
    { occurredAt: inbound.occurredAt },
  )
  if (!traits[inbound.at.platform].modals) return 'resolved'
  return answer(hearing, say('closed-by-you', { key: ticket.key }), 'resolved')
}

async function greet(hearing: Hearing<Commanded>): Promise<string> {
  const { world, person, inbound } = hearing
  const entered = await enterBy(hearing, inbound.words)
  if (entered !== undefined) return entered
  const link = deepLinkOf(world.desks, inbound.words)
  if (link?.type !== undefined) return startLinked(hearing, link.desk, link.type)
  const joined = link ? undefined : await join(hearing)
  if (joined !== undefined) return joined
  const wished = link && (await rememberWish(hearing, link.desk))
  const language = languageOf(hearing)
  const name = (wished ? [wished] : world.desks).map((one) => label(one.name, language, one)).join(', ')
  await hearing.unit.people.setReachable(hearing.standing.address, true)
  await hearing.unit.deliveries.owe([
    postTo(hearing, { language, body: [say('start-greeting', { desk: name, name: person.name })] }),
  ])
  return inbound.words === '' ? 'greeted' : 'greeted-with-link'
}

/** A link to the bot may name a desk (design.md §8): where there are several, the next words go to that one. */
async function rememberWish(hearing: Hearing<Commanded>, desk: Desk): Promise<Desk> {
  const { unit, world, person, inbound } = hearing
  if (world.desks.length === 1 || (await unit.drafts.openIn(person.id, inbound.at.chat))) return desk
  await unit.drafts.save(linkedDraft(hearing, desk))
  return desk
}

/** The link names a ticket type, too: its form begins at once. */
async function startLinked(hearing: Hearing<Commanded>, desk: Desk, type: string): Promise<string> {
  await hearing.unit.people.setReachable(hearing.standing.address, true)
  const draft = linkedDraft(hearing, desk)
  return startGuided(hearing, { ...draft, body: { ...draft.body, type } })
}

function linkedDraft({ person, inbound }: Hearing<Commanded>, desk: Desk): Draft {
  const { platform, account, chat } = inbound.at
  return {
    id: inbound.draft,
    personId: person.id,
    deskId: desk.desk,
    purpose: 'form',
    platform,
    account,
    chat,
    body: { answers: {}, path: [], messages: [] },
    state: 'open',
    ticketId: null,
  }
}

async function cancel(hearing: Hearing<Commanded>): Promise<string> {
  const { unit, person, inbound } = hearing
  const draft = await unit.drafts.openIn(person.id, inbound.at.chat)
  if (!draft) return answer(hearing, say('nothing-to-cancel', {}), 'nothing-to-cancel')
  await unit.drafts.save({ ...draft, state: 'cancelled' })
  await showAnswered(hearing, draft)
  return answer(hearing, say('draft-cancelled', {}), 'cancelled')
}

/** What everybody can do; and agents, what they can. */
async function help(hearing: Hearing<Commanded>): Promise<string> {
  const { world, standing, inbound, unit } = hearing
  const command = '/ticket'
  const [all, agents] = traits[inbound.at.platform].modals
    ? [say('help-slack', { command }), say('help-slack-agents', { command })]
    : [say('help-telegram', {}), say('help-telegram-agents', {})]
  const works = world.desks.some((desk) => isAgentOf(desk, standing))
  await unit.deliveries.owe([whisper(hearing, [...(inbound.inGroup ? [] : [all]), ...(works ? [agents] : [])])])
  return 'helped'
}
