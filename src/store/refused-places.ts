import type { Deliveries } from '../ports/store.ts'
import type { Known } from './known.ts'
import { isOpen } from './open-stages.ts'
import type { Db } from './orm.ts'
import { run, type Statement } from './statement.ts'

type RefusedPlaces = Pick<Deliveries, 'tryPlacesAgain'>

/** So many of one chat at a time: what was said in them is older than what is said now, and goes before it. */
const MOST_IN_A_CHAT = 3

/** Threads of agents that were refused before they were there. @see Deliveries */
export function refusedPlacesOf(db: Db, known: Known): RefusedPlaces {
  return {
    async tryPlacesAgain(deskIds, now) {
      const due = await run<{ id: string }>(db, DUE, [deskIds, now, MOST_IN_A_CHAT])
      if (due.length === 0) return 0
      known.waits = true
      await run(db, AGAIN, [due.map(({ id }) => id)])
      return due.length
    },
  }
}

/**
 * The first post of a place, or the topic for it, that was refused itself: not the one that fell with the other. Of one
 * chat those first that were tried longest ago. A private ticket's places are people's own chats, and another matter.
 * $1 desks, $2 the hour, $3 how many of one chat
 */
const DUE: Statement = {
  name: 'refused-places-due',
  text: `
    select id
      from (
        select place.id, row_number() over (partition by first.lane order by first.settled_at, first.seq) as turn
          from delivery as first
          join place on place.id = first.place_id and first.id in (place.topic_delivery_id, place.root_delivery_id)
          join (select id from ticket where ${isOpen} and desk_id = any ($1::text[])) as ticket
            on ticket.id = first.ticket_id
         where first.state = 'failed' and first.fault <> 'follows-a-failed-one' and first.content is not null
           and place.side = 'triage' and place.person_id is null and place.open
           and first.settled_at + power(2, least(first.tries - 1, 4)) * interval '1 minute' <= $2::timestamptz
      ) as refused
     where turn <= $3::int`,
}

/** A topic is closed by one and opened by the other. */
const kindOf = (row: string) =>
  `case when ${row}.act in ('topic-close', 'topic-reopen') then 'topic-turn' else ${row}.act end`

/**
 * The very rows: they keep their order, and their count of tries. Of changes of one post the newest says it all; what is
 * taken back meanwhile, or must not be said late, is left as it is.
 * $1 places
 */
const AGAIN: Statement = {
  name: 'refused-places-again',
  text: `
    with fallen as (
      select owed.id, exists (
               select from delivery as newer
                where newer.of_id = owed.of_id and newer.state = 'failed' and newer.seq > owed.seq
                  and ${kindOf('newer')} = ${kindOf('owed')}) as overtaken
        from place join delivery as owed on owed.place_id = place.id and owed.ticket_id = place.ticket_id
       where place.id = any ($1::uuid[]) and owed.state = 'failed' and owed.class = 'must-arrive'
         and (owed.id in (place.topic_delivery_id, place.root_delivery_id) or owed.fault = 'follows-a-failed-one')
         and (owed.content is not null or owed.act in ('delete', 'topic-close', 'topic-reopen'))
         and (select message.deleted_at from message where message.id = owed.message_id) is null
    ),
    passed_over as (
      update delivery set state = 'superseded' from fallen where delivery.id = fallen.id and fallen.overtaken
    )
    update delivery set state = 'pending', fault = null, held_by = null, settled_at = null
      from fallen where delivery.id = fallen.id and not fallen.overtaken and delivery.state = 'failed'`,
}
