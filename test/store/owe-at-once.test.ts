import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Taken } from '../../src/ports/lanes.ts'
import { type Owed, ranks, type Store } from '../../src/ports/store.ts'
import { dbOf } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { owed } from '../support/owed.ts'
import { type Opened, openStore } from './opened.ts'

const plenty = { burst: 1000, everyMs: 1 }
let opened: Opened
let orm: Opened['orm']
let store: Store
/** The lanes' own clock, moved by hand. */
let hour: number
/** What became of each lane that was kept, in order, and how often a look was asked for. */
let ended: [lane: string, taken: Taken | undefined][]
let looks: number
let budget: typeof plenty
let place: { id: string; root: string }

beforeAll(async () => {
  opened = await openStore()
  orm = opened.orm
})
afterAll(() => opened.close())
beforeEach(async () => {
  hour = Date.parse('2026-11-22T12:00:00Z')
  const db = dbOf(orm.em.fork())
  for (const table of ['delivery', 'lane', 'lease', 'place', 'twin'] as const) await db.deleteFrom(table).execute()
  store = storeOf({ orm, realNow: () => new Date(hour) })
  place = await placeWithRoot()
  ;[ended, looks, budget] = [[], 0, plenty]
  store.lanes.sentBy({
    holder: 'one',
    keep: (lane) => ({ ...budget, end: (taken) => void ended.push([lane, taken]) }),
    look: () => void looks++,
  })
})

/** A thread in C1 whose first message was accepted. */
async function placeWithRoot(): Promise<typeof place> {
  const [id, root] = [v7(), owed()]
  const at = { platform: 'slack', account: 'T1', chat: 'C1', thread: null, personId: null, open: true } as const
  await store.transaction((unit) =>
    unit.tickets.addPlace({ id, ticketId: v7(), side: 'triage', rootDeliveryId: root.id, ...at }),
  )
  await owe({ ...root, placeId: id })
  const {
    taken: [taken],
  } = await store.lanes.take([{ lane: 'slack:T1:C1', ...plenty }], 'one')
  if (!taken) throw new Error('the root was not taken')
  await store.lanes.sentPlainly(taken.row, { message: 'm1', chat: 'C1', thread: 'm1' })
  return { id, root: root.id }
}

const words = (more: Partial<Owed> = {}) => owed({ messageId: v7(), placeId: place.id, after: place.root, ...more })
const owe = (...all: Owed[]) => store.transaction((unit) => unit.deliveries.owe(all))
const state = async (id: string) => (await store.transaction((unit) => unit.deliveries.byId(id)))?.state

it('words in a free lane are taken as they are owed, with all that whoever sends them must know', async () => {
  const one = words()
  await owe(one)
  expect(ended).toMatchObject([
    [
      'slack:T1:C1',
      {
        row: { id: one.id, state: 'sending', tries: 1, triedAt: new Date(hour), after: place.root },
        chat: 'C1',
        thread: 'm1',
        side: 'triage',
        plain: true,
        root: false,
        target: null,
      },
    ],
  ])
  expect(looks).toBe(0)
  expect(await state(one.id)).toBe('sending')
  expect((await store.lanes.take([{ lane: 'slack:T1:C1', ...plenty }], 'one')).taken).toEqual([])
})

it('a second one waits its turn, and a look is asked for', async () => {
  const [first, second] = [words(), words()]
  await owe(first, second)
  expect(ended.map(([, taken]) => taken?.row.id)).toEqual([first.id])
  expect(looks).toBe(1)
  expect(await state(second.id)).toBe('pending')
  await owe(words())
  expect(ended.map(([, taken]) => taken?.row.id)).toEqual([first.id, undefined])
})

it('they stand in the order in which they were owed, whichever is taken', async () => {
  const all = ['C7', 'C1', 'C3', 'C5'].flatMap((chat) => {
    const to = { platform: 'slack', account: 'T1', chat } as const
    return [words({ to }), words({ to })]
  })
  // A lane nobody has used is made with its first row, and taken from the second time on.
  await owe(...all.filter((_, index) => index % 2 === 1).map((one) => ({ ...one, id: v7(), rank: ranks.digest })))
  await owe(...all)
  const rows = await dbOf(orm.em.fork()).selectFrom('delivery').select('id').orderBy('seq').execute()
  expect(rows.map(({ id }) => id).slice(-all.length)).toEqual(all.map(({ id }) => id))
})

it('what is no words, goes in a new thread or changes something is left to a look', async () => {
  await owe(words({ messageId: null }))
  await owe(words({ after: null }))
  await owe(words({ act: 'edit', of: v7() }))
  expect([ended, looks]).toEqual([[], 3])
})

it('words that wait for a thread wait for it here, too', async () => {
  const root = owed({ to: { platform: 'slack', account: 'T1', chat: 'C2' } })
  await owe(root)
  const one = words({ after: root.id })
  await owe(one)
  expect(ended).toEqual([['slack:T1:C1', undefined]])
  expect(await state(one.id)).toBe('pending')
})

it.each<[string, () => unknown]>([
  ['takes no more now', () => takesNoMore()],
  ['is another process’s', () => change({ heldBy: 'two' })],
  ['must be quiet', () => change({ parkedUntil: new Date(hour + 60_000) })],
  ['is of a platform that does not answer', () => store.lanes.unanswered({ platform: 'slack', account: 'T1' })],
  ['must be quiet with its whole account', () => quietAccount()],
])('a lane that %s is left alone', async (_, given) => {
  await given()
  const one = words()
  await owe(one)
  expect(ended).toEqual([['slack:T1:C1', undefined]])
  expect([await state(one.id), looks]).toEqual(['pending', 1])
})

const change = (to: { heldBy: string } | { parkedUntil: Date }) =>
  dbOf(orm.em.fork()).updateTable('lane').set(to).where('lane', '=', 'slack:T1:C1').execute()
const takesNoMore = (): void => {
  budget = { burst: 0.5, everyMs: 1000 }
}
const quietAccount = () => store.lanes.parkAccount({ platform: 'slack', account: 'T1' }, new Date(hour + 60_000))

it('a transaction that fails has taken nothing, and lets go of what was kept for it', async () => {
  const one = words()
  const failing = store.transaction(async (unit) => {
    await unit.deliveries.owe([one])
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect([ended, looks]).toEqual([[['slack:T1:C1', undefined]], 0])
  expect(await state(one.id)).toBeUndefined()
  await owe(one)
  expect(ended[1]?.[1]?.row.id).toBe(one.id)
})

it('two transactions that owe in each other’s lanes do not wait for each other', async () => {
  const to = { platform: 'slack', account: 'T1', chat: 'C2' } as const
  await owe(words({ to }))
  await dbOf(orm.em.fork()).updateTable('delivery').set({ state: 'sent' }).execute()
  const runs = { here: 0, there: 0 }
  const [here, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const both = (name: keyof typeof runs, first: Owed, second: Owed, mine: typeof here, theirs: typeof here) =>
    store.transaction(async (unit) => {
      runs[name] += 1
      await unit.deliveries.owe([first])
      // Asked so that it is known to have been done.
      await unit.deliveries.byId(first.id)
      mine.resolve()
      await theirs.promise
      await unit.deliveries.owe([second])
    })
  await Promise.all([
    both('here', words(), words({ to }), here, there),
    both('there', words({ to }), words(), there, here),
  ])
  // Where they did, PostgreSQL ended one of them after a second, and it ran again.
  expect(runs).toEqual({ here: 1, there: 1 })
})

it('of two processes that owe in one lane at a time one takes it', async () => {
  const takenBy: string[] = []
  const both = ['one', 'two'].map((holder) => {
    const beside = storeOf({ orm, realNow: () => new Date(hour) })
    const end = (taken: Taken | undefined): void => void (taken && takenBy.push(holder))
    beside.lanes.sentBy({ holder, keep: () => ({ ...plenty, end }), look: () => {} })
    return beside
  })
  for (let round = 1; round <= 20; round++) {
    await Promise.all(both.map((beside) => beside.transaction((unit) => unit.deliveries.owe([words()]))))
    expect(takenBy).toHaveLength(round)
    const db = dbOf(orm.em.fork())
    await db.updateTable('delivery').set({ state: 'sent' }).where('state', 'in', ['pending', 'sending']).execute()
    await db.updateTable('lane').set({ heldBy: null }).execute()
  }
})
