import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../domain/error-code.ts'

/** PostgreSQL's word for it that another transaction came first: serialisation failure, deadlock. */
const RACES = new Set(['40001', '40P01'])

/** Whether the error, or what it was caused by, says so: nothing has happened then, and it may be tried again. */
export function isPostgresRace(error: unknown): boolean {
  return hasCode(error, (code) => RACES.has(code))
}

/** Whether the error, or what it was caused by, bears such a code (of PostgreSQL's: a SQLSTATE). */
export function hasCode(error: unknown, isSuch: (code: string) => boolean): boolean {
  return comesFrom(error, (one) => {
    const code = codeOf(one)
    return code !== undefined && isSuch(code)
  })
}

/** Whether the error, or what it was caused by, is such a one. */
export function comesFrom(error: unknown, isSuch: (one: Error) => boolean): boolean {
  return error instanceof Error && (isSuch(error) || comesFrom(error.cause, isSuch))
}

/** How often at most, which errors say that somebody else came first, and how long to leave them after so many (ms). */
interface Races {
  most: number
  isRace?: (error: unknown) => boolean
  pauseMs?: (races: number) => number
}

/** Once more while somebody else comes first. Rejects with what is no race, or with the last one. */
export async function again<T>(run: () => Promise<T>, { most, isRace = isPostgresRace, pauseMs }: Races): Promise<T> {
  for (let races = 1; ; races++) {
    try {
      return await run()
    } catch (error) {
      if (races >= most || !isRace(error)) throw error
      if (pauseMs) await sleep(pauseMs(races))
    }
  }
}
