import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Log } from '../../src/ports/log.ts'

/** A log whose lines are kept, to be looked through. */
export function logLines(level: 'trace' | 'warn'): { log: Log; lines: string[] } {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  return { log: pino({ level }, sink), lines }
}
