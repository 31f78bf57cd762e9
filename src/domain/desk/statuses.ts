import { z } from 'zod'
import { type Stage, stages } from '../ticket/ticket.ts'
import { builtInStatusLabels } from './built-in.ts'
import { labelShape } from './label.ts'
import { by, id, strict } from './shape.ts'

/**
 * What a desk calls a stage; only the stage means anything to code (design.md §2). What is resolved as one that is not
 * `counted` is spam, a duplicate, nothing to answer: its promises are in no figure, and no rating is asked (sla.md S14).
 */
export const statusShape = strict({
  id,
  stage: z.enum(stages),
  label: labelShape,
  counted: z.boolean().optional(),
}).refine(({ stage, counted }) => counted !== false || stage === 'resolved', { ...by('uncounted'), path: ['counted'] })

export type Status = z.infer<typeof statusShape>

export const movesShape = strict({
  onAccept: id.optional(),
  onAgentReply: id.optional(),
  onRequesterReply: id.optional(),
  onResolve: id.optional(),
  onReopen: id.optional(),
  onSilence: id.optional(),
})

/**
 * Where a ticket goes by itself. Without `onAgentReply` an agent's reply moves a new ticket to the first open status
 * and leaves others where they are (design.md §8).
 */
export interface Moves {
  onAccept: string
  onAgentReply?: string | undefined
  onRequesterReply: string
  onResolve: string
  onReopen: string
  onSilence: string
}

/** The stages each move may lead to: a requester's word always makes it our turn (sla.md S13). */
export const moveStages: Record<keyof Moves, readonly Stage[]> = {
  onAccept: ['open'],
  onAgentReply: ['open', 'waiting-requester', 'waiting-other'],
  onRequesterReply: ['new', 'open'],
  onResolve: ['resolved'],
  onReopen: ['new', 'open'],
  onSilence: ['resolved'],
}

export const transitionShape = strict({
  from: id,
  to: id,
  /** Role ids. */
  by: z.array(id).min(1),
  /** Fields that must be set. */
  requires: z.array(id).default([]),
})

/** A built-in status for each stage the desk does not name, put where its stage belongs. */
export function completeStatuses(named: readonly Status[]): Status[] {
  const complete = [...named]
  for (const stage of stages) {
    if (named.some((status) => status.stage === stage)) continue
    const later = complete.findIndex((status) => stages.indexOf(status.stage) > stages.indexOf(stage))
    const free = named.some((status) => status.id === stage) ? `${stage}-stage` : stage
    complete.splice(later < 0 ? complete.length : later, 0, { id: free, stage, label: builtInStatusLabels[stage] })
  }
  return complete
}
