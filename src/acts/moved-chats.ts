import { followMoves } from '../domain/desk/follow-moves.ts'
import type { Store } from '../ports/store.ts'
import type { World } from './world.ts'

/**
 * Desk files name a group by the id it had; one that became a supergroup has another (platforms.md §B2). Once
 * Telegram has said so, or refused the old one, the desks know it by its new one, in every later process too; the
 * operator is told, so that the file follows.
 */
export async function followMovedChats(store: Store, world: World): Promise<void> {
  const account = world.accountOf('telegram')
  if (account === undefined) return
  const moves = await store.transaction((unit) => unit.deliveries.movesOf({ platform: 'telegram', account }))
  const followed = world.desks.map((desk) => followMoves(desk, moves))
  if (JSON.stringify(followed) === JSON.stringify(world.desks)) return
  world.desks = followed
  world.log.warn({ moves: Object.fromEntries(moves) }, 'desk-files-name-chats-that-moved')
}
