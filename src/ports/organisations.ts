import type { Invitation, Membership, Organisation, Rule } from '../domain/organisation.ts'
import type { PersonId } from '../domain/person.ts'

/** Customers' organisations, who belongs to them and by what. */
export interface Organisations {
  /** Somebody's on a desk. */
  of(person: PersonId, deskId: string): Promise<Organisation | undefined>
  byId(id: string): Promise<Organisation | undefined>
  /** By name, however it is spelled. */
  named(deskId: string, name: string): Promise<Organisation | undefined>
  /** All of a desk, by name. */
  all(deskId: string): Promise<Organisation[]>
  add(organisation: Organisation): Promise<void>
  setPlan(id: string, plan: string): Promise<void>
  /** With its rules, people and invitations; tickets keep it. */
  remove(id: string): Promise<void>

  rules(deskId: string): Promise<Rule[]>
  /** The rule this value is already, if any. */
  ruleAt(rule: Pick<Rule, 'deskId' | 'kind' | 'value'>): Promise<Rule | undefined>
  /** Who waits at the desk is heard again: it may be theirs. */
  addRule(rule: Rule): Promise<void>
  /** And who came by it is out. */
  removeRule(rule: Rule): Promise<void>

  /** The rules that could be about somebody, and where they belong. */
  about(
    person: PersonId,
    known: { workspace?: string | undefined; domain?: string | undefined; channel?: string | undefined },
  ): Promise<{ rules: Rule[]; members: Membership[] }>
  members(organisationId: string): Promise<(Membership & { personId: PersonId })[]>
  /** In, in place of where they were; what they said before is heard again. */
  join(person: PersonId, membership: Membership): Promise<void>
  /** Out: and of colleagues' tickets they hear no more. Returns false where they were in none. */
  leave(person: PersonId, deskId: string): Promise<boolean>
  /** They left a channel (undefined: all): who belonged by that is out. */
  leftChannel(person: PersonId, channel: string | undefined): Promise<void>

  invite(invitation: Pick<Invitation, 'id' | 'organisationId' | 'expiresAt' | 'mostUses'>, code: Code): Promise<void>
  invitations(organisationId: string): Promise<Invitation[]>
  /** The invitation of a code, with its organisation. */
  invitationOf(codeHash: string): Promise<(Invitation & { organisation: Organisation }) | undefined>
  /** Counts one more; false where somebody else was the last it had room for. */
  useInvitation(id: string): Promise<boolean>
  /** Returns how many were still open. */
  revoke(organisationId: string): Promise<number>

  /** The desk at which what they said waits for them to belong somewhere. */
  waitsAt(person: PersonId): Promise<string | undefined>
  claim(claim: EmailClaim): Promise<void>
  claimById(id: string): Promise<(EmailClaim & { decided: boolean }) | undefined>
  decideClaim(id: string): Promise<void>
}

/** What is kept of a code, and who made it. */
interface Code {
  hash: string
  by: PersonId
}

/** An address somebody says is theirs; `asked`: the delivery that asks the agents about it. */
export interface EmailClaim {
  id: string
  deskId: string
  personId: PersonId
  email: string
  asked: string
}
