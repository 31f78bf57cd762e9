import { comesFrom, hasCode } from './race.ts'

/**
 * SQLSTATEs by which PostgreSQL tells of itself and not of what it was asked: a full disk, no memory, no connection left
 * (class 53), a lock nobody lets go of, no writes taken, going down or coming up, a disk that fails. What is too much for it
 * (54) or takes too long (57014) may be what it was asked, and is not among them.
 */
const TROUBLES = new Set([
  '25006',
  '53000',
  '53100',
  '53200',
  '53300',
  '55P03',
  '57P01',
  '57P02',
  '57P03',
  '58000',
  '58030',
])
/** Connections that broke or could not be made. */
const CONNECTION = '08'

/** What `pg-pool` says, without a code, where there is no connection to be had. */
const NO_CONNECTION = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
])

/** Whether the database has a trouble of its own: the same question may be answered when that is over. */
export function isPostgresTrouble(error: unknown): boolean {
  return (
    hasCode(error, (code) => TROUBLES.has(code) || code.startsWith(CONNECTION)) ||
    comesFrom(error, ({ message }) => NO_CONNECTION.has(message))
  )
}
