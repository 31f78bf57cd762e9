import type { RefusalReason } from '../../src/domain/refusal.ts'

/** A record, so that the compiler names a reason forgotten here. */
const reasons: Record<RefusalReason, true> = {
  'already-taken': true,
  'not-allowed': true,
  'not-an-agent': true,
  'ticket-is-closed': true,
  'ticket-not-found': true,
  'transition-not-allowed': true,
  'transition-needs': true,
  'no-such-status': true,
  'no-such-priority': true,
  'no-such-person': true,
  'no-such-desk': true,
  'button-is-stale': true,
  'draft-is-gone': true,
  'nothing-to-undo': true,
  'answers-incomplete': true,
  'raised-already': true,
  'ticket-is-private': true,
  'no-such-type': true,
  'no-such-category': true,
  'no-such-field': true,
  'only-agents-resolve': true,
  'no-such-channel': true,
  'no-such-requester': true,
  'snooze-is-past': true,
  'requester-is-blocked': true,
  'no-reply-owed': true,
  'nothing-undelivered': true,
  'no-such-plan': true,
  'only-the-requester-rates': true,
  'rating-is-over': true,
  'merged-with-itself': true,
  'requesters-differ': true,
}

export const refusalReasons: readonly string[] = Object.keys(reasons)
