import { joinTexts } from '../../../src/domain/text/joined.ts'
import { startsWithWords } from '../../../src/domain/text/prefix.ts'
import { NO_WORDS, type Text } from '../../../src/domain/text/text.ts'
import { fromRichText } from '../text/index.ts'
import type { Attachment, Message } from './shapes.ts'

/** What messages forwarded with this one say, each as a quote. A link's preview is none: nobody chose to say that. */
export function forwardedIn({ attachments }: Pick<Message, 'attachments'>): Text {
  return joinTexts((attachments ?? []).map(quoteOf))
}

/** Is there more to a forwarded message than its quote tells: files, or all of it? */
export function isCutShort(attachment: Attachment): boolean {
  if (!attachment.is_share) return Boolean(attachment.is_msg_unfurl)
  return (attachment.files ?? []).length > 0 || quoteOf(attachment).children.length === 0
}

/** No words where they would open with a mark: it was meant for where they were written, and says nothing of here. */
function quoteOf({ is_share, text, message_blocks }: Attachment): Text {
  if (!is_share) return NO_WORDS
  const said = fromRichText(message_blocks?.flatMap(({ message }) => message.blocks) ?? [], text ?? '')
  const quote: Text = { type: 'root', children: [{ type: 'blockquote', children: said.children }] }
  const isMarked = startsWithWords(said, '//') || startsWithWords(quote, '>>')
  return said.children.length === 0 || isMarked ? NO_WORDS : quote
}
