import { followMovedChats } from '../acts/moved-chats.ts'
import type { Timing } from './index.ts'

/** Another process, or this one, may have heard that a group has another id now. Every process for itself. */
export async function followChats({ store, world }: Timing): Promise<number> {
  await followMovedChats(store, world)
  return 0
}
