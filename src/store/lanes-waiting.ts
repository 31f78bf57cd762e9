import { notJustNow } from './lately.ts'
import type { Db } from './orm.ts'
import { AWAY_AFTER } from './outages.ts'
import { run, type Statement } from './statement.ts'

/** No platform asks for longer (ms): what is parked beyond was parked before the clock was set back. */
export const LONGEST_PARK_MS = 24 * 3_600_000

/** What a platform does as a whole stands in a row beside its lanes (`outages.ts`). */
const wholeOf = (lane: string) => `split_part(${lane}, ':', 1) || ':' || split_part(${lane}, ':', 2) || ':*'`
export const WHOLE = wholeOf('lane.lane')

/** A row of `lane` that must be quiet, for longer than no time and no longer than any platform asks. */
export const parked = (row: string, now: string, longest: string) => `(
         coalesce(${row}.parked_until > ${now}::timestamptz, false)
           and ${row}.parked_until <= ${now}::timestamptz + ${longest}::float8 * interval '1 ms')`

/** Whoever holds `lane` has not renewed its lease. */
const HOLDER_IS_DEAD = `not exists (select from lease where lease.name = 'process:' || lane.held_by and lease.until > now())`

/** A lane, joined with its platform's row as `whole`, that must be quiet; but for the one that tries whether that is back. */
const quiet = (now: string, longest: string) => `(
         ${parked('lane', now, longest)}
         or ${parked('whole', now, longest)} and whole.held_by is distinct from lane.lane)`

/**
 * Lanes with something owed, one step of the index each, however much is owed in them. Thousands may wait for a platform
 * that is away: the first of them is looked at, all others are stepped over, and whoever tries whether it is back is
 * asked for by name.
 * Its own row of each is looked up by itself: of a join PostgreSQL, which cannot know how few are found, makes a table of all lanes.
 * What another process has owed just now is left to it, and what it is sending in, for it goes on there itself.
 * $1 the lanes' clock, $2 the longest pause (ms), $3 lanes of which also what was owed just now, $4 this process
 */
const WAITING: Statement = {
  name: 'lanes-waiting',
  text: `
    with recursive owing (lane, owed_at, platform, account, trying, away) as (
      select first.lane, first.owed_at, first.platform, first.account, whole.held_by, ${parked('whole', '$1', '$2')}
        from (${firstOwing('true')}) as first
        left join lane as whole on whole.lane = ${wholeOf('first.lane')}
      union all
      select next.lane, next.owed_at, next.platform, next.account,
             case when next.known then owing.trying else whole.held_by end,
             case when next.known then owing.away else ${parked('whole', '$1', '$2')} end
        from owing
       cross join lateral (
          select first.*, first.platform = owing.platform and first.account = owing.account as known
            from (${firstOwing(`
                   delivery.lane > owing.lane
                   and not (owing.away and delivery.platform = owing.platform and delivery.account = owing.account)`)}) as first
        ) as next
        left join lane as whole on whole.lane = case when not next.known then ${wholeOf('next.lane')} end
    ),
    found (lane) as (
      select lane from owing, (select now() + offset_ms * interval '1 ms' as now from clock where id = 1) as hour
       where not away and (lane = any ($3::text[]) or ${notJustNow('owed_at')})
      union
      select trying from owing
       where away and exists (
         select from delivery where delivery.lane = owing.trying and delivery.state in ('pending', 'sending'))
    )
    select found.lane
      from found left join lateral (select * from lane where lane.lane = found.lane offset 0) as lane on true
     where lane.lane is null
        or not ${parked('lane', '$1', '$2')}
           and (lane.held_by is null or lane.held_by = $4
                or ${HOLDER_IS_DEAD})`,
}

function firstOwing(where: string): string {
  return `select delivery.lane, delivery.owed_at, delivery.platform, delivery.account from delivery
                   where delivery.state in ('pending', 'sending') and ${where}
                   order by delivery.lane limit 1`
}

/** Claims none. `ours`: lanes of which also what was owed just now, by `holder`; `longestParkMs`: no pause counts for longer. */
export async function lanesWaiting(
  db: Db,
  now: Date,
  longestParkMs: number,
  ours: readonly string[],
  holder: string,
): Promise<string[]> {
  const rows = await run<{ lane: string }>(db, WAITING, [now, longestParkMs, ours, holder])
  return rows.map(({ lane }) => lane)
}

/** What waits for what will never be comes to the front of its lane by itself: thousands behind it are not gone through at each look. */
const LOOKED_AHEAD = 50

/** All lanes of a platform that is away are one. */
const AS_ONE = `case when whole.faults >= ${AWAY_AFTER} then whole.lane else lane.lane end`

/**
 * Of these lanes those that want more than `TAKE` does: whoever held it is dead, something is half sent or waits for what
 * will never be, or the platform gave no answer lately. Those that must be quiet are left in peace. Of a platform that is
 * away one is named, however many wait: the one that tries whether it is back, else who has been quiet longest and has
 * something to try it with, so that what it never takes is not the only thing tried.
 * $1 lanes, $2 the holder, $3 the lanes' clock, $4 the longest pause (ms), $5 whether a lease that ran out says anything
 */
const STUCK: Statement = {
  name: 'lanes-stuck',
  text: `
    select distinct on (${AS_ONE}) lane.lane
      from lane left join lane as whole on whole.lane = ${WHOLE}
     where lane.lane = any ($1::text[])
       and not ${quiet('$3', '$4')}
       and (lane.held_by is null or lane.held_by = $2 or $5::boolean and ${HOLDER_IS_DEAD})
       and (coalesce(lane.held_by <> $2, false)
            or coalesce(whole.faults > 0, false) and exists (
                 select from delivery left join delivery as before on before.id = delivery.after_id
                  where delivery.lane = lane.lane and delivery.state = 'pending'
                    and (delivery.after_id is null or before.state = 'sent'))
            or exists (select from delivery where delivery.lane = lane.lane and delivery.state = 'sending')
            or exists (
                 select from (
                   select after_id from delivery where delivery.lane = lane.lane and delivery.state = 'pending'
                    order by rank, seq limit ${LOOKED_AHEAD}
                 ) as next join delivery as before on before.id = next.after_id
                  where before.state in ('failed', 'unknown', 'superseded')))
     order by ${AS_ONE}, whole.held_by = lane.lane desc nulls last, lane.parked_until nulls first`,
}

/** Those of `lanes` that `takeLanes` does not help; claims none. */
export async function lanesStuck(
  db: Db,
  lanes: readonly string[],
  holder: string,
  now: Date,
  longestParkMs: number,
  judges: boolean,
): Promise<string[]> {
  return (await run<{ lane: string }>(db, STUCK, [lanes, holder, now, longestParkMs, judges])).map(({ lane }) => lane)
}
