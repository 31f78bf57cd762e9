import type { PersonId } from './person.ts'

/** What is known of an agent when a ticket looks for somebody. */
export interface Candidate {
  id: PersonId
  /** Tickets of the desk they have that are not resolved. */
  load: number
  /** When a ticket last came to them by itself. */
  lastAt: Date | undefined
}

/** Those a question may fall to: whoever asked it only where there is nobody else. */
export function othersThan(asker: PersonId, candidates: readonly Candidate[]): readonly Candidate[] {
  const others = candidates.filter(({ id }) => id !== asker)
  return others.length > 0 ? others : candidates
}

/**
 * Who gets the next ticket. Round robin: whoever has waited longest for one, those who never had one first. Least
 * loaded: the fewest tickets on hand, among equals round robin. The same candidates give the same answer.
 */
export function nextOf(how: 'round-robin' | 'least-loaded', candidates: readonly Candidate[]): PersonId | undefined {
  const waited = (one: Candidate, other: Candidate) =>
    (one.lastAt?.getTime() ?? 0) - (other.lastAt?.getTime() ?? 0) || (one.id < other.id ? -1 : 1)
  const order =
    how === 'round-robin' ? waited : (one: Candidate, other: Candidate) => one.load - other.load || waited(one, other)
  return candidates.toSorted(order)[0]?.id
}
