import type { Desk } from './desk/desk.ts'

/** A customer company of one desk. */
export interface Organisation {
  id: string
  deskId: string
  name: string
  /** A plan of the desk; null: the desk's `defaultPlan`. */
  plan: string | null
}

/** What makes somebody belong to an organisation without anybody's word: one value of a kind is one organisation's. */
export const ruleKinds = ['workspace', 'channel', 'domain'] as const
export type RuleKind = (typeof ruleKinds)[number]

export interface Rule {
  deskId: string
  organisationId: string
  kind: RuleKind
  value: string
}

/**
 * How somebody came to belong. `profile-email`: their own workspace's word for their e-mail; `confirmed-email`: an
 * address they named and an agent confirmed; `agent`: an agent said so. An address that is only claimed is none of these.
 */
export type Via = 'workspace' | 'channel' | 'profile-email' | 'confirmed-email' | 'invitation' | 'agent'

export interface Membership {
  deskId: string
  organisationId: string
  via: Via
  /** The rule's value it came by; null for an invitation and an agent's word. */
  value: string | null
}

/** What a platform tells of somebody now; absent where it does not answer or does not say. */
export interface Known {
  workspace?: string | undefined
  /** Of an e-mail that counts as confirmed. */
  domain?: string | undefined
  /** The channel they speak in. */
  channel?: string | undefined
  /** Desks they work for: whoever looks after a customer's channel is none of the customer's people. */
  worksFor: readonly string[]
}

/**
 * Who belongs where, as the rules have it now: who has none yet joins by workspace, else e-mail domain, else channel;
 * who came by a workspace or an e-mail that is theirs no more leaves. Where nothing is known of them, nothing changes.
 */
export function belonging(
  rules: readonly Rule[],
  members: readonly Membership[],
  known: Known,
): { join: Membership[]; leave: string[] } {
  const leave = members.filter((member) => isOver(member, known)).map(({ deskId }) => deskId)
  const stays = new Set(members.filter(({ deskId }) => !leave.includes(deskId)).map(({ deskId }) => deskId))
  const join = new Map<string, Membership>()
  for (const kind of ['workspace', 'domain', 'channel'] as const) {
    for (const rule of rules) {
      if (rule.kind !== kind || rule.value !== known[kind] || stays.has(rule.deskId) || join.has(rule.deskId)) continue
      if (kind === 'channel' && known.worksFor.includes(rule.deskId)) continue
      const { deskId, organisationId, value } = rule
      join.set(deskId, { deskId, organisationId, via: kind === 'domain' ? 'profile-email' : kind, value })
    }
  }
  return { join: [...join.values()], leave }
}

function isOver({ via, value }: Membership, known: Known): boolean {
  if (known.workspace === undefined) return false
  return via === 'workspace' ? value !== known.workspace : via === 'profile-email' && value !== known.domain
}

/** The plan a ticket of theirs is promised by: the organisation's where the desk has it, else the desk's own. */
export function planOf(desk: Pick<Desk, 'plans' | 'defaultPlan'>, organisation: { plan: string | null } | undefined) {
  const plan = organisation?.plan
  return plan && Object.hasOwn(desk.plans, plan) ? plan : desk.defaultPlan
}

/** `Rita@Acme.Example ` → `acme.example`; undefined for what is no address. */
export function domainOf(email: string): string | undefined {
  const [, domain] = /^[^\s@<>]{1,64}@([^\s@<>]+)$/.exec(email.trim()) ?? []
  return domain === undefined ? undefined : asDomain(domain)
}

/** A domain as it is kept: small letters, no dot at the end; undefined for what is none. */
export function asDomain(text: string): string | undefined {
  const domain = text.trim().toLowerCase().replace(/^@/, '').replace(/\.$/, '')
  return /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]+$/u.test(domain)
    ? domain
    : undefined
}

/** Anybody has an address there: such a domain says nothing of a company. */
const PUBLIC =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|mail|proton|protonmail|zoho|yandex|ya|rambler|inbox|list|bk|fastmail|tutanota|web|libero|free|orange)\.(com|net|org|ru|de|fr|it|ch|at|eu|co\.uk|me|se|ro)$/

/** `domain` as `asDomain` gives it. True: it cannot tell whose people its addresses are. */
export function isPublicDomain(domain: string): boolean {
  return PUBLIC.test(domain)
}

/** How two spellings of one name are told to be the same. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

/** As long as a card can show it beside other things (UTF-16 units). */
export const NAME_MAX = 80

/** A link in: how long it lives (days) and for how many people, unless an agent says otherwise. */
export const usualInvitation = { days: 14, people: 25, mostDays: 365, mostPeople: 1000 } as const

/** A link in, as it stands. */
export interface Invitation {
  id: string
  organisationId: string
  createdAt: Date
  expiresAt: Date
  mostUses: number
  uses: number
  revokedAt: Date | null
}

/** Whether somebody can still come in by it. */
export function isLiveInvitation({ expiresAt, mostUses, uses, revokedAt }: Invitation, now: Date): boolean {
  return revokedAt === null && now < expiresAt && uses < mostUses
}

/** May somebody of this organisation, and not their own, look into a ticket, and speak in it? Of a private one never. */
export function colleagueMay(
  desk: Pick<Desk, 'organisations'>,
  ticket: { organisationId: string | null; privateTo: readonly string[] | null },
  organisation: { id: string } | undefined,
  shared: boolean,
): 'nothing' | 'see' | 'write' {
  const { seeAll, write } = desk.organisations
  if (!organisation || ticket.organisationId !== organisation.id || ticket.privateTo !== null) return 'nothing'
  if (!seeAll && !shared) return 'nothing'
  return write || shared ? 'write' : 'see'
}
