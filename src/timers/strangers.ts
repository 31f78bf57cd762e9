import { lookForStrangers } from '../acts/shared-channels.ts'
import type { Timing } from './index.ts'

/**
 * Looks whether a channel of agents has been shared with another company (Slack Connect). Every process for itself, and
 * done once a beat, whatever it finds.
 */
export async function findStrangers({ store, world, platforms }: Timing): Promise<number> {
  await lookForStrangers(store, world, platforms)
  return 0
}
