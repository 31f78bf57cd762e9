import { z } from 'zod'
import { duration, durationOrZero, exactDuration, warning } from './duration.ts'
import type { Platform } from './platform-id.ts'
import { by, id, strict } from './shape.ts'

/** Exact ISO durations on the plan's calendar; a clock left out does not run. */
const targetShape = strict({
  firstResponse: exactDuration.optional(),
  nextResponse: exactDuration.optional(),
  resolution: exactDuration.optional(),
  warn: z.array(warning).optional(),
})

/**
 * What is promised, by priority id. A priority without a target is not offered to the plan (`offeredTo`); one with an
 * empty target is, and nothing is promised. A plan without any target offers all.
 */
export const planShape = strict({
  calendar: id,
  /** By category id: where another calendar counts than `calendar`, which is also that of a ticket without a category. */
  calendars: z.record(id, id).optional(),
  targets: z.record(id, targetShape),
})

export type Plan = z.infer<typeof planShape>

/** Who is told when a breach has lasted so long. */
export const escalationShape = strict({
  after: durationOrZero,
  tell: z
    .string()
    .regex(/^(assignee|channel|group:(S[A-Z0-9]+|\$\{\w+\})|person:([UW][A-Z0-9]+|\d+|\$\{\w+\}))$/, by('tell')),
  repeat: duration.optional(),
})

/**
 * Whose group or person a rung names: Telegram's ids are numbers, and it has no groups to call. Of a variable without a
 * value its name tells. Undefined for a rung that names neither.
 */
export function rungPlatform(tell: string): Platform | undefined {
  const [kind, id = ''] = tell.split(':')
  if (kind !== 'group' && kind !== 'person') return undefined
  return kind === 'person' && /^\d+$|telegram/i.test(id) ? 'telegram' : 'slack'
}
