import { z } from 'zod'
import type { FormRef } from '../../../src/adapter.ts'
import { Malformed } from '../in/payload.ts'

const ref = z.object({
  ref: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('draft'), id: z.string(), hinted: z.literal(true).optional() }),
    z.object({ kind: z.literal('button'), id: z.string(), shown: z.string().optional() }),
  ]),
})

/** What a modal carries through Slack (`private_metadata`): an opaque id, authorised again when it comes back. */
export function carryRef(of: FormRef): string {
  return JSON.stringify({ ref: of })
}

/** Throws `Malformed` on what is not of our making. */
export function refOf(privateMetadata: string): FormRef {
  try {
    return ref.parse(JSON.parse(privateMetadata)).ref
  } catch (error) {
    throw new Malformed(error)
  }
}
