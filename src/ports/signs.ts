import { z } from 'zod'
import type { Sign } from '../adapter.ts'

const receipt = z.enum(['queued', 'accepted', 'refused']).nullable()

/** The door for the JSON column. */
export const signShape: z.ZodType<Sign> = z.object({ kind: z.literal('receipt'), receipt, former: receipt })
