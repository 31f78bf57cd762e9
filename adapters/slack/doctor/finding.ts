/** One thing looked at. Its sentence is `doctor-<says>`, how to repair it `doctor-<says>-repair`. */
export type Finding = {
  facts: Readonly<Record<string, string | number>>
  /** Mends it, where that is in our hands. Rejects with the platform's error. */
  fix?: (() => Promise<unknown>) | undefined
} & ({ state: 'well' | 'open'; says: Well | Open } | { state: 'wrong'; says: Wrong })

type Well = 'slack-token' | 'slack-scopes' | 'slack-app-token' | 'slack-channel' | 'slack-group'

/** Worth knowing, and no fault. */
type Open = 'slack-signing-secret' | 'slack-channel-readable' | 'slack-channel-guests'

type Wrong =
  | 'slack-unreachable'
  | 'slack-token-refused'
  | 'slack-org-wide'
  | 'slack-scopes-missing'
  | 'slack-app-token-refused'
  | 'slack-channel-unknown'
  | 'slack-channel-archived'
  | 'slack-channel-not-member'
  | 'slack-channel-open-to-all'
  | 'slack-channel-shared'
  | 'slack-channel-unseen'
  | 'slack-group-unknown'
  | 'slack-group-empty'
  | 'slack-group-unseen'

export const well = (says: Well, facts: Finding['facts'] = {}): Finding => ({ state: 'well', says, facts })
export const open = (says: Open, facts: Finding['facts'] = {}): Finding => ({ state: 'open', says, facts })
export const wrong = (says: Wrong, facts: Finding['facts'] = {}, fix?: Finding['fix']): Finding => ({
  state: 'wrong',
  says,
  facts,
  fix,
})
