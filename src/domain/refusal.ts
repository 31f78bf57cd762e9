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
  | 'no-such-type'
  | 'no-such-category'
  | 'no-such-channel'
  | 'no-such-requester'
  | 'snooze-is-past'
  | 'requester-is-blocked'
  | 'no-reply-owed'
  | 'nothing-undelivered'
  | 'no-such-plan'
  | 'only-the-requester-rates'
  | 'rating-is-over'
  | 'merged-with-itself'
  | 'requesters-differ'

/** A rule said no; nothing has changed. The reader's language makes the sentence (design.md §7). */
export class Refusal extends Error {
  readonly reason: RefusalReason
  readonly facts: Readonly<Record<string, string>>

  constructor(reason: RefusalReason, facts: Readonly<Record<string, string>> = {}) {
    super(`refused: ${reason}`)
    this.name = 'Refusal'
    this.reason = reason
    this.facts = facts
  }
}
