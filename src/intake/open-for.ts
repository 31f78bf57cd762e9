import { deskById } from '../acts/world.ts'
import type { Address, Answers, Commanded } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { mayDo, rolesOf } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { plainText } from '../domain/text/text.ts'
import { type Content, say } from '../ports/content.ts'
import { answer, type Hearing } from './hearing.ts'
import { openInWords } from './open-in-words.ts'
import { isAgentOf, type Standing } from './standing.ts'
import { personKnownBy, personNamed } from './whom.ts'

/**
 * `/ticket for @kim words`: an agent opens a ticket for somebody else. They are told in their own place that it was,
 * and nothing else (sla.md S10); the agent's words are a note.
 */
export async function openFor(
  hearing: Hearing<Commanded>,
  intent: { deskId: string; type: string; whom: string; words: string },
): Promise<string> {
  const desk = deskById(hearing.world, intent.deskId)
  refuseNoAgent(desk, hearing.standing)
  const requester = await requesterOf(hearing, intent.whom)
  const ticket = await openInWords(hearing, {
    desk,
    number: await hearing.nextNumber(desk.desk),
    requester,
    ticketType: intent.type,
    text: plainText(intent.words),
    at: await ownChatOf(hearing, requester),
    onBehalf: true,
  })
  const { key, subject } = ticket
  const said: Content['body'][number] = say('opened-for-them', { key, subject, name: requester.name })
  return answer(hearing, said, 'opened-for')
}

/** Whether they work for this desk and may answer its requesters. */
export function mayOpenFor(desk: Desk, standing: Standing): boolean {
  return isAgentOf(desk, standing) && mayDo(desk, rolesOf(desk, [standing]), 'reply')
}

/** @throws Refusal where they do not work for this desk, or may not answer its requesters */
export function refuseNoAgent(desk: Desk, standing: Standing): void {
  if (!isAgentOf(desk, standing)) throw new Refusal('not-an-agent')
  if (!mayOpenFor(desk, standing)) throw new Refusal('not-allowed')
}

/** For whom a form asks, where that is somebody else: as it was chosen or typed. */
export function whomIn(answers: Answers): string | undefined {
  return [answers['for-whom'] ?? answers['for-whom-other'] ?? []].flat()[0]?.trim()
}

/** Whom an agent means: a person of their platform, the key of a ticket, a Telegram id. */
export async function requesterOf(hearing: Hearing, whom: string): Promise<Person> {
  if (hearing.others.has(whom)) return personNamed(hearing, whom)
  const known = await personKnownBy(hearing, whom)
  if (!known) throw new Refusal('no-such-requester')
  return known
}

/** Somebody's own chat with the desk, on a platform that runs. */
export async function ownChatOf({ unit, world }: Hearing, person: Person): Promise<Address> {
  const addresses = await unit.people.addresses(person.id)
  const own = addresses.find(({ platform, account }) => world.accountOf(platform) === account)
  if (!own) throw new Refusal('no-such-requester')
  return { platform: own.platform, account: own.account, chat: own.id }
}
