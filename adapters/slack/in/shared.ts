import { z } from 'zod'
import type { Inbound } from '../../../src/adapter.ts'
import type { Here } from './read.ts'

const turned = z.object({ channel: z.string() })

/** A channel was shared with another company (Slack Connect), or is ours alone again; undefined for any other event. */
export function inboundOfSharing(event: { type: string }, seconds: number, at: Here): Inbound[] | undefined {
  if (event.type !== 'channel_shared' && event.type !== 'channel_unshared') return undefined
  return [{ does: 'share', at: at.place(turned.parse(event).channel), occurredAt: new Date(seconds * 1000) }]
}
