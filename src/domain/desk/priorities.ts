import { z } from 'zod'
import { labelShape } from './label.ts'
import { id, strict } from './shape.ts'

/** How much a ticket matters; the file lists the highest first. */
export const priorityShape = strict({
  id,
  label: labelShape,
  /** What it means, shown where it is chosen. */
  meaning: labelShape.optional(),
  default: z.boolean().default(false),
})

export type Priority = z.infer<typeof priorityShape>

export const categoryShape = strict({ id, label: labelShape })

export type Category = z.infer<typeof categoryShape>
