import { z } from 'zod'
import type { Platform, ThreadMessage } from '../adapter.ts'

const where = z.tuple([z.enum(['slack', 'telegram']), z.string(), z.string(), z.string()])

/** A message in a thread, as a button's argument says it. */
export function writeWhere(platform: Platform, { chat, thread, message }: ThreadMessage): string {
  return JSON.stringify([platform, chat, thread, message])
}

/** The door for it. Throws on what `writeWhere` did not write. */
export function readWhere(argument: string | null): { platform: Platform; of: ThreadMessage } {
  const [platform, chat, thread, message] = where.parse(JSON.parse(argument ?? ''))
  return { platform, of: { chat, thread, message } }
}
