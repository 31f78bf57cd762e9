/** What lies in the database and waits, over all replicas. Ages in seconds. */
export interface Backlog {
  /** The oldest that nobody holds back on purpose (`domain/limits.ts`): of a slowed conversation since it may be heard. */
  inbox: { platform: string; waiting: number; parked: number; oldestSeconds: number }[]
  /** Lanes that owe something, what they owe together, the most one owes, and since when the oldest is owed. */
  lanes: { platform: string; lanes: number; owed: number; deepest: number; oldestSeconds: number }[]
  /** Lanes (and whole accounts) that must be quiet, and the longest of these pauses from now on. */
  parked: { platform: string; lanes: number; longestSeconds: number }[]
  /** What is due on tickets and not done yet, by what it is: how many, and since when the oldest is. */
  due: { by: string; overdue: number; oldestSeconds: number }[]
  /**
   * Of the last hour, as it was at most a minute ago: messages nothing was owed for on the other side (`copy`), and copies
   * a platform has taken that no twin tells of (`twin`). Anything but zero is a bug of ours.
   */
  missing: { copy: number; twin: number }
  /** Breaches announced in the last 24 hours and not taken back, by desk and promise (`first-response` …). */
  breaches: { desk: string; promise: string; announced: number }[]
  /** Leases that run, by kind (`process`, `telegram-poll`), and how many of these are our own. */
  leases: { kind: string; held: number; ours: number }[]
}
