import { expect } from 'vitest'
import { judgeAgain, timesOf } from '../../src/acts/times.ts'
import type { World } from '../../src/acts/world.ts'
import { replay } from '../../src/domain/ticket/apply.ts'
import { logTo } from '../../src/log.ts'
import { idsOf } from '../../src/ports/ids.ts'
import type { TestDesk } from './desk.ts'
import { until } from './people.ts'
import { allHeardAndSent } from './settled.ts'

/** One row per delivery that is not at a good end. */
export interface Unsettled {
  id: string
  act: string
  state: string
  fault: string | null
  chat: string
}

/**
 * The law after every journey: the events of each ticket, replayed, are its stored row with its clocks and due times
 * (design.md §1), nothing received is left unheard or parked, and nothing is left owed or has failed. `unless` names the ends a journey expects.
 */
export async function replayedEqualsStored(
  desk: TestDesk,
  unless: (delivery: Unsettled) => boolean = () => false,
): Promise<void> {
  const { database } = desk
  await allHeardAndSent(desk)
  const parked = await database.query(`select id, outcome from inbox where state = 'parked'`)
  expect(parked.rows).toEqual([])
  const ended = await database.query<Unsettled>(
    `select id, act, state, fault, chat from delivery where state in ('failed', 'unknown') order by seq`,
  )
  expect(ended.rows.filter((delivery) => !unless(delivery))).toEqual([])
  const tickets = await database.query<{ id: string; written: string }>(
    'select id, xmin::text as written from ticket order by id',
  )
  expect(tickets.rows.length).toBeGreaterThan(0)
  // After every journey of a file: those nobody has written since were equal then.
  const known = equalAt.get(desk) ?? new Map<string, string>()
  equalAt.set(desk, known)
  for (const { id, written } of tickets.rows) {
    if (known.get(id) === written) continue
    await equal(desk, id)
    known.set(id, written)
  }
}

/** Tickets found equal to their history, by the transaction that wrote their row. */
const equalAt = new WeakMap<TestDesk, Map<string, string>>()

/** How many events of a kind the tickets of a desk have together. */
export async function timesHappened(desk: TestDesk, key: string, type: string): Promise<number> {
  const history = await desk.desk.store.transaction(async (unit) => {
    const ticket = await unit.tickets.byKey(key)
    return ticket ? unit.tickets.history(ticket.id) : []
  })
  return history.filter(({ event }) => event.type === type).length
}

async function equal(desk: TestDesk, id: string): Promise<void> {
  const { desks } = desk
  const world: World = { desks, accountOf: () => undefined, ids: idsOf('unused'), log: logTo('silent', false) }
  const { standing, history, judged, times } = await desk.desk.store.transaction(async (unit) => {
    // Locked, so that no timer writes between the row and its history.
    const standing = await until(() => unit.tickets.lockStanding(id), 'that nobody is at it')
    const judged = await judgeAgain(unit, world, id)
    const times = standing && (await timesOf(unit, world, standing.ticket, judged))
    return { standing, history: await unit.tickets.history(id), judged, times }
  })
  expect(replay(history)).toEqual(standing?.ticket)
  // The clocks are what the history says, and the due times what the clocks say (sla.md S26).
  expect(standing?.times.judged).toEqual(judged)
  expect(standing?.times).toEqual(times)
}
