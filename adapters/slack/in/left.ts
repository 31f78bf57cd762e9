import { z } from 'zod'
import type { Inbound } from '../../../src/adapter.ts'
import type { Here } from './read.ts'

const leftChannel = z.object({ user: z.string(), channel: z.string() })
const changedUser = z.object({ user: z.object({ id: z.string(), deleted: z.boolean().nullish() }) })

/**
 * `user_change` tells of every new status and picture of everybody: only that somebody's account is closed is of any
 * interest here, and nothing else is stored.
 */
export function isIdleChange(event: { type: string }): boolean {
  return event.type === 'user_change' && changedUser.safeParse(event).data?.user.deleted !== true
}

/** Somebody left a channel we are in, or the workspace. */
export function inboundOfLeaving(event: { type: string }, seconds: number, at: Here): Inbound[] {
  const occurredAt = new Date(seconds * 1000)
  if (event.type === 'member_left_channel') {
    const { user, channel } = leftChannel.parse(event)
    return [{ does: 'leave', who: at.person(user), at: at.place(channel), occurredAt }]
  }
  if (event.type !== 'user_change' || isIdleChange(event)) return []
  const { user } = changedUser.parse(event)
  return [{ does: 'leave', who: at.person(user.id), at: at.place(user.id), occurredAt }]
}
