import { z } from 'zod'
import { acts } from './act.ts'
import { slackChannel, slackGroup, slackUser, telegramChat, telegramUser } from './platform-id.ts'
import { by, oneOrMore, strict } from './shape.ts'

/** Who has a role: people by name, the people of a user group, the members of private channels and groups. */
const whoShape = strict({
  slackGroup: oneOrMore(slackGroup).default([]),
  slackMembersOf: z.array(slackChannel).default([]),
  slack: z.array(slackUser).default([]),
  telegram: z.array(telegramUser).default([]),
  telegramMembersOf: z.array(telegramChat).default([]),
})

type Who = z.infer<typeof whoShape>

const mayShape = z
  .string()
  .refine((may) => may === '*' || may.startsWith('to:') || acts.some((act) => act === may), by('act'))

export const roleShape = strict({
  who: whoShape.default({ slackGroup: [], slackMembersOf: [], slack: [], telegram: [], telegramMembersOf: [] }),
  may: z.array(mayShape),
})

export interface Role {
  id: string
  who: Who
  /** Acts, `to:STATUS`, or `*` for everything. */
  may: readonly string[]
}
