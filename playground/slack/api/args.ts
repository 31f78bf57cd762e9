import { z } from 'zod'
import type { SlackBlock } from '../objects.ts'
import { SlackRefusal } from '../refusal.ts'

/** Arguments as they come: form fields are all strings, objects in them are JSON (platforms.md §E). */
export type Args = Record<string, unknown>

export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1'),
])

/** A number, also as a form field. */
export const number = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)])

/** Something that is JSON where the rest is a form. */
export function json<T>(shape: z.ZodType<T>): z.ZodType<T, unknown> {
  return z.preprocess((value, context) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid JSON' })
      return z.NEVER
    }
  }, shape)
}

/** Blocks; each is looked at by `checkBlocks`. */
export const blocks = json(z.custom<SlackBlock[]>((value) => Array.isArray(value), 'must provide an array of blocks'))
export const attachments = json(z.array(z.record(z.string(), z.unknown())))
export const timestamp = z.string().regex(/^\d+\.\d{6}$/)

/** Reads arguments, or answers `invalid_arguments` as Slack does. */
export function read<T>(shape: z.ZodType<T, unknown>, args: Args): T {
  const parsed = shape.safeParse(args)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
  // Slack names these by errors of their own.
  const at = (field: string): boolean => issues.some((issue) => issue.path[0] === field)
  if (at('channel')) throw new SlackRefusal('channel_not_found')
  if (at('blocks')) throw new SlackRefusal('invalid_blocks_format')
  if (at('thread_ts')) throw new SlackRefusal('invalid_thread_ts')
  throw new SlackRefusal(
    'invalid_arguments',
    issues.map((issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`),
  )
}

/** A page of a list, by Slack's cursors. */
export function page<T>(all: T[], limit: number, cursor: string | undefined): { items: T[]; next: string } {
  const from =
    cursor === undefined || cursor === ''
      ? 0
      : Number(
          Buffer.from(cursor, 'base64')
            .toString('utf8')
            .replace(/^next:/, ''),
        )
  if (!Number.isInteger(from)) throw new SlackRefusal('invalid_cursor')
  const end = from + Math.max(1, limit)
  return { items: all.slice(from, end), next: end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '' }
}
