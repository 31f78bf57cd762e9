import { codeOf } from '../domain/error-code.ts'

/** Keys and counts, never what somebody wrote, never a token (design.md §7). pino fits it. */
export interface Log {
  debug(facts: object, event: string): void
  info(facts: object, event: string): void
  warn(facts: object, event: string): void
  error(facts: object, event: string): void
}

/** A code says what happened and never what somebody wrote. */
const CODE = /^[\w-]{1,40}$/

/** An error's name, and its code where it has one, for the log: its message may quote what somebody wrote. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = codeOf(error)
  return code !== undefined && CODE.test(code) ? `${error.name} ${code}` : error.name
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
