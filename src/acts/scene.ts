import type { Address } from '../adapter.ts'
import type { Desk } from '../domain/desk/desk.ts'
import { languageFor, signature } from '../domain/desk/questions.ts'
import type { Person, PersonId } from '../domain/person.ts'
import type { Message } from '../domain/ticket/message.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Hour, namedHour } from '../ports/content.ts'
import type { Times } from '../ports/promises.ts'
import type { Unit } from '../ports/store.ts'
import type { Place } from '../ports/tickets.ts'
import type { World } from './world.ts'

/** Everything at hand when people are told what happened to a ticket. */
export interface Scene {
  unit: Unit
  world: World
  desk: Desk
  before: Readonly<Ticket>
  after: Readonly<Ticket>
  timesBefore: Readonly<Times>
  /** What time makes of `after`. */
  times: Readonly<Times>
  places: readonly Place[]
  people: ReadonlyMap<PersonId, Person>
  /** The name of the organisation it is of now. */
  organisation: string | undefined
  /** The messages this change is about, as they read now. */
  messages: ReadonlyMap<string, Message>
  /** Those they answer. */
  answered: ReadonlyMap<string, Message>
  /** The place where it was said or pressed: nobody is told there what they did themselves. */
  origin: string | undefined
}

/** As the desk knows them now; empty of whoever the scene was not given. */
export function nameOf(scene: Pick<Scene, 'people'>, person: PersonId): string {
  return scene.people.get(person)?.name ?? ''
}

/** How an agent signs to somebody who reads this language (`agentName` of the desk file). */
export function signatureOf(scene: Pick<Scene, 'people' | 'desk'>, person: PersonId, language: string): string {
  return signature(scene.desk, nameOf(scene, person), language)
}

/** The language of a place: the triage channel speaks the desk's own, who asks or reads along theirs where the desk has it. */
export function languageAt(
  scene: Pick<Scene, 'people' | 'desk' | 'after'>,
  { side, personId }: Pick<Place, 'side' | 'personId'>,
): string {
  const whose = personId ?? scene.after.requesterId
  const wanted = side === 'requester' ? scene.people.get(whose)?.language : undefined
  return languageFor(scene.desk, wanted)
}

/** Where a post for this place goes: to the chat itself while its thread is not there yet (`afterRoot`). */
export function addressAt(place: Place): Address {
  return { platform: place.platform, account: place.account, chat: place.chat, thread: place.thread ?? undefined }
}

/** A post in a place whose thread is not there yet waits for its root. */
export function afterRoot(place: Place): string | null {
  return place.rootDeliveryId
}

/** An hour in the desk's zone, with its name: what stands there may be read anywhere. `at`: UTC, ISO 8601. */
export function hourIn(desk: Desk, at: Date | string): Hour {
  return namedHour(at, desk.zone)
}

export const hourAt = ({ desk }: Scene, at: string): Hour => hourIn(desk, at)
