/** Keys and counts, never what somebody wrote, never a token (design.md §7). pino fits it. */
export interface Log {
  debug(facts: object, event: string): void
  info(facts: object, event: string): void
  warn(facts: object, event: string): void
  error(facts: object, event: string): void
}

/** An error's name, for the log: its message may quote what somebody wrote. */
export function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** Where it was thrown, without the message. */
export function placeOfError(error: unknown): string | undefined {
  return error instanceof Error
    ? error.stack
        ?.split('\n')
        .find((line) => line.trimStart().startsWith('at '))
        ?.trim()
    : undefined
}
