import type { types } from '@slack/bolt'

/** Words nobody parses (`plain_text`), at most `most` UTF-16 units long. `:smile:` stays as it was typed. */
export function plain(words: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: atMost(words, most), emoji: false }
}

/** Cut with an ellipsis, never inside a character as people see it. For labels; people's words are not cut. */
export function atMost(words: string, most: number): string {
  if (words.length <= most) return words
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(words)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept}…`
}
