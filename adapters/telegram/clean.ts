import { parseClean } from '../../src/adapter.ts'

/**
 * An update as PostgreSQL can keep it: NUL and lone surrogates, which `jsonb` refuses, become U+FFFD. Each is one
 * UTF-16 unit before and after, so entity offsets stay true. Without this one message would come back for 24 hours
 * and hold up everything behind it (platforms.md §B2, webhook order).
 */
export function parseUpdate(json: string): unknown {
  return parseClean(json, '\uFFFD')
}

/** The same for an update that is parsed already (`getUpdates`). */
export function cleaned(update: unknown): unknown {
  return parseUpdate(JSON.stringify(update))
}
