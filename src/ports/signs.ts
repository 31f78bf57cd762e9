import { z } from 'zod'
import type { Sign } from '../adapter.ts'

const receipt = z.enum(['queued', 'accepted', 'refused']).nullable()

/** The door for the JSON column. */
export const signShape: z.ZodType<Sign> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receipt'), receipt, former: receipt }),
  z.object({ kind: z.literal('emoji'), emoji: z.string(), gone: z.boolean(), standing: z.array(z.string()) }),
])
