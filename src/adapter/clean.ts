/** Text as PostgreSQL can keep it: NUL becomes `nul`, and a half of a surrogate pair U+FFFD; `jsonb` refuses both. */
export function cleanString(text: string, nul: '' | '\uFFFD'): string {
  return text.replaceAll('\0', nul).toWellFormed()
}

/**
 * JSON whose texts are all clean so. Most are, and looking at every value takes longer than parsing does.
 * @throws SyntaxError
 */
export function parseClean(json: string, nul: '' | '\uFFFD'): unknown {
  return maybeUnclean(json)
    ? JSON.parse(json, (_key, value: unknown) => (typeof value === 'string' ? cleanString(value, nul) : value))
    : JSON.parse(json)
}

/** Whether JSON has anything in it that `cleanString` would change; true too where somebody writes of such an escape. */
export function maybeUnclean(json: string): boolean {
  return /\\u(?:0000|d[89a-f])/i.test(json) || !json.isWellFormed()
}
