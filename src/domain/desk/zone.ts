import { z } from 'zod'
import { by } from './shape.ts'

/** An IANA time zone this Node knows. */
export const zone = z.string().refine(isZone, by('zone'))

function isZone(name: string): boolean {
  // Intl also takes offsets such as +02:00, which know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
