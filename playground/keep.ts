/**
 * Where the playground's two platforms keep what happened. `memory` for tests; the program keeps it in a database of
 * its own (`keep-postgres.ts`), so that a Slack and a Telegram outlive a killed desk, as the real ones do.
 */
export interface Keep {
  /** Everything kept of a collection, by id, in the order it was first put. */
  load(collection: string): Promise<Map<string, unknown>>
  /** Called after each change, not awaited by callers; writes one after the other. */
  put(collection: string, id: string, value: unknown): void
  remove(collection: string, id: string): void
  /** Resolves when everything put so far is kept. */
  flush(): Promise<void>
}

export function keepInMemory(): Keep {
  return {
    load: async () => new Map(),
    put: () => {},
    remove: () => {},
    flush: async () => {},
  }
}
