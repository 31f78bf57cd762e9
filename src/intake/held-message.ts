import type { Said } from '../adapter.ts'
import type { HeldMessage } from '../ports/drafts.ts'

/** A message as a draft holds it back. */
export function heldOf({ at, message, text, enclosures, replyTo, joined, parts, occurredAt }: Said): HeldMessage {
  const said = { text, enclosures, replyTo, joined, parts, chat: at.chat, message, thread: at.thread }
  return { ...said, occurredAt: occurredAt.toISOString() }
}
