/** What the bench and the process of its platforms say to each other. */

export type Side = 'slack' | 'telegram'

/** Somebody, where they write. */
export interface Writer {
  platform: Side
  chat: string
  thread?: string | undefined
  user: string
}

/**
 * One thing somebody does. `more`: further fields of the platform's own message; `message`: the id of an earlier one of
 * theirs; `id`: the id it shall have.
 */
export type Doing =
  | { does: 'command'; text: string }
  | { does: 'say'; text: string; id?: string; more?: Record<string, unknown> }
  | { does: 'edit'; message: string; text: string }
  | { does: 'delete'; message: string }
  | { does: 'react'; message: string }
  /** Looks at the Home tab (Slack). */
  | { does: 'home' }

export interface Secrets {
  signingSecret: string
  webhookSecret: string
}

/** Where a contestant takes the platforms' requests. */
export interface Doors {
  slack: string
  telegram: string
}

/** A load: everybody writes plain words in turn, and whoever is waited for does not write. */
export interface Load {
  writers: readonly Writer[]
  doors: Doors
  /** Further processes that take requests; they come to all of them in turns, as behind a balancer. */
  alsoAt?: readonly Doors[]
  secrets: Secrets
  /** So many wait for their copy at once; or so many messages a second whatever comes of them. */
  pace: { atOnce: number } | { perSecond: number }
  seconds: number
  /** What ends one: the copy accepted by the other platform, or the acknowledgement (of what only inserts). */
  until: 'copied' | 'acknowledged'
}

/** All times in ms. */
export interface Outcome {
  messages: number
  seconds: number
  /** From the request to the call of the other platform. */
  latency: number[]
  /** From the request to its 2xx. */
  ack: number[]
  /** Copies that did not come within the patience, and copies that came again. */
  lost: number
  doubled: number
  /** Requests answered otherwise than by 2xx. */
  refused: number
  /** Copies that came after one of later words of the same person, and do not say so. */
  unordered: number
  /** Copies that say they were written earlier: their request came after later ones, by more than those waited for it. */
  late: number
  /** CPU the platforms took themselves. */
  cpuMs: number
}

/** One thing done by hand: waits for the request's answer, and where it is given for a call with these words in it. */
export interface Deed {
  writer: Writer
  doing: Doing
  doors: Doors
  secrets: Secrets
  /** Calls of these methods whose body has these words; all must come. */
  awaits?: { methods: readonly string[]; words: string; times?: number }
}

export type Asked = { id: number } & ({ ask: 'load'; load: Load } | { ask: 'deed'; deed: Deed } | { ask: 'calls' })
export type Answered = { id: number; outcome: unknown } | { id: number; failed: string }

/** The words by which a copy is known: in every text once, and read out of a call without parsing it. */
export function markOf(n: number): string {
  return `m${String(n).padStart(7, '0')}e`
}

export const MARK = /m(\d{7})e/

/** The desk's word on a copy that was written earlier (`late-note`), however a platform's client writes a space. */
export const SAYS_LATE = /arrived(?: |\+|%20)late/
