import type { TicketEvent, TicketEventType } from '../domain/ticket/events.ts'
import type { Owed } from '../ports/store.ts'
import type { Scene } from './scene.ts'

/** What is owed to whom, for each of these events. */
export type Tells<T extends TicketEventType> = {
  [K in T]: (scene: Scene, event: Extract<TicketEvent, { type: K }>) => Owed[] | Promise<Owed[]>
}
