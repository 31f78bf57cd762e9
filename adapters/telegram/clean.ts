/**
 * An update as PostgreSQL can keep it: NUL and lone surrogates, which `jsonb` refuses, become U+FFFD. Each is one
 * UTF-16 unit before and after, so entity offsets stay true. Without this one message would come back for 24 hours
 * and hold up everything behind it (platforms.md §B2, webhook order).
 */
export function parseClean(json: string): unknown {
  return maybeUnclean(json) ? JSON.parse(json, cleanValue) : JSON.parse(json)
}

/** Most are clean, and looking at every value takes longer than parsing does. */
function maybeUnclean(json: string): boolean {
  return /\\u(?:0000|d[89a-f])/i.test(json) || !json.isWellFormed()
}

/** The same for an update that is parsed already (`getUpdates`). */
export function cleaned(update: unknown): unknown {
  return parseClean(JSON.stringify(update))
}

function cleanValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value
}
