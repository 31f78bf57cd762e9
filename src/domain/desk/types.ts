import { z } from 'zod'
import { fieldKinds } from './field.ts'
import { hintsShape } from './hints.ts'
import { type Label, labelShape } from './label.ts'
import { id, oneOrMore, strict, words } from './shape.ts'

export interface Option {
  id: string
  label: Label
  /** What choosing it means, shown where one chooses. */
  meaning?: Label | undefined
}

/** A text is both id and label; `{ id, label }` where people read something else. */
const optionShape: z.ZodType<Option> = z.preprocess(
  (value) => (typeof value === 'string' ? { id: value, label: value } : value),
  strict({ id: words, label: labelShape, meaning: labelShape.optional() }),
)

const fieldShape = strict({
  id,
  kind: z.enum(fieldKinds),
  label: labelShape,
  hint: labelShape.optional(),
  required: z.boolean().default(false),
  /** For `choice` and `many`. */
  options: z.array(optionShape).min(1).optional(),
  /** Shown only while an earlier choice has one of these values; several keys: all of them. */
  shownWhen: z.record(id, oneOrMore(z.string())).optional(),
  /** Files, options chosen, or characters (UTF-16 units), by kind. */
  max: z.int().positive().optional(),
  /** For `person`: a colleague of the requester's organisation who is named here reads and writes along. */
  shares: z.literal(true).optional(),
})

/** A question of a form. */
export type Field = z.infer<typeof fieldShape>

export const typeShape = strict({
  label: labelShape,
  /** Field id → a hint shown before sending, never a wall. */
  hints: hintsShape.default({}),
  /** What every ticket has and this form lets the requester choose. */
  asks: z.array(z.enum(['category', 'priority'])).default([]),
  fields: z.array(fieldShape).default([]),
  /** Set by agents only. */
  agentFields: z.array(fieldShape).default([]),
})

export type TicketType = z.infer<typeof typeShape> & { id: string }
