/** Keys and counts, never what somebody wrote, never a token (design.md §7). pino fits it. */
export interface Log {
  debug(facts: object, event: string): void
  info(facts: object, event: string): void
  warn(facts: object, event: string): void
  error(facts: object, event: string): void
}
