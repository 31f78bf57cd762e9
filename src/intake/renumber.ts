import type { Renumbered } from '../adapter.ts'
import type { Unit } from '../ports/store.ts'

/** What became of a row that told of it: whoever handles it lets the desks know. */
export const RENUMBERED = 'renumbered'

/**
 * The chat has another id: what is to be said there goes on under it, before anything is refused. What is on its way this
 * very moment may still arrive, and is followed where it is refused (`delivery/tell-gone.ts`).
 */
export async function onRenumbered(unit: Unit, { at, to }: Renumbered): Promise<string> {
  await unit.deliveries.rehome(at, to)
  return RENUMBERED
}
