/** One thing looked at. Its sentence is `doctor-<says>`, how to repair it `doctor-<says>-repair`. */
export type Finding = {
  facts: Readonly<Record<string, string | number>>
  /** Mends it, where that is in our hands. Rejects with an error that holds no token. */
  fix?: (() => Promise<unknown>) | undefined
} & ({ state: 'well' | 'open'; says: Well | Open } | { state: 'wrong'; says: Wrong })

type Well = 'telegram-token' | 'telegram-topics' | 'telegram-polling' | 'telegram-webhook' | 'telegram-group'

/** Worth knowing, and no fault. */
type Open =
  | 'telegram-privacy-off'
  | 'telegram-pending'
  | 'telegram-webhook-absent'
  | 'telegram-webhook-failed'
  | 'telegram-group-readable'

type Wrong =
  | 'telegram-unreachable'
  | 'telegram-token-refused'
  | 'telegram-cannot-join'
  | 'telegram-webhook-in-the-way'
  | 'telegram-webhook-elsewhere'
  | 'telegram-webhook-deaf'
  | 'telegram-webhook-failing'
  | 'telegram-group-unknown'
  | 'telegram-group-not-admin'
  | 'telegram-group-no-topics'
  | 'telegram-group-topics-not-ours'
  | 'telegram-group-cannot-delete'
  | 'telegram-group-open-to-all'

export const well = (says: Well, facts: Finding['facts'] = {}): Finding => ({ state: 'well', says, facts })
export const open = (says: Open, facts: Finding['facts'] = {}, fix?: Finding['fix']): Finding => ({
  state: 'open',
  says,
  facts,
  fix,
})
export const wrong = (says: Wrong, facts: Finding['facts'] = {}, fix?: Finding['fix']): Finding => ({
  state: 'wrong',
  says,
  facts,
  fix,
})
