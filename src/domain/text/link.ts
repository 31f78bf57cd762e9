import { calmWords } from './words.ts'

/**
 * A link's target as it may be stored and shown: `http`, `https`, `mailto` or `tel`, without controls or line feeds.
 * Undefined for every other scheme (`javascript:`, `data:`, `tg:`, `slack:` …) and for what is no URL at all.
 */
export function safeUrl(url: string): string | undefined {
  const cleaned = calmWords(url).replaceAll('\n', '').trim()
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(cleaned) && URL.canParse(cleaned) ? cleaned : undefined
}

/** Whether a label already tells where its link leads, so that a reader of plain text needs no `(url)` behind it. */
export function tellsUrl(label: string, url: string): boolean {
  if (/^tel:/i.test(url)) return digits(label) === digits(url)
  return bare(label) === bare(url)
}

function digits(words: string): string {
  return words.replace(/\D/g, '')
}

function bare(words: string): string {
  return words
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '')
}
