/** Why a rule said no. Each has its sentence in `locales/` under `refusal-<reason>`. */
export type RefusalReason =
  | 'already-taken'
  | 'not-allowed'
  | 'not-an-agent'
  | 'ticket-is-closed'
  | 'ticket-not-found'
  | 'transition-not-allowed'
  | 'transition-needs'
  | 'no-such-status'
  | 'no-such-priority'
  | 'no-such-person'
  | 'no-such-desk'
  | 'button-is-stale'
  | 'draft-is-gone'
  | 'nothing-to-undo'
  | 'answers-incomplete'
  | 'raised-already'
  | 'channel-is-shared'
  | 'earlier-unseen'
  | 'earlier-not-theirs'
  | 'earlier-not-now'
  | 'ticket-is-private'
  | 'private-not-here'
  | 'no-such-type'
  | 'no-such-category'
  | 'no-such-field'
  | 'no-such-channel'
  | 'no-such-requester'
  | 'snooze-is-past'
  | 'requester-is-blocked'
  | 'no-reply-owed'
  | 'nothing-undelivered'
  | 'not-taken-in'
  | 'no-such-plan'
  | 'priority-not-offered'
  | 'no-such-organisation'
  | 'organisation-is-there'
  | 'rule-is-taken'
  | 'rule-is-odd'
  | 'domain-is-public'
  | 'domain-is-unknown'
  | 'no-invitations'
  | 'claim-is-decided'
  | 'not-a-colleague'
  | 'sees-only'
  | 'only-the-requester-rates'
  | 'only-agents-resolve'
  | 'rating-is-over'
  | 'merged-with-itself'
  | 'requesters-differ'
  | 'too-many-watchers'
  | 'only-colleagues'
  | 'watcher-is-blocked'
  | 'invitation-is-over'
  | 'not-merged'
  | 'linked-with-itself'
  | 'not-linked'
  | 'too-many-links'
  | 'not-a-tag'
  | 'too-many-tags'
  | 'nothing-to-split'
  | 'split-of-private'
  | 'move-of-private'
  | 'no-such-macro'

/** A rule said no; nothing has changed. The reader's language makes the sentence (design.md §7). */
export class Refusal extends Error {
  readonly reason: RefusalReason
  /** What a desk calls by a name stands here by its id, several with ", " between; `desk`: whose they are. */
  readonly facts: Readonly<Record<string, string>>

  constructor(reason: RefusalReason, facts: Readonly<Record<string, string>> = {}) {
    super(`refused: ${reason}`)
    this.name = 'Refusal'
    this.reason = reason
    this.facts = facts
  }
}
