import { insiders } from '../domain/ticket/enter.ts'
import { say } from '../ports/content.ts'
import { tellAssignee } from './escalate.ts'
import { toLocked, toTriage } from './in-places.ts'
import { hourAt, nameOf } from './scene.ts'
import type { Tells } from './tells.ts'

/** Agents hear whose ticket it is, who asks, and until when nobody needs to look at it. */
export const peopleTells: Tells<
  | 'TicketAssigned'
  | 'TicketUnassigned'
  | 'RequesterChanged'
  | 'RequesterBlocked'
  | 'RequesterUnblocked'
  | 'Snoozed'
  | 'Woken'
> = {
  TicketAssigned: (scene, event) => {
    if (event.by === null) return toTriage(scene, say('assigned-by-turn', { name: nameOf(scene, event.to) }))
    const [by, to] = [nameOf(scene, event.by), nameOf(scene, event.to)]
    return toTriage(scene, event.by === event.to ? say('taken', { name: to }) : say('assigned', { name: to, by }))
  },
  TicketUnassigned: (scene, { because, from }) => {
    if (because !== 'left') return toTriage(scene, say('unassigned', {}))
    const left = say('unassigned-left', { name: nameOf(scene, from) })
    // The only one inside, maybe: where nobody works any more nobody reads it.
    const forsaken = insiders(scene.after).every((person) => person === from)
    return [...toTriage(scene, left), ...(forsaken ? toLocked(scene, left) : [])]
  },
  RequesterChanged: (scene, { by, to }) =>
    toTriage(scene, say('requester-changed', { by: nameOf(scene, by), name: nameOf(scene, to) })),
  RequesterBlocked: (scene, { by, person }) =>
    toTriage(scene, say('requester-blocked', { by: nameOf(scene, by), name: nameOf(scene, person) })),
  RequesterUnblocked: (scene, { by, person }) =>
    toTriage(scene, say('requester-unblocked', { by: nameOf(scene, by), name: nameOf(scene, person) })),
  Snoozed: (scene, { by, until }) => {
    return toTriage(scene, say('snoozed-until', { by: nameOf(scene, by), until: hourAt(scene, until) }))
  },
  Woken: (scene, { by, because }) => {
    // The requester's word stands there itself.
    if (because === 'requester') return []
    // Whoever has it put it out of sight and out of their lists: its thread alone would call nobody.
    if (by === null) return tellAssignee(scene, say('woken-due', {}))
    const sentence = say('woken-by', { by: nameOf(scene, by) })
    return by === scene.after.assigneeId ? toTriage(scene, sentence) : tellAssignee(scene, sentence)
  },
}
