import { z } from 'zod'
import { strict } from './shape.ts'

/** What belonging to a customer's organisation means at a desk. Who belongs to which is no part of the file. */
export const organisationsShape = strict({
  /** Only people of an organisation may open tickets; anybody else is told how to get in, and their words wait. */
  required: z.boolean().default(false),
  /** Everybody of an organisation may look at all its tickets. */
  seeAll: z.boolean().default(false),
  /** … and answer in them, resolve and reopen them. */
  write: z.boolean().default(false),
  /** A requester may share one ticket with a colleague, who then reads and writes in it. */
  share: z.boolean().default(false),
})
