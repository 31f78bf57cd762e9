import type { Sender } from '../ports/lanes.ts'
import { type Lately, lately } from './lately.ts'
import type { CalendarsRead } from './rulebook.ts'

/** What a store keeps in memory from one transaction to the next. */
export interface Kept {
  calendars: CalendarsRead
  /** Where it has owed something lately. */
  owed: Lately
  /** Who sends what is owed, where somebody does. */
  sender: Sender | undefined
}

export function nothingKept(): Kept {
  return { calendars: new Map(), owed: lately(), sender: undefined }
}
