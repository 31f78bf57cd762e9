import type { Deliveries } from '../ports/store.ts'
import { neverCame } from './never-came.ts'
import type { Db } from './orm.ts'
import { run, type Statement } from './statement.ts'

type Unreached = Pick<Deliveries, 'unreached' | 'answerUnreached'>

/** What the requester was to hear and has not. @see Deliveries */
export function unreachedOf(db: Db): Unreached {
  const found = async (statement: Statement, ticketId: string, since: Date) =>
    (await run(db, statement, [ticketId, since])).length > 0
  return {
    unreached: (ticketId, since) => found(UNREACHED, ticketId, since),
    answerUnreached: (ticketId, since) => found(ANSWER_UNREACHED, ticketId, since),
  }
}

/** An agent's words that nobody has taken back. */
const stands = (message: string) =>
  `${message}.side = 'agent' and ${message}.kind = 'message' and ${message}.deleted_at is null`

/** Where the requester themselves is told; the other places on their side are those of people who read along. */
const theirs = (place: string) =>
  `${place}.side = 'requester' and ${place}.open and ${place}.person_id = ticket.requester_id`

/**
 * Told later, by another notice or beside an agent's words, or in another of their places with the same change, they have
 * heard of it. $1 ticket, $2 since when
 */
const UNREACHED: Statement = {
  name: 'unreached',
  text: `
    select lost.id
      from delivery as lost
      join ticket on ticket.id = lost.ticket_id
      join place on place.id = lost.place_id and ${theirs('place')}
     where lost.ticket_id = $1::uuid and lost.state = 'failed' and lost.class = 'must-not-double'
       and lost.owed_at >= $2::timestamptz
       and not exists (
         select from place as there
           join delivery as sent on sent.place_id = there.id and sent.act = 'post' and sent.state = 'sent'
           left join message as said on said.id = sent.message_id
          where there.ticket_id = $1::uuid and ${theirs('there')}
            and (sent.class = 'must-not-double' or ${stands('said')})
            and (sent.seq > lost.seq
              or (sent.class = lost.class and sent.owed_at = lost.owed_at and sent.place_id <> lost.place_id)))
     limit 1`,
}

/**
 * What came to them later shows that they can be told again, and in another of their places the same words are the same.
 * $1 ticket, $2 since when
 */
const ANSWER_UNREACHED: Statement = {
  name: 'answer-unreached',
  text: `
    select lost.id
      from delivery as lost
      join ticket on ticket.id = lost.ticket_id
      join place on place.id = lost.place_id and ${theirs('place')}
      join message on message.id = lost.message_id and ${stands('message')}
     where lost.ticket_id = $1::uuid and lost.act = 'post' and lost.owed_at >= $2::timestamptz
       and (lost.state = 'failed' or ${neverCame('lost')})
       and not exists (
         select from place as there
           join delivery as sent on sent.place_id = there.id and sent.act = 'post' and sent.state = 'sent'
            and not ${neverCame('sent')}
           join message as said on said.id = sent.message_id and ${stands('said')}
          where there.ticket_id = $1::uuid and ${theirs('there')}
            and (sent.seq > lost.seq or (sent.message_id = lost.message_id and sent.place_id <> lost.place_id)))
     limit 1`,
}
