import type { Handed } from '../ports/counting.ts'
import type { Owed } from '../ports/deliveries.ts'
import type { DueTime } from '../ports/promises.ts'

const everyAct: Record<Owed['act'], true> = {
  post: true,
  edit: true,
  delete: true,
  whisper: true,
  finish: true,
  topic: true,
  'topic-name': true,
  'topic-close': true,
  'topic-reopen': true,
  react: true,
  menu: true,
}
const everyEnd: Record<Handed['end'], true> = { sent: true, failed: true, unknown: true, again: true }

/** What a delivery does. */
export const acts = Object.keys(everyAct)
/** How handing it over ends. */
export const ends = Object.keys(everyEnd)

/** Everything a ticket can wait for, as the figures call it. */
export const dueWords: Record<DueTime, string> = {
  slaAt: 'promise',
  silenceAt: 'silence',
  ratingAt: 'rating',
  closesAt: 'closing',
  snoozedUntil: 'snooze',
}
