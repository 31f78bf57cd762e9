import { type Delivery, sameChat } from '../adapter.ts'
import type { Content } from '../ports/content.ts'
import type { Store } from '../ports/store.ts'

/** The message here that these words answer (platform id): its original or its copy in the same chat; none where it has none. */
export async function answeredIn(
  store: Store,
  { to, ...delivery }: Extract<Delivery, { act: 'post' }>,
  { answers }: Content,
): Promise<string | undefined> {
  if (answers === undefined) return delivery.replyTo
  const twins = await store.transaction((unit) => unit.messages.twinsOf(answers))
  return twins.find((twin) => sameChat(twin, to))?.platformMessageId
}
