import type { Button } from '../ports/buttons.ts'
import type { Ids } from '../ports/ids.ts'

/** What a press can mean. Who may is decided again at every press (`intake/press.ts`). */
export const buttonActs = [
  'take',
  'assign',
  'priority',
  'status',
  'note',
  'edit',
  'details',
  'reply',
  'macro',
  'macro-send',
  'resolve',
  'reopen',
  'acknowledge',
  'no-reply-needed',
  'why',
  'send-anyway',
  'retry-deliveries',
  'bring-earlier',
  'unmerge',
  'split-from',
  'split',
  'still-need-help',
  'confirm-email',
  'decline-email',
  'rate',
  'rate-comment',
  'new-question',
  'watch',
  'unwatch',
  'pick-ticket',
  'choose-desk',
  'choose-type',
  'fill-form',
  'answer',
  'answer-done',
  'skip',
  'back',
  'cancel',
  'send',
  'language',
] as const

export type ButtonAct = (typeof buttonActs)[number]

export interface Meaning {
  act: ButtonAct
  ticketId?: string | undefined
  draftId?: string | undefined
  messageId?: string | undefined
  argument?: string | undefined
}

/** A button for a meaning: an opaque id, the same for the same meaning, so that a card edited often makes no new rows. */
export function buttonFor(ids: Ids, meaning: Meaning): Button {
  const { act, ticketId = null, draftId = null, messageId = null, argument = null } = meaning
  return { id: ids.seal([act, ticketId, draftId, messageId, argument]), act, ticketId, draftId, messageId, argument }
}
