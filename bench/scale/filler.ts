import type { Orm } from '../../src/store/orm.ts'
import { AGENT, TEAM } from '../platforms/slack.ts'
import { PREFIX } from './desk.ts'

/** So many tickets of the smallest database, and how they are: as many open ones as any list shows. */
export const FEW = 1000
const FIRST_OPEN = 200
/** Of all the others one in so many is open. */
const OPEN_EVERY = 20
const DAY_MS = 86_400_000
/** Everything closed lies between these; what is open was asked within the last day. */
const OLDEST_MS = 2 * 365 * DAY_MS
const NEWEST_CLOSED_MS = 12 * DAY_MS
const TICKETS_A_PERSON = 50

/** Whoever asks in the bench: the first hundred open tickets are theirs, and one in a hundred of all others. */
export const REQUESTER = 'U0F0'
/** Their company has a tenth of all tickets. */
const COMPANY = 'The company'

/** One row for each ticket that is to be copied, with all that is the copy's own. */
export async function planFiller(orm: Orm, { from, to }: { from: number; to: number }): Promise<void> {
  const em = orm.em.fork()
  await em.execute(`create unlogged table if not exists filler (n int primary key, model text, t text, shift interval,
    shift_ms bigint, seconds text, person text, person_number int, platform_id text, key text, organisation uuid, assignee uuid)`)
  await em.execute('truncate filler')
  const persons = Math.max(40, Math.floor(to / TICKETS_A_PERSON))
  await em.execute(
    `insert into filler
     select n, platform || '-' || state, substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-', opened - model.opened_at,
            round(extract(epoch from opened - model.opened_at) * 1000), to_char(extract(epoch from opened), 'FM9999999999.000'),
            who.id, who.number, case platform when 'slack' then 'U0F' || who.number else (500000000 + who.number)::text end,
            '${PREFIX}-' || 1000 + n,
            case when who.number = 0 or n % 10 = 3 then (select id from organisation where name = '${COMPANY}') end,
            case when state = 'open' and n % 4 = 1 then (select person_id from person_address where platform_id = '${AGENT}') end
       from generate_series(?::int, ?::int) n,
       lateral (select case when n < ${FIRST_OPEN} or (n >= ${FEW} and n % ${OPEN_EVERY} = 0) then 'open' else 'closed' end as state) a,
       -- Rows of one copy are told from another's by the millisecond it was opened in, and those of an earlier call
       -- (a smaller database) by its last digit.
       lateral (select date_trunc('second', case state
          when 'open' then now() - interval '1 day' + n * interval '1 second' * (80000.0 / ?::int)
          else now() - interval '${OLDEST_MS} ms' + n * interval '1 ms' * (${OLDEST_MS - NEWEST_CLOSED_MS}.0 / ?::int) end)
         + interval '1 ms' * (n / ${OPEN_EVERY} % 100 * 10 + ${String(from).length}) as opened) b,
       lateral (select lpad(to_hex((extract(epoch from opened) * 1000)::bigint), 12, '0') as hex) c,
       lateral (select case when n < ${FIRST_OPEN / 2} or n % 100 = 7 then 0 else n % ${persons} end as number) d,
       lateral (select case when number > 0 and number % 2 = 1 and n >= ${FIRST_OPEN} then 'telegram' else 'slack' end as platform) e,
       lateral (select number, '00000000-0000-7000-8000-' || lpad(to_hex(number * 2 + (platform = 'telegram')::int), 12, '0') as id) who, model
      where model.name = platform || '-' || state`,
    [from, to - 1, to, to],
  )
  await em.execute('analyze filler')
}

/** Everybody who asked a ticket of `filler`, where they are, and the company's people. */
export async function addPeople(orm: Orm): Promise<void> {
  const em = orm.em.fork()
  await em.execute(
    `insert into person (id, name, language, created_at)
     select distinct person::uuid, 'Person ' || platform_id, 'en', now() - interval '800 days' from filler on conflict do nothing`,
  )
  await em.execute(
    `insert into person_address (platform, account, platform_id, person_id, reachable, seen_at)
     select distinct split_part(model, '-', 1), case when model like 'slack%' then '${TEAM}' else '700001' end, platform_id,
            person::uuid, true, now() from filler on conflict do nothing`,
  )
  await em.execute(
    `insert into organisation_member (person_id, desk_id, organisation_id, via, since)
     select distinct person::uuid, 'big', organisation, 'agent', now() from filler
      where organisation is not null on conflict do nothing`,
  )
  await em.execute(
    `insert into lane (lane, tokens, counted_at, faults)
     select distinct 'telegram:700001:' || platform_id, 99999, now(), 0 from filler where model like 'telegram%' on conflict do nothing`,
  )
}

export async function addCompany(orm: Orm): Promise<void> {
  await orm.em
    .fork()
    .execute(
      `insert into organisation (id, desk_id, name, name_key, created_at) values (gen_random_uuid(), 'big', '${COMPANY}', 'the company', now())`,
    )
}
