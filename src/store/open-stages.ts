import type { Stage } from '../domain/ticket/ticket.ts'

/** Stages in which somebody still waits for something. */
export const openStages = ['new', 'open', 'waiting-requester', 'waiting-other'] as const satisfies readonly Stage[]
