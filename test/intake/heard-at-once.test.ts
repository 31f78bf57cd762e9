import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { World } from '../../src/acts/world.ts'
import type { Adapter, RawEvent } from '../../src/adapter.ts'
import { doorOf } from '../../src/intake/door.ts'
import type { Handling } from '../../src/intake/prepare.ts'
import { type Intake, startIntake } from '../../src/intake/worker.ts'
import type { Store } from '../../src/ports/store.ts'
import { storeOf } from '../../src/store/store.ts'
import { type Opened, openStore } from '../store/opened.ts'
import { until } from '../support/people.ts'
import { rawEvent } from '../support/raw-event.ts'

const NEVER_MS = 1_000_000
const quiet = (): void => {}

let opened: Opened
/** What was heard, in its order. */
let heard: string[] = []
/** Looks at the inbox. */
let looks = 0
/** What is in hand waits for this. */
let goesOn: Promise<unknown> = Promise.resolve()
/** Transactions in which all is done. */
let worksDone = 0
let handling: Handling
let intake: Intake

beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened.close())

const replica = (): Store => storeOf({ orm: opened.orm, realNow: () => new Date() })

/** @param commits what its transactions wait for when all is done in them */
async function start(
  everyMs: number,
  { store = opened.store, holder = 'us', commits = Promise.resolve() } = {},
): Promise<Intake> {
  const watched: Store = {
    ...store,
    transaction: async (work, ahead) => {
      await goesOn
      return store.transaction(async (unit) => {
        const worked = await work(unit)
        worksDone += 1
        await commits
        return worked
      }, ahead)
    },
    inbox: {
      ...store.inbox,
      heads: (...asked) => {
        looks += 1
        return store.inbox.heads(...asked)
      },
    },
  }
  const read: Adapter['read'] = (body) => {
    heard.push(String(body))
    return []
  }
  handling = {
    store: watched,
    // As much of both as is asked for of rows nobody did anything by.
    world: { desks: [], log: { debug: quiet, info: quiet, warn: quiet, error: quiet } } as unknown as World,
    platforms: new Map([['slack', { platform: 'slack', account: 'T1', read } as unknown as Adapter]]),
  }
  intake = startIntake(handling, { holder, everyMs, realNow: () => new Date() })
  await intake.idle()
  looks = 0
  return intake
}

beforeEach(async () => {
  await opened.orm.em.fork().execute('delete from inbox')
  heard = []
  worksDone = 0
  goesOn = Promise.resolve()
})
afterEach(() => intake.stop())

const event = (key: string, more: Partial<RawEvent> = {}) => rawEvent(key, { body: key, ...more })
const earlier = { occurredAt: new Date('2026-11-22T11:00:00Z') }
const waiting = async (): Promise<string[]> => {
  const rows = await opened.orm.em.fork().execute<{ key: string }[]>("select key from inbox where state = 'waiting'")
  return rows.map(({ key }) => key)
}
const receive = async (...raws: RawEvent[]) => intake.received(await opened.store.inbox.receive(raws))

it('what comes into a conversation at rest is heard without a look at the inbox', async () => {
  await start(NEVER_MS)
  for (const key of ['E1', 'E2', 'E3']) {
    await receive(event(key), event(`${key} elsewhere`, { lane: 'C2:1' }))
    await intake.idle()
  }
  expect(heard).toEqual(['E1', 'E1 elsewhere', 'E2', 'E2 elsewhere', 'E3', 'E3 elsewhere'])
  expect(await waiting()).toEqual([])
  expect(looks).toBe(0)
})

it('what comes while its conversation is in hand is heard right after, in the order it was written', async () => {
  await start(NEVER_MS)
  const open = Promise.withResolvers<void>()
  goesOn = open.promise
  await receive(event('E1', earlier))
  await receive(event('E3', { micros: 3 }))
  await receive(event('E2', { micros: 2 }), event('E4', { micros: 4 }))
  open.resolve()
  await intake.idle()
  expect(heard).toEqual(['E1', 'E2', 'E3', 'E4'])
  expect(await waiting()).toEqual([])
})

it('what we are told of when those before it are heard already is heard, too', async () => {
  await start(NEVER_MS)
  const first = await opened.store.inbox.receive([event('E1')])
  const second = await opened.store.inbox.receive([event('E2')])
  intake.received(first)
  await intake.idle()
  intake.received(second)
  await intake.idle()
  expect(heard).toEqual(['E1', 'E2'])
})

it('what was written earlier and comes a moment later is heard first, whichever of them we are told of first', async () => {
  await start(NEVER_MS)
  const late = await opened.store.inbox.receive([event('late')])
  const early = await opened.store.inbox.receive([event('early', earlier)])
  intake.received(late)
  // It is not the first any more when its turn comes, and what is before it may be found before we are told.
  await intake.idle()
  intake.received(early)
  await intake.idle()
  expect(heard.slice(0, 3)).toEqual(['late', 'early', 'late'])
  expect(await waiting()).toEqual([])
})

it('what was written earlier and comes while a later word is being heard is heard right after', async () => {
  const commit = Promise.withResolvers<void>()
  await start(NEVER_MS, { commits: commit.promise })
  await receive(event('late'))
  await until(() => worksDone > 0, 'that it is being heard')
  await receive(event('early', earlier))
  commit.resolve()
  await intake.idle()
  expect(heard).toEqual(['late', 'early'])
  expect(await waiting()).toEqual([])
})

it('what a look finds before we are told of it is heard once', async () => {
  await start(NEVER_MS)
  const open = Promise.withResolvers<void>()
  goesOn = open.promise
  const received = await opened.store.inbox.receive([event('E1')])
  intake.wake()
  await until(() => heard.includes('E1'), 'that it was found')
  intake.received(received)
  open.resolve()
  await intake.idle()
  expect(heard).toEqual(['E1'])
  // No look after it: we were told of all that there is.
  expect(looks).toBe(1)
})

it('what waited for what was said before it is heard when its wait is over, though its conversation is in hand then', async () => {
  await start(NEVER_MS)
  const door = doorOf(handling, (what) => intake.received(what))
  const open = Promise.withResolvers<void>()
  goesOn = open.promise
  await door.receive([event('E1')])
  await door.receive([event('E2', { holdMs: 5 })])
  await door.idle()
  open.resolve()
  await intake.idle()
  expect(heard).toEqual(['E1', 'E2'])
})

it('more conversations than are heard at once are all heard, those that waited first', async () => {
  await start(NEVER_MS)
  const open = Promise.withResolvers<void>()
  goesOn = open.promise
  const keys = Array.from({ length: 150 }, (_, n) => `E${n}`)
  await receive(...keys.slice(0, 100).map((key) => event(key, { lane: key })))
  await receive(...keys.slice(100).map((key) => event(key, { lane: key })))
  open.resolve()
  await intake.idle()
  expect(heard.toSorted()).toEqual(keys.toSorted())
  expect(await waiting()).toEqual([])
})

it('what another replica has received and not heard is heard by us with the next tick once that one is dead', async () => {
  const store = replica()
  store.inbox.heardBy('them')
  await store.leases.hold('process:them', 'them', 60_000)
  await store.inbox.receive([event('E1')])
  const begun = await start(5)
  await until(() => looks > 2, 'that we have looked')
  await begun.idle()
  expect(heard).toEqual([])
  await store.leases.release('process:them', 'them')
  await until(() => heard.includes('E1'), 'that it is found')
})

it('what comes to us while another replica has what was said before it is heard as soon as that one is done', async () => {
  const commit = Promise.withResolvers<void>()
  const store = replica()
  await store.leases.hold('process:them', 'them', 60_000)
  const theirs = await start(NEVER_MS, { store, holder: 'them', commits: commit.promise })
  try {
    theirs.received(await store.inbox.receive([event('E1')]))
    await until(() => worksDone > 0, 'that they have it')
    await start(NEVER_MS)
    await receive(event('E2'))
    await until(() => looks > 1, 'that we have looked for ours again')
    expect(heard).toEqual(['E1'])
    commit.resolve()
    await until(() => heard.includes('E2'), 'what is ours')
    expect(heard).toEqual(['E1', 'E2'])
  } finally {
    commit.resolve()
    await theirs.stop()
    await store.leases.release('process:them', 'them')
  }
})

it('what comes while we stop, and what we have not begun, is left to whoever goes on', async () => {
  await opened.store.leases.hold('process:us', 'us', 60_000)
  const ours = await start(NEVER_MS)
  const received = await opened.store.inbox.receive([event('E1')])
  await ours.stop()
  ours.received(received)
  const found = await replica().inbox.heads(10, ['slack'])
  expect(found.rows.map(({ body }) => body)).toEqual(['E1'])
  await opened.store.leases.release('process:us', 'us')
})
