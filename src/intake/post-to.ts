import type { World } from '../acts/world.ts'
import type { Address } from '../adapter.ts'
import type { Content } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import type { Hearing } from './hearing.ts'

/** A post where the person is talking to us, outside any ticket: a question of a form, a list, a greeting. */
export function postTo(hearing: Hearing, content: Content): Owed {
  return postAt(hearing.world, hearing.inbound.at, content)
}

/** The same where they were talking to us before. */
export function postAt(world: Pick<World, 'ids'>, to: Address, content: Content): Owed {
  return {
    id: world.ids.uuid(),
    ticketId: null,
    to,
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
    content,
  }
}
