import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../src/domain/text/text.ts'
import type { Content } from '../../src/ports/content.ts'
import type { Claim } from '../../src/ports/lanes.ts'
import { type Owed, type OwedRow, ranks, type Store } from '../../src/ports/store.ts'
import { dbOf, type Orm, openOrm } from '../../src/store/orm.ts'
import { storeOf } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'
import { owed } from '../support/owed.ts'

const LANE = 'slack:T1:C1'
const ACCOUNT = { platform: 'slack', account: 'T1' } as const
const plenty = { burst: 1000, everyMs: 1 }
let database: Awaited<ReturnType<typeof freshDatabase>>
let orm: Orm
let store: Store
/** The lanes' own clock, moved by hand. */
let hour: number

beforeAll(async () => {
  database = await freshDatabase()
  orm = await openOrm(database.url, 8)
  store = storeOf({ orm, realNow: () => new Date(hour) })
})
beforeEach(async () => {
  hour = Date.parse('2026-11-22T12:00:00Z')
  const db = dbOf(orm.em.fork())
  for (const table of ['delivery', 'lane', 'lease', 'place', 'twin'] as const) await db.deleteFrom(table).execute()
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})

const owe = (...all: Owed[]) => store.transaction((unit) => unit.deliveries.owe(all))
const claim = (holder = 'one', budget = plenty) => store.lanes.claim(LANE, holder, budget)
const rowOf = (found: Claim): OwedRow => {
  if (found.found !== 'send' && found.found !== 'recover') throw new Error(`claimed ${found.found}`)
  return found.row
}
const sent = (row: OwedRow, message = `m${row.seq}`) =>
  store.transaction((unit) => unit.deliveries.sent(row, { message, chat: 'C1', thread: message }))
const state = async (id: string) => (await store.transaction((unit) => unit.deliveries.byId(id)))?.state
const alive = (holder: string) => store.leases.hold(`process:${holder}`, holder, 4_000)
const leasesRunOut = () => orm.em.fork().execute("update lease set until = until - interval '4 s'")

describe('beside another process', () => {
  let [one, other]: Store[] = []
  beforeEach(() => {
    ;[one, other] = [1, 2].map(() => storeOf({ orm, realNow: () => new Date(hour) }))
  })

  it('what it owes is its own to send, until it should have been sent', async () => {
    await other?.transaction((unit) => unit.deliveries.owe([owed()]))
    expect(await other?.lanes.waiting()).toEqual([LANE])
    expect(await one?.lanes.waiting()).toEqual([])
    await orm.em.fork().execute("update delivery set owed_at = owed_at - interval '1 s'")
    expect(await one?.lanes.waiting()).toEqual([LANE])
  })

  it('what follows where one has just sent is sent there, whoever owes it', async () => {
    await one?.transaction((unit) => unit.deliveries.owe([owed()]))
    expect((await one?.lanes.take([{ lane: LANE, ...plenty }], 'one'))?.taken).toHaveLength(1)
    await other?.transaction((unit) => unit.deliveries.owe([owed()]))
    await orm.em.fork().execute("update delivery set state = 'sent' where state = 'sending'")
    expect(await one?.lanes.waiting()).toEqual([LANE])
  })

  it('where another is sending nothing is to be done, while that lives: it goes on there itself', async () => {
    await alive('other')
    other?.lanes.sentBy({ holder: 'other', keep: () => undefined, look: () => {} })
    one?.lanes.sentBy({ holder: 'one', keep: () => undefined, look: () => {} })
    await store.transaction((unit) => unit.deliveries.owe([owed(), owed()]))
    await other?.lanes.take([{ lane: LANE, ...plenty }], 'other')
    await orm.em.fork().execute("update delivery set owed_at = owed_at - interval '1 s'")
    expect(await one?.lanes.waiting()).toEqual([])
    expect(await other?.lanes.waiting()).toEqual([LANE])
    await leasesRunOut()
    expect(await one?.lanes.waiting()).toEqual([LANE])
  })

  it('what was owed in a time to come is anybody’s: the clock has been set back since', async () => {
    await other?.transaction((unit) => unit.deliveries.owe([owed()]))
    await orm.em.fork().execute("update delivery set owed_at = owed_at + interval '1 h'")
    expect(await one?.lanes.waiting()).toEqual([LANE])
  })
})

describe('what is mended while it waits', () => {
  const saying = (words: string): Content => ({ language: 'en', body: [{ text: plainText(words) }] })
  const rephrase = (id: string, words: string) =>
    store.transaction((unit) => unit.deliveries.rephrase(id, saying(words)))

  it('says that from the first, and no older change comes after it', async () => {
    const post = owed({ content: saying('first') })
    await owe(post)
    const row = rowOf(await claim())
    // On its way it is what it is: an edit follows it.
    expect(await rephrase(post.id, 'second')).toBe(false)
    const edit = owed({ act: 'edit', of: post.id, content: saying('second') })
    await owe(edit)
    await store.transaction((unit) => unit.deliveries.later(row, 'wait-0s', new Date(hour), 'pending'))
    expect(await rephrase(post.id, 'third')).toBe(true)
    expect(await state(edit.id)).toBe('superseded')
    const again = rowOf(await claim())
    expect(again).toMatchObject({ id: post.id, content: saying('third') })
    await sent(again)
    expect((await claim()).found).toBe('nothing')
    expect(await rephrase(post.id, 'fourth')).toBe(false)
  })
})

describe('a lane', () => {
  it('sends one at a time, in the order owed', async () => {
    const [first, second] = [owed(), owed()]
    await owe(first, second)
    await alive('one')
    const row = rowOf(await claim())
    expect(row.id).toBe(first.id)
    expect((await claim('two')).found).toBe('nothing')
    await sent(row)
    expect(rowOf(await claim('two')).id).toBe(second.id)
  })

  it('lets words overtake cards', async () => {
    const [card, words] = [owed({ rank: ranks.card }), owed()]
    await owe(card, words)
    expect(rowOf(await claim()).id).toBe(words.id)
  })

  it('keeps the platform’s budget', async () => {
    await owe(owed(), owed(), owed())
    const budget = { burst: 2, everyMs: 1000 }
    await sent(rowOf(await claim('one', budget)))
    await sent(rowOf(await claim('one', budget)))
    expect(await claim('one', budget)).toEqual({ found: 'wait', until: new Date(hour + 1000) })
    hour += 1000
    expect((await claim('one', budget)).found).toBe('send')
  })

  it('makes no call before Retry-After', async () => {
    await owe(owed())
    const row = rowOf(await claim())
    await store.transaction((unit) => unit.deliveries.later(row, 'wait-30s', new Date(hour + 30_000), 'pending'))
    hour += 29_999
    expect((await claim()).found).toBe('wait')
    expect(await store.lanes.isQuiet(row.to)).toBe(true)
    hour += 1
    expect(await store.lanes.isQuiet(row.to)).toBe(false)
    expect(rowOf(await claim())).toMatchObject({ id: row.id, tries: 2 })
  })

  it('is quiet with its whole account', async () => {
    await owe(owed())
    await store.lanes.parkAccount(ACCOUNT, new Date(hour + 5_000))
    expect((await claim()).found).toBe('wait')
    expect(await store.lanes.isQuiet(owed().to)).toBe(true)
    hour += 5_000
    expect(await store.lanes.isQuiet(owed().to)).toBe(false)
    expect((await claim()).found).toBe('send')
  })
})

describe('a platform that does not answer', () => {
  const second = 'slack:T1:C2'
  const other = 'telegram:7:9'
  const away = async () => {
    const said: boolean[] = []
    for (let n = 0; n < 5; n++) said.push(await store.lanes.unanswered(ACCOUNT))
    expect(said).toEqual([false, false, false, false, true])
  }
  const owedEverywhere = () =>
    owe(
      owed(),
      owed({ to: { ...ACCOUNT, chat: 'C2' } }),
      owed({ to: { platform: 'telegram', account: '7', chat: '9' } }),
    )
  const claimOf = (lane: string) => store.lanes.claim(lane, 'one', plenty)

  it('is tried by one lane every 15 s, whichever it is; other platforms know nothing of it', async () => {
    await owedEverywhere()
    await away()
    expect([(await claim()).found, (await claimOf(second)).found]).toEqual(['wait', 'wait'])
    expect(await store.lanes.waiting()).toEqual([other])
    expect(await store.lanes.isQuiet(owed().to)).toBe(true)
    expect(await claimOf(other)).toMatchObject({ found: 'send', troubled: false })
    hour += 15_000
    expect(await claim()).toMatchObject({ found: 'send', troubled: true })
    expect((await claimOf(second)).found).toBe('wait')
    hour += 15_000
    expect((await claimOf(second)).found).toBe('send')
    // However long nobody has anything to say there.
    hour += 600_000
    await store.lanes.unanswered(ACCOUNT)
    hour += 14_999
    expect((await claim()).found).toBe('wait')
  })

  it('is back for everybody with the first answer', async () => {
    await owedEverywhere()
    await away()
    hour += 15_000
    await sent(rowOf(await claim()))
    expect(await store.lanes.answered(ACCOUNT)).toBe(true)
    expect(await store.lanes.answered(ACCOUNT)).toBe(false)
    expect(await claimOf(second)).toMatchObject({ found: 'send', troubled: false })
  })

  it('goes on with the lane that tries: what it looked up it sends, before any other', async () => {
    await owedEverywhere()
    await away()
    hour += 15_000
    const row = rowOf(await claim())
    await store.transaction((unit) => unit.deliveries.later(row, 'absent', new Date(hour), 'pending'))
    expect(await store.lanes.waiting()).toContain(LANE)
    expect((await claim()).found).toBe('send')
    expect((await claimOf(second)).found).toBe('wait')
  })

  it('is tried by whichever lane has been quiet longest: nobody asks about each of those that wait', async () => {
    const chats = Array.from({ length: 50 }, (_, n) => owed({ to: { ...ACCOUNT, chat: `C${n}` } }))
    await owe(...chats, owed({ to: { platform: 'telegram', account: '7', chat: '9' } }))
    await away()
    expect(await store.lanes.waiting()).toEqual([other])
    const tried = new Set<string>()
    for (const _ of chats) {
      hour += 15_000
      const [lane = '', ...more] = await store.lanes.stuck(await store.lanes.waiting(), 'one')
      expect(more).toEqual([])
      const row = rowOf(await claimOf(lane))
      tried.add(lane)
      await store.lanes.unanswered(ACCOUNT)
      await store.transaction((unit) => unit.deliveries.later(row, 'http-500', new Date(hour + 20_000), 'pending'))
    }
    expect(tried.size).toBe(chats.length)
  })

  it('is not what a call an hour ago fell into; and quiet that it asks for stays', async () => {
    for (let n = 0; n < 4; n++) await store.lanes.unanswered(ACCOUNT)
    hour += 61_000
    expect(await store.lanes.unanswered(ACCOUNT)).toBe(false)
    await owe(owed())
    await store.lanes.parkAccount(ACCOUNT, new Date(hour + 5_000))
    await store.lanes.answered(ACCOUNT)
    expect((await claim()).found).toBe('wait')
  })
})

describe('what waits for another', () => {
  it('goes when that one is sent, and knows its message', async () => {
    const root = owed()
    const edit = owed({ act: 'edit', of: root.id })
    await owe(edit, root)
    const row = rowOf(await claim())
    expect(row.id).toBe(root.id)
    await sent(row, '17.1')
    expect(await claim()).toMatchObject({ found: 'send', target: { message: '17.1' }, row: { id: edit.id } })
  })

  it('falls with it, down the line', async () => {
    const root = owed()
    const reply = owed({ after: root.id })
    const edit = owed({ act: 'edit', of: reply.id })
    await owe(root, reply, edit)
    const row = rowOf(await claim())
    expect(await store.transaction((unit) => unit.deliveries.settle(row, 'failed', 'is_archived'))).toBe(2)
    expect([await state(reply.id), await state(edit.id)]).toEqual(['failed', 'failed'])
  })

  it('falls also when it was owed after the end', async () => {
    const root = owed()
    await owe(root)
    await store.transaction(async (unit) => unit.deliveries.settle(rowOf(await claim()), 'failed', 'x'))
    const late = owed({ after: root.id })
    await owe(late)
    expect((await claim()).found).toBe('nothing')
    expect(await state(late.id)).toBe('failed')
  })
})

it('a newer card replaces an older one that has not gone out', async () => {
  const root = owed()
  await owe(root)
  await sent(rowOf(await claim()))
  const [old, fresh] = [1, 2].map(() => owed({ act: 'edit', of: root.id, rank: ranks.card }))
  if (!old || !fresh) throw new Error('no cards')
  await owe(old)
  await owe(fresh)
  expect(rowOf(await claim()).id).toBe(fresh.id)
  expect(await state(old.id)).toBe('superseded')
})

describe('a process that is killed while it sends', () => {
  it('keeps the lane while its lease runs, then what it sent is looked up', async () => {
    const words = owed()
    await owe(words, owed())
    await alive('dead')
    rowOf(await claim('dead'))
    expect((await claim('two')).found).toBe('nothing')
    // By the clock of whoever looks that lease ran out long ago; it runs by the database's.
    hour += 3_600_000
    expect((await claim('two')).found).toBe('nothing')
    expect(await store.lanes.stuck([LANE], 'two')).toEqual([])
    await leasesRunOut()
    expect(await claim('two')).toMatchObject({ found: 'recover', row: { id: words.id } })
  })
})

describe('the first message of a place', () => {
  it('becomes the thread’s root, and what waits follows to the real chat', async () => {
    const [place, root] = [v7(), owed({ to: { platform: 'slack', account: 'T1', chat: 'U0RITA' } })]
    const ticketId = v7()
    await store.transaction((unit) =>
      unit.tickets.addPlace({
        id: place,
        ticketId,
        side: 'requester',
        platform: 'slack',
        account: 'T1',
        chat: 'U0RITA',
        thread: null,
        rootDeliveryId: root.id,
        personId: null,
        open: true,
      }),
    )
    const reply = owed({ placeId: place, after: root.id, to: root.to })
    await owe({ ...root, placeId: place }, reply)
    const row = rowOf(await store.lanes.claim('slack:T1:U0RITA', 'one', plenty))
    await store.transaction((unit) => unit.deliveries.sent(row, { message: '5.5', chat: 'D0RITA', thread: '5.5' }))
    expect((await store.lanes.claim('slack:T1:U0RITA', 'one', plenty)).found).toBe('nothing')
    expect(await store.lanes.claim('slack:T1:D0RITA', 'one', plenty)).toMatchObject({
      found: 'send',
      row: { id: reply.id },
      chat: 'D0RITA',
      thread: '5.5',
    })
  })
})

describe('many lanes at once', () => {
  const asked = (...chats: string[]) => chats.map((chat) => ({ lane: `slack:T1:${chat}`, ...plenty }))
  const at = (chat: string, more: Partial<Owed> = {}) =>
    owed({ to: { platform: 'slack', account: 'T1', chat }, ...more })

  it('give the first row of each that is free, once, and of none that is held or must be quiet', async () => {
    const [first, second, other, quiet] = [at('C1'), at('C1'), at('C2'), at('C3')]
    await owe(first, second, other, quiet)
    await alive('one')
    await alive('two')
    await store.transaction(async (unit) => {
      const row = await unit.deliveries.byId(quiet.id)
      if (row) await unit.deliveries.later(row, 'wait-60s', new Date(hour + 60_000), 'pending')
    })
    const { taken } = await store.lanes.take(asked('C1', 'C2', 'C3'), 'one')
    expect(taken.map(({ row }) => row.id).toSorted()).toEqual([first.id, other.id].toSorted())
    expect((await store.lanes.take(asked('C1', 'C2', 'C3'), 'two')).taken).toEqual([])
    const [one] = taken.filter(({ row }) => row.id === first.id)
    if (!one) throw new Error('not taken')
    expect(one.root).toBe(false)
    const marked = await store.lanes.sentPlainly(one.row, { message: 'm1', chat: 'C1', thread: undefined })
    expect(marked.more).toBe(true)
    expect(await state(first.id)).toBe('sent')
    const {
      taken: [next],
    } = await store.lanes.take(asked('C1'), 'two')
    expect(next?.row.id).toBe(second.id)
    if (!next) return
    const last = await store.lanes.sentPlainly(next.row, { message: 'm2', chat: 'C1', thread: undefined })
    expect(last.more).toBe(false)
  })

  it('tell a place of its thread with the root’s acceptance', async () => {
    const root = at('C1', { placeId: v7() })
    const place = { id: root.placeId ?? '', ticketId: v7(), side: 'triage', rootDeliveryId: root.id } as const
    const where = { platform: 'slack', account: 'T1', chat: 'C1', thread: null, personId: null, open: true } as const
    await store.transaction((unit) => unit.tickets.addPlace({ ...place, ...where }))
    await owe(root)
    const {
      taken: [taken],
    } = await store.lanes.take(asked('C1'), 'one')
    expect(taken).toMatchObject({ plain: true, root: true, thread: null })
    if (taken) await store.lanes.sentPlainly(taken.row, { message: 'm1', chat: 'C1', thread: 'm1' })
    const [now] = await store.transaction((unit) => unit.tickets.places(place.ticketId))
    expect(now?.thread).toBe('m1')
  })

  it('leave a lane somebody died in to whoever looks up what was half sent', async () => {
    await owe(at('C1'))
    await alive('one')
    await store.lanes.take(asked('C1'), 'one')
    await leasesRunOut()
    expect((await store.lanes.take(asked('C1'), 'two')).taken).toEqual([])
    // Whoever could not renew its own lease cannot tell a dead process from one that could not either.
    expect(await store.lanes.stuck(['slack:T1:C1'], 'two', false)).toEqual([])
    expect(await store.lanes.stuck(['slack:T1:C1'], 'two')).toEqual(['slack:T1:C1'])
    expect((await store.lanes.claim('slack:T1:C1', 'two', plenty)).found).toBe('recover')
  })

  it('give back what a newer release wrote as it was, for a minute, and all the others', async () => {
    const [first, strange, second] = [at('C1'), at('C2'), at('C2')]
    await owe(first, strange, second)
    const write = (body: string) =>
      orm.em.fork().execute(`update delivery set content = ? where id = ?`, [body, strange.id])
    await write('{"language":"en","body":[{"hologram":"wave"}]}')
    const found = await store.lanes.take(asked('C1', 'C2'), 'one')
    expect(found.taken.map(({ row }) => row.id)).toEqual([first.id])
    expect(found.unreadable).toEqual(['slack:T1:C2'])
    expect(await store.lanes.waiting()).not.toContain('slack:T1:C2')
    // Nothing overtakes it meanwhile.
    expect((await store.lanes.take(asked('C2'), 'one')).taken).toEqual([])
    hour += 60_000
    expect((await store.lanes.take(asked('C2'), 'one')).unreadable).toEqual(['slack:T1:C2'])
    // Then a release is back that can read it.
    await write('{"language":"en","body":[]}')
    hour += 60_000
    const [again] = (await store.lanes.take(asked('C2'), 'one')).taken
    expect(again?.row).toMatchObject({ id: strange.id, tries: 1 })
  })

  it('is in peace for a minute, too, where a newer release was killed while it sent', async () => {
    const strange = at('C1')
    await owe(strange)
    await store.lanes.take(asked('C1'), 'dead')
    const write = (body: string) =>
      orm.em.fork().execute(`update delivery set content = ? where id = ?`, [body, strange.id])
    await write('{"language":"en","body":[{"hologram":"wave"}]}')
    expect(await store.lanes.stuck([LANE], 'two')).toEqual([LANE])
    expect(await claim('two')).toEqual({ found: 'unreadable' })
    expect(await store.lanes.stuck([LANE], 'two')).toEqual([])
    await write('{"language":"en","body":[]}')
    hour += 60_000
    expect(await claim('two')).toMatchObject({ found: 'recover', row: { id: strange.id } })
  })

  it('whoever was held for dead says nothing more of what another looks up, or has settled', async () => {
    await owe(at('C1'))
    await alive('one')
    const {
      taken: [taken],
    } = await store.lanes.take(asked('C1'), 'one')
    if (!taken) throw new Error('nothing was taken')
    const { row } = taken
    await leasesRunOut()
    expect((await store.lanes.claim('slack:T1:C1', 'two', plenty)).found).toBe('recover')
    store.lanes.sentBy({ holder: 'one', keep: () => undefined, look: () => {} })
    const late = async () => {
      await store.transaction((unit) => unit.deliveries.later(row, 'wait-30s', new Date(hour + 30_000), 'pending'))
      return store.transaction((unit) => unit.deliveries.settle(row, 'failed', 'refused'))
    }
    expect(await late()).toBe(0)
    expect(await store.lanes.claim('slack:T1:C1', 'two', plenty)).toMatchObject({
      found: 'recover',
      row: { id: row.id },
    })
    await store.lanes.sentPlainly(row, { message: 'm1', chat: 'C1' })
    expect(await late()).toBe(0)
    const stands = await store.transaction((unit) => unit.deliveries.byId(row.id))
    expect(stands).toMatchObject({ state: 'sent' })
  })
})

it('a file that comes late goes on beside the words where its chat does', async () => {
  const content: Content = { language: 'en', body: [], files: [{ id: v7(), as: 'document' }], late: true }
  await owe(owed({ content }))
  await store.transaction((unit) => unit.deliveries.rehome({ ...ACCOUNT, chat: 'C1' }, 'C2'))
  hour += 1_000
  expect(await store.lanes.waiting()).toEqual(['slack:T1:C2:files'])
  expect((await store.lanes.claim('slack:T1:C2:files', 'one', plenty)).found).toBe('send')
})
