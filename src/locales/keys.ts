/**
 * Every sentence and the facts it needs. The one list the compiler knows; a test holds it and `en.ftl` together.
 * The words stand in `*.ftl`, one file per language; add the key here and the sentence in `en.ftl`, in the same section.
 */
export const sentences = {
  // ── a ticket begins
  'ticket-opened': ['key', 'subject'],
  'ticket-opened-how-to-follow': ['key'],
  'ticket-opened-with-link': ['key', 'link'],
  'raised-from-message': [],
  'raised-from-message-link': ['link'],

  // ── the card in the triage channel
  'card-requester': [],
  'card-type': [],
  'card-priority': [],
  'card-status': [],
  'card-assignee': [],
  'card-nobody': [],
  'card-turn': [],
  'card-organisation': [],
  'card-plan': [],
  'card-category': [],
  'turn-ours': [],
  'turn-requester': [],
  'turn-other': [],
  'turn-nobody': [],

  // ── buttons (75 characters)
  'button-take': [],
  'button-assign': [],
  'button-priority': [],
  'button-status': [],
  'button-note': [],
  'button-reply': [],
  'button-resolve': [],
  'button-reopen': [],
  'button-send-anyway': [],
  'button-new-question': [],
  'button-skip': [],
  'button-back': [],
  'button-cancel': [],
  'button-send': [],
  'button-done': [],

  // ── forms (titles and buttons of a form: 24 characters)
  'form-new-title': [],
  'form-note-title': [],
  'form-reply-title': [],
  'form-submit': [],
  'form-save': [],
  'form-send': [],
  'form-close': [],
  'form-raised-intro': ['words'],
  'field-subject': [],
  'field-subject-hint': [],
  'field-date-hint': [],
  'field-description': [],
  'field-type': [],
  'field-desk': [],
  'field-category': [],
  'field-priority': [],
  'field-note': [],
  'field-reply': [],
  'field-still-ours': [],
  'field-after-sending': [],
  'field-assignee': [],
  'answer-yes': [],
  'answer-no': [],

  // ── what is wrong with an answer
  'error-required': [],
  'error-not-an-option': ['allowed'],
  'error-not-a-number': [],
  'error-not-a-date': [],
  'error-not-a-version': [],
  'error-not-an-email': [],
  'error-not-a-url': [],
  'error-too-long': ['max'],
  'error-too-many': ['max'],

  // ── who hears a message
  'held-note': [],
  'held-mention': ['name'],
  'held-explicit': [],
  'sent-anyway': ['key'],
  'reply-to-customer': ['name', 'key'],
  'from-requester': ['name'],
  'note-by': ['name'],
  uncarried: ['name', 'kind'],
  'late-note': [],
  edited: [],
  'deleted-by-author': [],
  'deletion-told': ['name'],

  // ── what happened to a ticket
  taken: ['name'],
  assigned: ['name', 'by'],
  unassigned: [],
  'priority-changed': ['priority', 'by'],
  'status-changed': ['status', 'by'],
  'resolved-by': ['by'],
  'resolved-for-requester': ['key'],
  'closed-by-you': ['key'],
  'resolved-by-requester': ['name'],
  'reopened-by': ['by'],
  'reopened-for-requester': ['key'],

  // ── what cannot be done
  'not-an-agent': ['desk'],
  'stranger-refused': [],
  'already-taken': ['key', 'name'],
  'closed-already': ['key'],
  'ticket-is-closed': ['key'],
  'ticket-not-yours': ['key'],
  'ticket-not-found': ['key'],
  'nothing-to-close': [],
  'nothing-to-cancel': [],
  'not-allowed': ['act'],
  'transition-needs': ['fields'],
  'submission-failed': [],
  'something-went-wrong': ['reference'],
  'command-unknown': ['command'],
  'refusal-already-taken': ['key', 'name'],
  'refusal-not-allowed': [],
  'refusal-not-an-agent': [],
  'refusal-ticket-is-closed': ['key'],
  'refusal-ticket-not-found': ['key'],
  'refusal-transition-not-allowed': ['status'],
  'refusal-transition-needs': ['fields'],
  'refusal-no-such-status': ['status'],
  'refusal-no-such-priority': ['priority'],
  'refusal-no-such-person': [],
  'refusal-no-such-desk': [],
  'refusal-button-is-stale': [],
  'refusal-draft-is-gone': [],
  'refusal-answers-incomplete': [],

  // ── looking things up
  'which-ticket': [],
  'which-ticket-to-close': [],
  'which-ticket-button': ['key', 'subject'],
  picked: ['key'],
  'picked-new': [],
  'list-empty': [],
  'list-head': ['count'],
  'list-line': ['key', 'subject', 'status'],
  'status-card': ['key', 'subject', 'status', 'assignee', 'turn'],

  // ── greetings and help
  'help-slack': ['command'],
  'help-telegram': [],
  'start-greeting': ['desk', 'name'],
  'start-in-group': [],

  // ── what became of a delivery
  'delivery-refused-blocked': ['name'],
  'delivery-refused-place-gone': [],
  'delivery-refused-not-accepted': ['code'],
  'delivery-unclear': [],
  'place-moved-to-dm': [],

  // ── a form asked question by question
  'question-progress': ['step', 'total'],
  'question-choose': [],
  'question-skippable': [],
  'question-summary': ['subject'],
  'draft-sent': [],
  'draft-cancelled': [],
  'draft-expired': [],
  'draft-kept': [],

  // ── the commands' menu (Telegram: 3 to 256 characters)
  'command-new': [],
  'command-tickets': [],
  'command-status': [],
  'command-close': [],
  'command-help': [],
  'command-cancel': [],
  'command-start': [],

  // ── for whoever runs the desk
  'operator-platform-absent': ['platform', 'lines'],
  'operator-channel-not-yet': ['channel', 'desk'],
  'operator-desk': ['desk', 'prefix', 'languages'],
  'operator-triage': ['place'],
  'operator-intake': ['places'],
  'operator-telegram-intake': [],
  'operator-route': ['when', 'place'],
  'operator-type': ['type', 'fields'],
  'operator-priorities': ['priorities', 'default'],
  'operator-statuses': ['statuses'],
  'operator-moves': ['moves'],
  'operator-role': ['role', 'who', 'may'],
  'operator-who-nobody': [],
  'operator-who-group': ['id'],
  'operator-who-members': ['id'],
  'operator-reply-direct': [],
  'operator-reply-explicit': [],
  'operator-commands': [],
  'operator-nothing-parked': [],
  'playground-at': ['url'],
  'operator-all-well': ['count'],
  'operator-faults': ['count'],
} as const satisfies Record<string, readonly string[]>

export type Key = keyof typeof sentences

/** The facts a sentence needs: people's words, names and keys as text; numbers as numbers, so that plurals agree. */
export type FactsOf<K extends Key> = Readonly<Record<(typeof sentences)[K][number], string | number>>

/** Is there such a sentence? For keys that come out of the store. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(sentences, key)
}
