/** PostgreSQL's word for it that another transaction came first: serialisation failure, deadlock. */
const RACES = new Set(['40001', '40P01'])

/** Whether the error, or what it was caused by, says so: nothing has happened then, and it may be tried again. */
export function isPostgresRace(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && RACES.has(error.code)) return true
  return isPostgresRace(error.cause)
}
