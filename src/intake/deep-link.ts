import type { Desk } from '../domain/desk/desk.ts'
import { startParameter } from '../domain/desk/start-link.ts'

/** Where a link to the bot leads: `?start=billing` to a desk, `?start=billing-refund` to the form of one of its types. */
export interface DeepLink {
  desk: Desk
  /** A ticket type's id. */
  type?: string | undefined
}

/**
 * What a start parameter means; anybody may make one (platforms.md §B3), so it only ever names what everybody may ask
 * for. Undefined for any other: whoever follows it is greeted as if there were none. Ids may hold hyphens themselves;
 * where a parameter can be read as a desk it is that desk.
 */
export function deepLinkOf(desks: readonly Desk[], parameter: string): DeepLink | undefined {
  const alone = desks.find((desk) => startParameter(desk) === parameter)
  if (alone) return { desk: alone }
  for (const desk of desks) {
    const type = desk.types.find(({ id }) => startParameter(desk, id) === parameter)
    if (type) return { desk, type: type.id }
  }
  return undefined
}
