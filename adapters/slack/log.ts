import { codeOf } from '../../src/domain/error-code.ts'

/** The part of a logger (pino's shape) the adapter uses. Facts are names and numbers: never words, tokens or addresses. */
export interface Log {
  info(facts: Record<string, unknown>, event: string): void
  warn(facts: Record<string, unknown>, event: string): void
  error(facts: Record<string, unknown>, event: string): void
}

/** What may be logged of an error: its class, and Slack's or the system's code where it is a mere word. */
export function factsOf(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = codeOf(error)
  return code !== undefined && /^\w+$/.test(code) ? { error: error.name, code } : { error: error.name }
}
