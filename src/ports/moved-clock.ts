/** What a ticket waits for. */
export interface NextDue {
  key: string
  what: 'promise' | 'silence' | 'rating' | 'closing' | 'snooze'
  at: Date
}

/** The desk's clock, which the playground alone may move, and only on (design.md §8 "The clock"). */
export interface MovedClock {
  now(): Promise<Date>
  /** By how much it is ahead of the database's. */
  offsetMs(): Promise<number>
  /** By whole ms. */
  moveOn(ms: number): Promise<void>
  /** The next time anything is due on any ticket, later than now. */
  next(): Promise<NextDue | undefined>
}
