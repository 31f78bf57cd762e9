import type { Content } from '../ports/content.ts'
import { type Owed, ranks } from '../ports/store.ts'
import type { Hearing } from './hearing.ts'

/** A post where the person is talking to us, outside any ticket: a question of a form, a list, a greeting. */
export function postTo(hearing: Hearing, content: Content): Owed {
  return {
    id: hearing.world.ids.uuid(),
    ticketId: null,
    to: hearing.inbound.at,
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
    content,
  }
}
