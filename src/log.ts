import { pino } from 'pino'
import type { Log } from './ports/log.ts'

/** JSON lines, or readable ones in a terminal. Keys and counts only: no text of people, no token (design.md §7). */
export function logTo(level: string, pretty = process.stdout.isTTY === true): Log {
  if (!pretty) return pino({ level, base: null })
  return pino({
    level,
    base: null,
    transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } },
  })
}
