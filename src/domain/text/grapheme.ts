const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The last place at or before `at` (UTF-16 units) where words may be cut without cutting what is seen as one character. */
export function graphemeStart(words: string, at: number): number {
  if (at >= words.length) return words.length
  return graphemes.segment(words).containing(at)?.index ?? at
}

/** The last place at or before `at` that is not inside a surrogate pair. */
export function codePointStart(words: string, at: number): number {
  const unit = words.charCodeAt(at)
  const before = words.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? at - 1 : at
}
