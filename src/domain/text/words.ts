/**
 * Somebody's words, safe to store and to show: lone surrogates become U+FFFD, every kind of line end a line feed;
 * NUL (which PostgreSQL refuses) and the other control characters but tab and line feed go, and so do the bidi
 * embeddings, overrides and isolates (U+202A–202E, U+2066–2069), with which words can be made to read as others. The
 * marks U+200E and U+200F stay: Hebrew and Arabic need them. Saying it twice changes nothing.
 */
export function calmWords(words: string): string {
  return calmWordsSent(words).replace(/[\u2068\u2069]/g, '')
}

/** The same but for the isolates that our own sentences use: the first strong one (U+2068) and its end (U+2069). */
export function calmWordsSent(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[[\p{Cc}--[\t\n]][\u202A-\u202E\u2066\u2067]]/gv, '')
}

/** The same on one line, for a name: no line of it can pass for somebody else's words. Empty where nothing is left. */
export function calmName(name: string): string {
  return calmWords(name).replace(/\s+/g, ' ').trim()
}
