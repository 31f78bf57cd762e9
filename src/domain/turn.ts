import type { Stage } from './ticket/ticket.ts'

/** Whose move it is: derived, never stored (design.md §3). */
export type Turn = 'ours' | 'requester' | 'other' | 'nobody'

const turns: Record<Stage, Turn> = {
  new: 'ours',
  open: 'ours',
  'waiting-requester': 'requester',
  'waiting-other': 'other',
  resolved: 'nobody',
  closed: 'nobody',
}

/** By the stage alone: what a desk calls its statuses has no say. */
export function turnOf(stage: Stage): Turn {
  return turns[stage]
}
