import type { Key } from '../../locales/index.ts'

/** `doctor-<says>` is a sentence. */
type Says = { [K in Key]: K extends `doctor-${infer S}` ? S : never }[Key]
/** … and `doctor-<says>-repair` is one, too. */
type Repairable = { [S in Says]: `${S}-repair` extends Says ? S : never }[Says] | BringsItsRepair
/** A `ConfigFault` and a `DeskFault` say themselves how to mend them. */
type BringsItsRepair = 'config-fault' | 'desk-fault'

/**
 * One thing the doctor looked at. The compiler sees to it that all have their sentence, and every fault its repair;
 * those of the adapters are of the same shape.
 */
export type Finding = {
  facts: Readonly<Record<string, string | number>>
  /** Mends it, with `--fix` only. Its error's message is shown, so it must hold no secret. */
  fix?: (() => Promise<unknown>) | undefined
} & (
  | { state: 'wrong'; says: Repairable }
  /** `well`: as it should be. `open`: worth knowing, or not looked at; no fault. */
  | { state: 'well' | 'open'; says: Says }
)

/** Told with a tick: there is nothing to do. */
export function well(says: Says, facts: Finding['facts'] = {}): Finding {
  return { state: 'well', says, facts }
}

/** Told, and no fault: the doctor ends with 0 all the same. `fix`: what could be done about it. */
export function open(says: Says, facts: Finding['facts'] = {}, fix?: Finding['fix']): Finding {
  return { state: 'open', says, facts, fix }
}

/** The doctor ends with 1 for it. */
export function wrong(says: Repairable, facts: Finding['facts'] = {}, fix?: Finding['fix']): Finding {
  return { state: 'wrong', says, facts, fix }
}
