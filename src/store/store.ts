import { codeOf } from '../domain/error-code.ts'
import { type Ahead, LostRace, type Store, type Unit } from '../ports/store.ts'
import { beginningOf, clockOf } from './clock.ts'
import { duesOf } from './dues.ts'
import { type Gather, gathered, one } from './gather.ts'
import { inboxQueue } from './inbox.ts'
import { installationOf } from './installation.ts'
import { nothingKept } from './kept.ts'
import { nothingKnown } from './known.ts'
import { laneQueue } from './lanes.ts'
import { leasesOf } from './leases.ts'
import { listeningOf } from './listening.ts'
import { movedClockOf } from './moved-clock.ts'
import { type Db, dbOf, type Orm } from './orm.ts'
import { sendingAtOnce } from './owe-at-once.ts'
import { byProperty } from './properties.ts'
import { again, isPostgresRace } from './race.ts'
import { readAhead } from './read-ahead.ts'
import { sharedChannelsOf } from './shared-channels.ts'
import { transact } from './transact.ts'
import { unitOf } from './unit.ts'

/** How often a lost race is run again before it counts as an error. Each loss means somebody else got on. */
const MOST_RACES = 50

export interface StoreOptions {
  orm: Orm
  /** The lanes' and leases' clock: real time, injected in tests (design.md §8). */
  realNow: () => Date
}

/** The store on PostgreSQL. @see Store */
export function storeOf({ orm, realNow }: StoreOptions): Store {
  // One for all: each of them would learn every table's columns anew.
  const shared = dbOf(orm.em.fork())
  const db = (): Db => shared
  const clock = clockOf(db)
  const kept = nothingKept()
  const plugin = byProperty(orm.em)
  const once = async <T>(gather: Gather, work: (unit: Unit) => Promise<T>, ahead?: Ahead): Promise<T> => {
    const known = nothingKnown()
    const pool = await orm.em.getConnection().getNativeClient()
    return sendingAtOnce(
      known,
      () => kept.sender,
      transact(pool, plugin, async (inside) => {
        const [beginning] = await Promise.all([beginningOf(inside), ahead && readAhead(inside, ahead, known)])
        return work(unitOf(inside, beginning, realNow(), kept, known, gather))
      }),
    )
  }
  return {
    transaction: (work, ahead) => again(() => once(one, work, ahead), { most: MOST_RACES, isRace }),
    together: (works, ahead) => once(gathered, (unit) => allOf(unit, works), ahead),
    inbox: inboxQueue(db, clock),
    lanes: laneQueue(db, realNow, kept),
    leases: leasesOf(db),
    listening: listeningOf(db),
    clock: movedClockOf(db),
    installation: installationOf(db),
    sharedChannels: sharedChannelsOf(db),
    nextNumber: (deskId) => nextNumber(orm, deskId),
    dues: (deskIds) => duesOf(db(), deskIds),
  }
}

/** Nobody may still be asking when the transaction ends, whoever has failed. */
async function allOf<T>(unit: Unit, works: readonly ((unit: Unit) => Promise<T>)[]): Promise<T[]> {
  const ends = await Promise.allSettled(works.map((work) => work(unit)))
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

/** Another change came first: ours (the version), or PostgreSQL says so. */
function isRace(error: unknown): boolean {
  return error instanceof LostRace || isPostgresRace(error)
}

/** A sequence per desk, made when first asked for: taking a number holds nobody up. */
async function nextNumber(orm: Orm, deskId: string): Promise<number> {
  const name = `ticket_number_${deskId.replaceAll(/[^a-z0-9]/g, '_')}`
  const em = orm.em.fork()
  const next = async () => {
    const [row] = await em.execute<{ number: string }[]>(`select nextval('${name}') as number`)
    return Number(row?.number)
  }
  try {
    return await next()
  } catch (error) {
    if (codeOf(error) !== '42P01') throw error
    await em.execute(`create sequence if not exists ${name}`).catch(() => {}) // two at once: the other one made it
    return next()
  }
}
