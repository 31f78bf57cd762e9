/** Keys and counts, never what somebody wrote, never a token (design.md §7). pino fits it. */
export interface Log {
  debug(facts: object, event: string): void
  info(facts: object, event: string): void
  warn(facts: object, event: string): void
  error(facts: object, event: string): void
}

/** A code says what happened and never what somebody wrote: a SQLSTATE, `ECONNREFUSED`, Slack's own. */
const CODE = /^[\w-]{1,40}$/

/** An error's name, and its code where it has one, for the log: its message may quote what somebody wrote. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : undefined
  return code === undefined ? error.name : `${error.name} ${code}`
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
