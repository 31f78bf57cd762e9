import type { Receipt } from '../adapter.ts'
import { type Course, type Owed, ranks } from './deliveries.ts'

/**
 * The sign on an agent's own message of how far their words have got, instead of the one it shows; none with `null`. A
 * sign that has not gone out yet is to be superseded first.
 */
export function receiptOwed(
  id: string,
  messageId: string,
  { ticketId, original, shown }: Course,
  receipt: Receipt | null,
): Owed {
  return {
    id,
    ticketId,
    messageId,
    to: original.at,
    class: 'must-arrive',
    rank: ranks.sign,
    act: 'react',
    content: null,
    target: original.message,
    sign: { kind: 'receipt', receipt, former: shown.pending === null ? shown.receipt : shown.former },
  }
}
