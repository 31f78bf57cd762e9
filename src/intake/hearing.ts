import type { World } from '../acts/world.ts'
import type { Inbound } from '../adapter.ts'
import { languageFor } from '../domain/desk/questions.ts'
import type { Person } from '../domain/person.ts'
import type { ChoiceContent, Content, Sentence } from '../ports/content.ts'
import { type Owed, ranks, type Unit } from '../ports/store.ts'
import type { EarlierAsked } from './earlier.ts'
import type { Foreseen } from './foresee.ts'
import { settleOrganisations } from './organisation/settle.ts'
import type { Standing } from './standing.ts'

/** One thing a person said or did, with everything at hand to act on it, inside one transaction. */
export interface Hearing<I extends Inbound = Inbound> {
  unit: Unit
  world: World
  inbound: I
  /** Who did it, met: their person row is there. */
  person: Person
  standing: Standing
  /** Others it names, by platform id: a person chosen, a message's author, somebody mentioned. */
  others: ReadonlyMap<string, Standing>
  /**
   * A number for a ticket of this desk, taken outside the transaction; only for those who may open one now
   * (`admit.ts`: a Refusal for who is blocked, `OverLimit` for too many). `follows`: one they have had there.
   */
  nextNumber(deskId: string, follows?: 'follows'): Promise<number>
  /** True for the first message that asks within this time (ms), also when its row is tried again; over all replicas. */
  once(name: string, forMs: number): Promise<boolean>
  /** The message a ticket is raised from, as a link; where the platform has links. */
  link?: string | undefined
  /** A link that opens a chat with our bot and gives it these words, where a platform that runs has such links. */
  startLink(parameter: string): string | undefined
  /** What was said before the message a ticket was raised from, where that was asked for. */
  earlier?: EarlierAsked | undefined
  /** How often the row has been tried before. */
  tries: number
  /** What was asked about words before anybody wanted the answer. */
  foreseen?: Foreseen | undefined
}

/** The language somebody is spoken to in outside any desk: theirs where any desk speaks it. */
export function languageOf(hearing: Pick<Hearing, 'world' | 'person'>): string {
  const languages = [...new Set(hearing.world.desks.flatMap((desk) => desk.languages))]
  return languageFor({ languages }, hearing.person.language)
}

/** A private answer to whoever did this, where they did it: nobody else sees it. */
export function whisper(hearing: Hearing, sentences: Content['body'], choices?: ChoiceContent[][]): Owed {
  const { world, inbound, standing } = hearing
  return {
    id: world.ids.uuid(),
    ticketId: null,
    to: inbound.at,
    class: 'must-arrive',
    rank: ranks.words,
    act: 'whisper',
    content: { language: languageOf(hearing), body: sentences, ...(choices && { choices }) },
    person: standing.address.id,
    via: ('via' in inbound && inbound.via) || null,
    replyTo: ('message' in inbound && inbound.message) || null,
  }
}

/** Owes one private answer. Returns the outcome kept on the inbox row. */
export async function answer(hearing: Hearing, sentence: Sentence, outcome: string): Promise<string> {
  await hearing.unit.deliveries.owe([whisper(hearing, [sentence])])
  return outcome
}

/** Somebody else this is about, met like the one who did it. */
export async function meetOther(
  hearing: Hearing,
  platformId: string,
): Promise<{ person: Person; standing: Standing } | undefined> {
  const standing = hearing.others.get(platformId)
  if (!standing) return undefined
  const person = await hearing.unit.people.meet(standing.address, standing)
  await settleOrganisations(hearing, person, standing)
  return { person, standing }
}
