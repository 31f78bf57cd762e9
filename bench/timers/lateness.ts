import { setTimeout as sleep } from 'node:timers/promises'
import type { Orm } from '../../src/store/orm.ts'
import { type Latency, latencyOf } from '../latency.ts'

/** What became of what was planned (`planned`), by the events in the database. */
export interface Happened {
  planned: number
  /** `TYPE on KEY`: not there, there more than once, there before its time, there and not planned. */
  missing: string[]
  doubled: string[]
  early: string[]
  strange: string[]
  /** From when it was due to when the database has it (ms). */
  late: Latency
  lateByType: ReadonlyMap<string, Latency>
}

const GLANCE_MS = 500

/** Waits until everything planned has happened, or until nothing more has for so long. */
export async function waitForAll(orm: Orm, stillMs: number): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY
  let betterAt = performance.now()
  for (;;) {
    const [row] = await orm.em.fork().execute<{ left: string }[]>(
      `select count(*) as left from planned p where not exists
         (select from ticket_event e where e.ticket_id = p.ticket_id and e.type = p.type and e.sequence > p.after_sequence)`,
    )
    const left = Number(row?.left)
    if (left < fewest) betterAt = performance.now()
    fewest = Math.min(fewest, left)
    if (left === 0 || performance.now() - betterAt > stillMs) return
    await sleep(GLANCE_MS)
  }
}

/** What their models lived through does not count. */
export async function happened(orm: Orm): Promise<Happened> {
  const rows = await orm.em
    .fork()
    .execute<{ name: string; type: string; planned: boolean; times: string; late: string }[]>(
      `select t.key as name, coalesce(p.type, e.type) as type, p.type is not null as planned,
            count(e.ticket_id) as times,
            extract(epoch from min(e.received_at) - min(p.due_at)) * 1000 as late
       from planned p
       full join (select happened.* from ticket_event happened
                    join (select ticket_id, min(after_sequence) as copied from planned group by 1) own
                      on own.ticket_id = happened.ticket_id and happened.sequence > own.copied) e
         on e.ticket_id = p.ticket_id and e.type = p.type
       join ticket t on t.id = coalesce(p.ticket_id, e.ticket_id)
      group by 1, 2, 3`,
    )
  const named = (found: typeof rows) => found.map(({ name, type }) => `${type} on ${name}`)
  const planned = rows.filter((row) => row.planned)
  const came = planned.filter(({ times }) => Number(times) > 0)
  const types = new Set(came.map(({ type }) => type))
  const lateOf = (found: typeof rows) => latencyOf(found.map(({ late }) => Number(late)))
  return {
    planned: planned.length,
    missing: named(planned.filter(({ times }) => Number(times) === 0)),
    doubled: named(planned.filter(({ times }) => Number(times) > 1)),
    early: named(came.filter(({ late }) => Number(late) < 0)),
    strange: named(rows.filter((row) => !row.planned)),
    late: lateOf(came),
    lateByType: new Map([...types].toSorted().map((type) => [type, lateOf(came.filter((row) => row.type === type))])),
  }
}
