import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RawEvent } from '../../src/adapter.ts'
import type { Store } from '../../src/ports/store.ts'
import { dbOf } from '../../src/store/orm.ts'
import { standingsOf } from '../../src/store/standings.ts'
import { storeOf } from '../../src/store/store.ts'
import { rawEvent as event } from '../support/raw-event.ts'
import { type Opened, openStore } from './opened.ts'

let opened: Opened
let store: Store

beforeAll(async () => {
  opened = await openStore()
  store = opened.store
})
beforeEach(async () => {
  await dbOf(opened.orm.em.fork()).deleteFrom('inbox').execute()
})
afterAll(() => opened.close())

const look = async (most: number) => (await store.inbox.heads(most, ['slack'])).rows
const heads = async () => (await look(10)).map(({ body }) => (body as { key: string }).key) // as written above
const freshOf = async (...raws: RawEvent[]) => (await store.inbox.receive(raws)).fresh
const done = async (id: string) =>
  store.transaction(async (unit) => {
    if (await unit.inbox.hold(id)) await unit.inbox.done(id, 'heard')
  })

describe('an event at the door', () => {
  it('is kept once, whatever id it comes under', async () => {
    expect(await freshOf(event('E1', { naturalKey: 'C1:1.1' }))).toBe(1)
    expect(await freshOf(event('E1', { naturalKey: 'C1:1.1' }))).toBe(0)
    expect(await freshOf(event('E2', { naturalKey: 'C1:1.1' }))).toBe(0)
    expect(await freshOf(event('E2', { account: 'T2' }))).toBe(1)
  })

  it('comes three times at once and is one row', async () => {
    const received = await Promise.all([1, 2, 3].map(() => freshOf(event('E1'))))
    expect(received.reduce((sum, one) => sum + one, 0)).toBe(1)
  })

  it('with a NUL and half a character in it does not poison the batch', async () => {
    expect(await freshOf(event('E1', { body: { 'ke\0y': 'a\0b\ud800' } }), event('E2', { lane: 'C1:2' }))).toBe(2)
    expect(await heads()).toEqual(['ab\ufffd', 'E2'])
  })
})

describe('what has come in', () => {
  const LANE = 'slack:T1:C1:1'
  const at = (second: number) => ({ occurredAt: new Date(Date.UTC(2026, 10, 22, 12, 0, second)) })
  /** As keys and lanes. */
  const receive = async (...raws: RawEvent[]) => {
    const { heads, behind, held } = await store.inbox.receive(raws)
    return { heads: heads.map(({ body }) => body), behind, held }
  }
  const head = (key: string) => ({ heads: [{ key }], behind: [], held: [] })
  const behind = { heads: [], behind: [LANE], held: [] }

  it('may be heard at once where nothing waits before it, and is what a look would find', async () => {
    const { heads } = await store.inbox.receive([
      event('E1', { micros: 5, occurredAt: new Date('2026-11-22T12:00:00.123Z') }),
      event('E2', { lane: 'C1:2', body: { key: 'E2', of: [1, { some: null, sign: '«\\»' }] } }),
    ])
    expect(heads).toHaveLength(2)
    expect(heads).toEqual(await look(10))
  })

  it('waits behind what is there already, whichever replica had it, and behind nothing that was heard', async () => {
    const replica = storeOf({ orm: opened.orm, realNow: () => new Date() })
    await replica.inbox.receive([event('E1')])
    expect(await receive(event('E2'))).toEqual(behind)
    // Written before all that waits it is the first.
    expect(await receive(event('E0', at(-1)))).toEqual(head('E0'))
    for (let n = 0; n < 3; n++) for (const { id } of await look(10)) await done(id)
    expect(await receive(event('E3', at(-2)))).toEqual(head('E3'))
  })

  it('is begun in the order it was written, also where it comes together', async () => {
    expect(await receive(event('E2', { micros: 7 }), event('E3', at(1)), event('E1', { micros: 6 }))).toEqual({
      heads: [{ key: 'E1' }],
      behind: [LANE, LANE],
      held: [],
    })
    const both = [event('E4', { lane: 'C1:2' }), event('E5', { lane: 'C1:2' })]
    expect(await receive(...both)).toMatchObject({ heads: [{ key: 'E4' }] })
  })

  it('is told to whoever brought it, of calls that share a statement, too', async () => {
    const blocker = receive(event('E0', { lane: 'C0:0' }))
    const calls = [event('E1'), event('E2'), event('E3', { lane: 'C1:2' })].map((raw) => receive(raw))
    expect(await Promise.all([blocker, ...calls])).toEqual([head('E0'), head('E1'), behind, head('E3')])
  })

  it('waits while it has to, and so does what comes after it', async () => {
    expect(await receive(event('E1', { holdMs: 60_000 }), event('E2', at(1)))).toEqual({
      heads: [],
      behind: [LANE],
      held: [LANE],
    })
    expect(await receive(event('E0', at(-1)))).toEqual(head('E0'))
  })

  it('is looked up where it was there already, is a part of an album, or is not what it was', async () => {
    await store.inbox.receive([event('E1')])
    for (const { id } of await look(10)) await done(id)
    expect(await receive(event('E1'))).toEqual(behind)
    expect(await receive(event('E2', { album: 'A' }))).toEqual(behind)
    expect(await receive(event('E3', { lane: 'C1:2', body: 'a\0b' }))).toMatchObject({
      heads: [],
      behind: ['slack:T1:C1:2'],
    })
  })
})

describe('a conversation', () => {
  it('is heard in the order it was written, not in the order it arrived', async () => {
    await store.inbox.receive([event('second', { occurredAt: new Date('2026-11-22T12:00:02Z') })])
    await store.inbox.receive([event('first', { occurredAt: new Date('2026-11-22T12:00:01Z') })])
    expect(await heads()).toEqual(['first'])
    const [row] = await look(1)
    await done(row?.id ?? '')
    expect(await heads()).toEqual(['second'])
  })

  it('has an order within a millisecond, too, where its platform tells of one', async () => {
    await store.inbox.receive([event('third', { micros: 900 })])
    await store.inbox.receive([event('second', { micros: 200 }), event('first')])
    const inTurn: string[] = []
    for (let n = 0; n < 3; n++) {
      inTurn.push(...(await heads()))
      const [row] = await look(1)
      expect(row?.occurredAt).toEqual(event('any').occurredAt)
      await done(row?.id ?? '')
    }
    expect(inTurn).toEqual(['first', 'second', 'third'])
  })

  it('waits for an earlier word while its first row is held', async () => {
    await store.inbox.receive([event('slow', { holdMs: 60_000 }), event('other', { lane: 'C2:1' })])
    expect(await heads()).toEqual(['other'])
  })

  it('waits for the parts of an album as long as one comes after the other, whichever replica receives them', async () => {
    const part = (key: string, more: Partial<RawEvent> = {}) => event(key, { album: 'A', holdMs: 1_000, ...more })
    const passed = async (ms: number) => {
      await dbOf(opened.orm.em.fork())
        .updateTable('clock')
        .set((set) => ({ offsetMs: set('offsetMs', '+', ms) }))
        .execute()
    }
    const replica = storeOf({ orm: opened.orm, realNow: () => new Date() })
    await store.inbox.receive([part('one')])
    await passed(900)
    await replica.inbox.receive([part('two')])
    await passed(900)
    // Told again it is no part more, and another album of the conversation is no part of this one.
    await store.inbox.receive([
      part('two'),
      part('other', { album: 'B', occurredAt: new Date('2026-11-22T12:00:01Z') }),
    ])
    expect(await heads()).toEqual([])
    await replica.inbox.receive([part('three')])
    await passed(900)
    expect(await heads()).toEqual([])
    await passed(200)
    expect(await heads()).toEqual(['one'])
    const [row] = await look(1)
    const rest = await store.transaction((unit) => (row ? unit.inbox.takeAlbum(row, 'A') : Promise.resolve([])))
    expect(rest).toEqual([{ key: 'two' }, { key: 'three' }])
  })

  it('lets nobody hold a row that is not its first', async () => {
    await store.inbox.receive([event('late', { occurredAt: new Date('2026-11-22T12:00:02Z') })])
    const [late] = await look(1)
    await store.inbox.receive([event('early', { occurredAt: new Date('2026-11-22T12:00:01Z') })])
    expect(await store.transaction((unit) => unit.inbox.hold(late?.id ?? ''))).toBe(false)
  })

  it('is held by one of two replicas', async () => {
    await store.inbox.receive([event('E1')])
    const [row] = await look(1)
    const holds = await Promise.all(
      [1, 2, 3, 4].map(() =>
        store.transaction(async (unit) => {
          const held = await unit.inbox.hold(row?.id ?? '')
          if (held) await unit.inbox.done(row?.id ?? '', 'heard')
          return held
        }),
      ),
    )
    expect(holds.filter(Boolean)).toHaveLength(1)
  })
})

describe('beside another process', () => {
  const LANE = 'slack:T1:C1:1'
  let [one, other]: Store[] = []
  beforeEach(async () => {
    ;[one, other] = ['one', 'other'].map((holder) => {
      const process = storeOf({ orm: opened.orm, realNow: () => new Date() })
      process.inbox.heardBy(holder)
      return process
    })
    for (const holder of ['one', 'other']) await store.leases.hold(`process:${holder}`, holder, 60_000)
  })
  const foundBy = async (whose: Store | undefined, lookedFor: readonly string[] = []) => {
    const found = await whose?.inbox.heads(10, ['slack'], { lookedFor })
    return { rows: found?.rows.map(({ lane }) => lane), elsewhere: found?.elsewhere }
  }
  const nothing = { rows: [], elsewhere: [] }
  const all = { rows: [LANE], elsewhere: [] }

  it('what it has received is its own to hear, however long that takes, and whoever looks for it is told', async () => {
    await other?.inbox.receive([event('E1')])
    await opened.orm.em.fork().execute("update inbox set received_at = received_at - interval '1 h'")
    expect(await foundBy(one)).toEqual(nothing)
    expect(await foundBy(store)).toEqual(nothing)
    expect(await foundBy(one, [LANE, 'slack:T1:C2:1'])).toEqual({ rows: [], elsewhere: [LANE] })
    expect(await foundBy(other, [LANE])).toEqual(all)
  })

  it('what waits behind that waits with it, whoever received it', async () => {
    await other?.inbox.receive([event('E1')])
    await one?.inbox.receive([event('E2', { micros: 1 })])
    expect(await foundBy(one)).toEqual(nothing)
    for (const { id } of (await other?.inbox.heads(10, ['slack']))?.rows ?? []) await done(id)
    expect(await foundBy(other)).toEqual(nothing)
    expect(await foundBy(one)).toEqual(all)
  })

  it('what it has received is anybody’s once its lease runs no more', async () => {
    await other?.inbox.receive([event('E1')])
    await store.leases.release('process:other', 'other')
    expect(await foundBy(one)).toEqual(all)
  })

  it('what it leaves is anybody’s at once, and so is what it receives after that', async () => {
    await other?.inbox.receive([event('E1')])
    await other?.inbox.leave()
    await other?.inbox.receive([event('E2', { lane: 'C2:1' })])
    expect((await foundBy(one)).rows).toEqual([LANE, 'slack:T1:C2:1'])
  })

  it('what it could not hear another may try', async () => {
    await other?.inbox.receive([event('E1')])
    for (const { id } of (await other?.inbox.heads(10, ['slack']))?.rows ?? [])
      await other?.inbox.failed(id, new TypeError('no'))
    await opened.orm.em.fork().execute('update inbox set ready_at = received_at')
    expect(await foundBy(one)).toEqual(all)
  })
})

describe('a row that cannot be handled', () => {
  it('is parked after the fifth try, listed, and out of its lane’s way', async () => {
    await store.inbox.receive([event('poison', { occurredAt: new Date('2026-11-22T11:00:00Z') }), event('well')])
    const [row] = await look(1)
    const fates: string[] = []
    for (let attempt = 0; attempt < 5; attempt++)
      fates.push(await store.inbox.failed(row?.id ?? '', new TypeError('no')))
    expect(fates).toEqual(['again', 'again', 'again', 'again', 'parked'])
    expect(await store.inbox.parked()).toMatchObject([{ id: row?.id, outcome: 'TypeError', tries: 5 }])
    expect(await heads()).toEqual(['well'])
  })

  it.each([
    ['53100', 'the disk is full'],
    ['53300', 'no connection is left'],
    ['25006', 'no writes are taken'],
    ['57P01', 'it is shut down'],
  ])('for a trouble of the database (%s: %s) waits as it is, however often', async (code) => {
    await store.inbox.receive([event('E1')])
    const [row] = await look(1)
    const trouble = dbOf(opened.orm.em.fork()).executeQuery(
      CompiledQuery.raw(`do $$ begin raise exception using errcode = '${code}'; end $$`),
    )
    const error: unknown = await trouble.catch((refused: unknown) => refused)
    for (let attempt = 0; attempt < 6; attempt++)
      expect(await store.inbox.failed(row?.id ?? '', error)).toBe('not-its-fault')
    expect(await look(1)).toMatchObject([{ id: row?.id, tries: 0 }])
  })
})

describe('how long the oldest waits', () => {
  const MINUTE = 60_000
  const oldest = async () => {
    const standings = standingsOf(opened.orm, () => new Date(), { holder: 'nobody', deskIds: [] })
    const [slack] = (await standings.backlog()).inbox
    return Math.floor((slack?.oldestSeconds ?? 0) / 60)
  }
  const idOf = async (key: string) => {
    const inbox = dbOf(opened.orm.em.fork()).selectFrom('inbox')
    return (await inbox.select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
  }

  it('is not what is slowed on purpose, nor what was said after it, until it may be heard', async () => {
    await store.inbox.receive([
      event('flood'),
      event('after', { occurredAt: new Date('2026-11-22T12:00:01Z') }),
      event('other', { lane: 'C2:1' }),
    ])
    const flood = await idOf('flood')
    await store.transaction((unit) => unit.inbox.postpone(flood, new Date(unit.now.getTime() + 10 * MINUTE)))
    await done(await idOf('other'))
    await store.clock.moveOn(9 * MINUTE)
    expect(await oldest()).toBe(0)
    await store.clock.moveOn(4 * MINUTE)
    expect(await oldest()).toBe(3)
  })

  it('is what waits for something else, however often it is looked at', async () => {
    await store.inbox.receive([event('early')])
    const early = await idOf('early')
    await store.transaction((unit) => unit.inbox.postpone(early, new Date(unit.now.getTime() + MINUTE)))
    await store.clock.moveOn(5 * MINUTE)
    await store.inbox.postpone(early, 300)
    expect(await oldest()).toBe(5)
  })
})
