/** An error's `code`, where it has one in letters: Node's (`ECONNREFUSED`), a SQLSTATE, Slack's own. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
