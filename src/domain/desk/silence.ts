import { z } from 'zod'
import { duration, durationOrZero } from './duration.ts'
import { by, id, strict } from './shape.ts'

const ENTER_STATUS = 'enter-status:'

/** What happens when nobody writes: steps counted from an anchor (sla.md §1, silence timers). */
export const silenceShape = strict({
  anchor: z.string().regex(/^(last-message|last-agent-reply|enter-status:.+)$/, by('anchor')),
  /** Statuses. Absent: those of the stage waiting-requester. */
  onlyIn: z.array(id).optional(),
  /** A reminder may come at once (`PT0S`): whoever is asked whether it works is asked when the status says so. */
  steps: z
    .array(
      strict({ after: durationOrZero, do: z.enum(['remind', 'close', 'cancel']) }).refine(
        ({ after, do: step }) => step === 'remind' || duration.safeParse(after).success,
        { ...by('duration'), path: ['after'] },
      ),
    )
    .min(1),
  /** A calendar: the notice is sent inside its hours. */
  within: id.optional(),
})

/** The status an `enter-status:ID` anchor names, else undefined. */
export function anchorStatus(anchor: string): string | undefined {
  return anchor.startsWith(ENTER_STATUS) ? anchor.slice(ENTER_STATUS.length) : undefined
}

/** The question asked after a ticket is resolved. Absent: not asked. */
export const ratingShape = strict({
  /** 1 to this. */
  scale: z.int().min(2).max(10).default(5),
  after: duration.default('PT2M'),
  onAutomaticClose: z.boolean().default(false),
  /** How often a person who has not answered is asked again: once at most. */
  remind: z.int().min(0).max(1).default(0),
  expires: duration.default('P7D'),
  comment: z.boolean().default(true),
})
