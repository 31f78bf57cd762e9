import type { Statement } from './statement.ts'

/**
 * The first of each lane that waits. Lane by lane, each found by its place in the index of what waits: what has been
 * heard leaves that index only when the table is vacuumed, which a large one seldom is, and only a walk along it takes
 * note of what is gone. Read as a whole it would be gone through again at every look.
 * What another process has received is left to it while that lives: of several that go for the same row one hears it, and
 * the others have asked about its people in vain, the more of them the longer words wait.
 * $1 how many of each platform, $2 of which, $3 of no lane of these, $4 of these lanes also what is left to others, $5 this
 * process; the hour is asked for in the same breath.
 */
export const HEADS: Statement = {
  name: 'inbox-heads',
  text: `
    with recursive head as (
      (${first('')})
      union all
      select next.* from head, lateral (${first('and lane > head.lane')}) as next
    )
    select id, platform, account, lane, body, occurred_at, received_at, admitted_at, tries, theirs
      from (select head.*, row_number() over (partition by platform order by received_at) as nth
              from (select head.*, received_by is distinct from $5::text
                                   and coalesce(received_by = any (array(select holder from lease where until > now())), false) as theirs
                      from head) as head,
                   (select now() + offset_ms * interval '1 ms' as now from clock where id = 1) as hour
             where ready_at <= hour.now
               and platform = any ($2::text[]) and lane <> all ($3::text[])
               and (not theirs or lane = any ($4::text[]))) as head
     where nth <= $1
     order by received_at, id`,
}

function first(after: string): string {
  return `
      select id, platform, account, lane, body, occurred_at, received_at, received_by, admitted_at, tries, ready_at
        from inbox where state = 'waiting' ${after} order by lane, occurred_at, micros, seq limit 1`
}
