import type { Stage } from '../domain/ticket/ticket.ts'

/** Stages in which somebody still waits for something. */
export const openStages = ['new', 'open', 'waiting-requester', 'waiting-other'] as const satisfies readonly Stage[]

/** The same, of a ticket's row, in the words the indexes of what is open are made with. */
export const isOpen = `stage in (${openStages.map((stage) => `'${stage}'`).join(', ')})`
