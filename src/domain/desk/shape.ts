import { z } from 'zod'
import type { Rule } from './fault.ts'

/** A zod message that is one of our rules: `fault.ts` turns it into what is allowed and how to mend it. */
export function by(rule: Rule): { error: Rule } {
  return { error: rule }
}

/** An object in which an unknown key is an error; the message lists the keys there are. */
export function strict<const S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  })
}

/** An id of the file's own: a status, a type, a field … */
export const id = z.string().regex(/^[a-z][a-z0-9-]*$/, by('id'))

/** Words for people. */
export const words = z.string().trim().min(1, by('empty'))

/** One value or a list of them; always a list inside. */
export function oneOrMore<T extends z.ZodType>(of: T) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(of).min(1, by('empty')),
  )
}
