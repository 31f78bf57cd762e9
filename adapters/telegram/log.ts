/** What the adapter needs of a logger (pino has this shape). Facts are names, ids and counts: never words, tokens or addresses with a token. */
export interface Log {
  info(facts: object, event: string): void
  warn(facts: object, event: string): void
  error(facts: object, event: string): void
}
