import { isInThread } from '../acts/field-shown.ts'
import { openTicket } from '../acts/open.ts'
import { keepFiles, oweFiles } from '../acts/owe-files.ts'
import type { Words } from '../acts/speak.ts'
import { originalOf } from '../acts/speak.ts'
import { type ThreadMessage, traits } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { checkAnswers, fieldsOf, label, typeOf } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { toPlain } from '../domain/text/plain.ts'
import { type Block, plainText, type Text } from '../domain/text/text.ts'
import { whatIs } from '../domain/ticket/enclosure.ts'
import type { Label } from '../ports/content.ts'
import type { Draft, HeldMessage } from '../ports/drafts.ts'
import { requesterAt } from './desk-of.ts'
import { fieldLabel } from './field-label.ts'
import { type Hearing, meetOther } from './hearing.ts'
import { asOffered, planOf } from './offered.ts'
import { ownChatOf, refuseNoAgent, requesterOf, whomIn } from './open-for.ts'
import { shareAtOpening } from './organisation/share.ts'
import { isAgentOf } from './standing.ts'
import { askingOnly } from './steps.ts'
import { refuseRaised } from './ticket-of.ts'

/** The ticket a draft asks for. The answers are checked again here: what a platform sends is never trusted. */
export async function openFromDraft(hearing: Hearing, desk: Desk, draft: Draft): Promise<string> {
  const { unit, world, person, inbound } = hearing
  const typeId = draft.body.type ?? desk.types[0].id
  // Whoever asks for somebody else has chosen among their own: what the other's plan does not offer is the agents' to say.
  const offered = asOffered(desk, await planOf(unit, desk, person.id))
  const checked = checkAnswers(askingOnly(offered), typeId, answersOf(draft))
  if ('errors' in checked) throw new Refusal('answers-incomplete')
  const { subject, description, category, priority, ...answered } = checked.values
  const held = draft.body.messages[0]
  if (draft.body.raised && held) await refuseRaised(unit, inbound.at, held)
  const { fields, files } = await fieldsKept(hearing, desk, draft, typeId, answered)
  const { requester, author, onBehalf } = await whoAsks(hearing, desk, draft)
  const words: Omit<Words, 'ticketId' | 'kind' | 'side'>[] = []
  for (const message of draft.body.messages) {
    words.push({
      authorId: author.id,
      text: message.text,
      enclosures: message.enclosures,
      occurredAt: new Date(message.occurredAt),
      original: originalOf(message, inbound.at),
    })
  }
  const described = [description ?? [], draft.body.more ?? []].flat().join('\n')
  const told = formText(desk, typeId, draft.body.raised ? fields : { description: described, ...fields })
  if (told) words.push({ authorId: person.id, text: told, occurredAt: inbound.occurredAt })
  const { threads } = traits[inbound.at.platform]
  const home = { ...inbound.at, chat: draft.chat, thread: undefined }
  const ticket = await openTicket(unit, world, {
    desk,
    number: await hearing.nextNumber(desk.desk),
    requester,
    by: person,
    subject: [subject ?? ''].flat().join(' '),
    ticketType: typeId,
    ...(typeof category === 'string' && { category }),
    ...(typeof priority === 'string' && { priority }),
    fields,
    occurredAt: inbound.occurredAt,
    words,
    onBehalf,
    at: onBehalf
      ? await ownChatOf(hearing, requester)
      : !threads
        ? { ...inbound.at, chat: draft.chat }
        : held?.thread !== undefined || draft.body.raised
          ? { ...inbound.at, chat: held?.chat ?? draft.chat, thread: held?.thread ?? held?.message }
          : requesterAt(desk, home, hearing.standing.id),
    link: draft.body.link,
    midThread: draft.body.raised ? midThread(held) : undefined,
  })
  await oweFiles(unit, world, desk, ticket.id, person, files)
  // As long as its words are kept, so are they, and they go with them; where it has no words, for as long as loose files are.
  const [first] = await unit.forgetting.messagesOf(ticket.id)
  if (first !== undefined)
    await unit.files.moveTo(
      first,
      files.map(({ id }) => id),
    )
  await shareAtOpening(hearing, desk, ticket, checked.values)
  await unit.drafts.save({ ...draft, state: 'used', ticketId: ticket.id })
  return 'opened'
}

function midThread(held: HeldMessage | undefined): ThreadMessage | undefined {
  if (held?.thread === undefined || held.thread === held.message) return undefined
  const { chat, thread, message } = held
  return { chat, thread, message }
}

/** Fields as a ticket keeps them: people by name, files by our own ids. */
async function fieldsKept(
  hearing: Hearing,
  desk: Desk,
  draft: Draft,
  typeId: string,
  answered: Record<string, string | string[]>,
) {
  const { unit, world, standing, others } = hearing
  const fields = { ...answered }
  const files: { id: string; label: Label }[] = []
  for (const field of fieldsOf(desk, typeId, answered)) {
    const given = [answered[field.id] ?? []].flat()
    if (field.kind === 'person') {
      const [first] = given
      if (first !== undefined) fields[field.id] = others.get(first)?.name ?? first
    }
    if (field.kind !== 'file' || given.length === 0) continue
    const seen = given.map((id) => draft.body.files?.find((file) => file.id === id) ?? { id })
    const kept = await keepFiles(unit, world, standing.address, seen)
    fields[field.id] = kept
    files.push(...kept.map((id) => ({ id, label: fieldLabel(desk, field, desk.languages[0] ?? 'en') })))
  }
  return { fields, files }
}

/** Answers, with the message it was raised from as the description. */
function answersOf(draft: Draft): Record<string, string | string[]> {
  const [held] = draft.body.messages
  const { answers } = draft.body
  if (!draft.body.raised || !held) return answers
  const words = toPlain(held.text).slice(0, 3000)
  return {
    ...answers,
    description:
      words === '' ? draft.body.messages.flatMap(({ enclosures }) => enclosures.map(whatIs)).join(' ') || '-' : words,
  }
}

/** An agent may say for whom they ask, and who raises somebody's message asks for them; anybody else asks for themselves. */
async function whoAsks(
  hearing: Hearing,
  desk: Desk,
  draft: Draft,
): Promise<{ requester: Person; author: Person; onBehalf: boolean }> {
  const { person, standing } = hearing
  const { answers, messages } = draft.body
  const id = messages[0]?.author
  const other = id === undefined ? undefined : await meetOther(hearing, id)
  const author = other?.person ?? person
  const whom = whomIn(answers)
  if (whom) {
    refuseNoAgent(desk, hearing.standing)
    const requester = await requesterOf(hearing, whom)
    if (requester.id !== person.id) return { requester, author, onBehalf: true }
  }
  const forThem = other !== undefined && other.standing.kind !== 'bot' && isAgentOf(desk, standing)
  return { requester: forThem ? author : person, author, onBehalf: false }
}

/** What was written in the form, as the first message: the description, then each long answer under its label. */
function formText(desk: Desk, typeId: string, values: Record<string, string | string[]>): Text | undefined {
  const blocks: Block[] = []
  for (const field of fieldsOf(desk, typeId, values)) {
    const value = [values[field.id] ?? []].flat().join('\n')
    if (!isInThread(field, value) || value === '') continue
    if (field.label && typeOf(desk, typeId)) {
      const shown = label(field.label, desk.languages[0] ?? 'en', desk)
      blocks.push({ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: shown }] }] })
    }
    blocks.push(...plainText(value).children)
  }
  return blocks.length > 0 ? { type: 'root', children: blocks } : undefined
}
