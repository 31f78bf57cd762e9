/** So much, in any stretch of this length. */
export interface Limit {
  most: number
  withinMs: number
}

export interface Limits {
  /** New tickets of one person. */
  personTickets: Limit
  /** Messages of one person to the desk. */
  personMessages: Limit
  /** New tickets of one desk, whoever asks. */
  deskTickets: Limit
}

/**
 * What a desk takes in at once. No person types faster; a script, or an angry one with a paste key, does. What comes
 * over it is not lost: its inbox row waits until the stretch has passed, and is heard then, in its order. Constants
 * until a desk shows that it needs others: the desk file has no key for them. Agents are not counted.
 */
export const usualLimits: Limits = {
  personTickets: { most: 5, withinMs: 10 * 60_000 },
  personMessages: { most: 30, withinMs: 60_000 },
  deskTickets: { most: 200, withinMs: 60 * 60_000 },
}

/** Somebody who is over a limit is told so once in this time. */
export const TOLD_EVERY_MS = 60 * 60_000

/**
 * When there is room again, given the moment of the `most`-th newest thing counted; undefined where there is room now.
 */
export function roomAgainAt(limit: Limit, mostthNewest: Date | undefined, now: Date): Date | undefined {
  if (mostthNewest === undefined) return undefined
  const again = mostthNewest.getTime() + limit.withinMs
  return again > now.getTime() ? new Date(again) : undefined
}
