import { nameOf, signatureOf } from '../acts/scene.ts'
import { turnSentence } from '../acts/turn-shown.ts'
import { deskById } from '../acts/world.ts'
import type { Said } from '../adapter.ts'
import { asksAfter } from '../domain/asks-after.ts'
import { called, languageFor } from '../domain/desk/questions.ts'
import { releaseText } from '../domain/release.ts'
import { plannedFor } from '../domain/roadmap.ts'
import { toPlain } from '../domain/text/plain.ts'
import type { Text } from '../domain/text/text.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { turnOf } from '../domain/turn.ts'
import { type Content, say } from '../ports/content.ts'
import { byKey } from './by-key.ts'
import { type Hearing, whisper } from './hearing.ts'

/** The key somebody asks after in words, outside any ticket's thread; undefined for words that say something else. */
export function askedAfter({ world, inbound }: Hearing<Said>, text: Text = inbound.text): string | undefined {
  if (inbound.enclosures.length > 0 || inbound.replyTo !== undefined) return undefined
  return asksAfter(
    toPlain(text),
    world.desks.map(({ prefix }) => prefix),
  )
}

/** A ticket's status as this reader's language calls it. */
export function statusShown(hearing: Pick<Hearing, 'world' | 'person'>, ticket: Ticket): string {
  const desk = deskById(hearing.world, ticket.deskId)
  return called(desk, 'status', ticket.status, languageFor(desk, hearing.person.language))
}

/** How a ticket is going: to whoever asked for it, or works on it. */
export async function tellStatus(hearing: Hearing, key: string): Promise<string> {
  const { ticket, asAgent } = await byKey(hearing, key, { watchers: true })
  const desk = deskById(hearing.world, ticket.deskId)
  const release = plannedFor(desk, ticket)
  const content: Content = {
    language: languageFor(desk, hearing.person.language),
    heading: say('card-heading', { key: ticket.key, subject: ticket.subject }),
    body: [],
    fields: [
      { label: say('card-status', {}), value: { words: statusShown(hearing, ticket) } },
      { label: say('card-turn', {}), value: turnSentence(turnOf(ticket.stage)) },
      ...(asAgent || desk.agentName !== 'desk' ? [await assigneeShown(hearing, ticket, asAgent)] : []),
      ...(release ? [{ label: say('card-planned', {}), value: { words: releaseText(release) } }] : []),
    ],
  }
  await hearing.unit.deliveries.owe([{ ...whisper(hearing, []), content }])
  return 'status-told'
}

/** Agents read who has it by name, others as that agent signs (`agentName`); where it is the desk that signs they are not told. */
async function assigneeShown({ unit, world, person }: Hearing, { assigneeId, deskId }: Ticket, asAgent: boolean) {
  const label = say('card-assignee', {})
  if (assigneeId === null) return { label, value: say('card-nobody', {}) }
  const desk = deskById(world, deskId)
  const people = await unit.people.byIds([assigneeId])
  const name = asAgent
    ? nameOf({ people }, assigneeId)
    : signatureOf({ people, desk }, assigneeId, languageFor(desk, person.language))
  return { label, value: { words: name } }
}
