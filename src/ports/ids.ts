import { createHash, createHmac, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** Ids are made by us, so that one round trip writes a ticket and everything owed (design.md §8). */
export interface Ids {
  /** uuid v7: sorts by time. */
  uuid: () => string
  /** An opaque id for the same parts, always the same: what a button carries. 22 characters of base64url. */
  seal(parts: readonly (string | null)[]): string
  /** What nobody can guess: 32 characters of base64url. */
  code(): string
}

/** Some four hundred kilobytes: what is asked for again is asked for in the same change. */
const MOST_SEALED = 2_000

/** @param secret `SECRET` of the configuration: nobody else can make an id that means something. */
export function idsOf(secret: string): Ids {
  // A ticket's card is made twice with every change, to see whether it shows something else, and its buttons are the same.
  const sealed = new Map<string, string>()
  const seal = (said: string): string => {
    const id = createHmac('sha256', secret).update(said).digest('base64url').slice(0, 22)
    if (sealed.size >= MOST_SEALED) sealed.clear()
    sealed.set(said, id)
    return id
  }
  return {
    uuid: () => v7(),
    seal: (parts) => {
      const said = JSON.stringify(parts)
      return sealed.get(said) ?? seal(said)
    },
    code: () => randomBytes(24).toString('base64url'),
  }
}

/** The same content, the same id, in every process: 22 characters of base64url. No secret: anybody can make it. */
export function idOfContent(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
}
