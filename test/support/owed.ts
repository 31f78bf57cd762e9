import { v7 } from 'uuid'
import { type Owed, ranks } from '../../src/ports/store.ts'

/** A post that is owed to a channel, of no ticket. */
export function owed(more: Partial<Owed> = {}): Owed {
  return {
    id: v7(),
    ticketId: null,
    to: { platform: 'slack', account: 'T1', chat: 'C1' },
    class: 'must-arrive',
    rank: ranks.words,
    act: 'post',
    content: { language: 'en', body: [] },
    ...more,
  }
}
