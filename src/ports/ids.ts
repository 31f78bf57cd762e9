import { createHash, createHmac, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** Ids are made by us, so that one round trip writes a ticket and everything owed (design.md §8). */
export interface Ids {
  /** uuid v7: sorts by time. */
  uuid(): string
  /** An opaque id for the same parts, always the same: what a button carries. 22 characters of base64url. */
  seal(parts: readonly (string | null)[]): string
  /** What nobody can guess: 32 characters of base64url. */
  code(): string
}

/** @param secret `SECRET` of the configuration: nobody else can make an id that means something. */
export function idsOf(secret: string): Ids {
  return {
    uuid: () => v7(),
    seal: (parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url').slice(0, 22),
    code: () => randomBytes(24).toString('base64url'),
  }
}

/** The same content, the same id, in every process: 22 characters of base64url. No secret: anybody can make it. */
export function idOfContent(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
}
