import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Keep } from '../../playground/keep.ts'
import { keepInPostgres } from '../../playground/keep-postgres.ts'
import { startTelegram } from '../../playground/telegram/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('two that start together agree on the table', async () => {
  const own = await freshDatabase()
  const keeps = await Promise.all([1, 2, 3].map(() => keepInPostgres(own.url)))
  for (const keep of keeps) await keep.close()
  await own.drop()
})

test('a collection comes back as a map would hold it, order and all', async () => {
  const deed = fc.record({
    put: fc.boolean(),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.jsonValue(),
    flush: fc.boolean(),
  })
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (deeds) => {
      run += 1
      const collection = `run ${run}`
      const map = new Map<string, unknown>()
      const first = await keepInPostgres(database.url)
      for (const { put, id, value, flush } of deeds) {
        if (put) map.set(id, value)
        else map.delete(id)
        if (put) first.put(collection, id, value)
        else first.remove(collection, id)
        if (flush) await first.flush()
      }
      await first.close()
      const second = await keepInPostgres(database.url)
      const loaded = await second.load(collection)
      await second.close()
      expect(JSON.stringify([...loaded])).toBe(JSON.stringify([...map]))
    }),
    { numRuns: 40 },
  )
})

test('put anew after it was gone, and once more, it stands where it was put anew', async () => {
  const keep = await keepInPostgres(database.url)
  keep.remove('anew', 'c')
  keep.put('anew', 'c', 1)
  keep.put('anew', 'a', 2)
  keep.put('anew', 'c', 3)
  expect([...(await keep.load('anew'))]).toEqual([
    ['c', 3],
    ['a', 2],
  ])
  await keep.close()
})

test('what people write comes back unchanged, however odd', async () => {
  const keep = await keepInPostgres(database.url)
  const odd = { text: 'a\u0000b \ud83d half, whole 😀, "quoted" \\ and \u2028' }
  keep.put('odd', '1', odd)
  expect((await keep.load('odd')).get('1')).toEqual(odd)
  await keep.close()
})

test('what was put while the database hung up is kept afterwards', async () => {
  const keep = await keepInPostgres(database.url)
  keep.put('hang-up', '1', 'before')
  await keep.flush()
  const other = new pg.Client({ connectionString: database.url })
  await other.connect()
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  keep.put('hang-up', '2', 'after')
  await keep.flush().catch(() => keep.flush()) // the first may meet the dead connection
  const { rows } = await other.query("select id from kept where collection = 'hang-up' order by nth")
  expect(rows).toEqual([{ id: '1' }, { id: '2' }])
  await other.end()
  await keep.close()
})

test('a Telegram outlives its process: chats, what is on its way, files, menus', async () => {
  const own = await freshDatabase()
  const open = async (keep: Keep) =>
    startTelegram({ token: '700001:playground-secret', keep, now: () => Date.UTC(2026, 10, 2, 9) })
  const call = async (url: string, method: string, payload: object) => {
    const response = await fetch(`${url}/bot700001:playground-secret/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    })
    return (await response.json()) as { result: { update_id: number; message: { text: string } }[] } // of getUpdates
  }

  const keep = await keepInPostgres(own.url)
  const first = await open(keep)
  first.world.start(7001)
  first.world.send(7001, { document: { name: 'a.txt', bytes: Buffer.from('kept') } })
  await call(first.url, 'sendMessage', { chat_id: 7001, text: 'Hello' })
  await call(first.url, 'setMyCommands', { commands: [{ command: 'new', description: 'New' }] })
  const before = first.world.messages(7001)
  await first.stop()
  await keep.close()

  const again = await keepInPostgres(own.url)
  const second = await open(again)
  expect(second.world.messages(7001)).toEqual(before)
  expect(second.world.menu(7001)).toEqual([{ command: 'new', description: 'New' }])
  expect(Buffer.from(second.world.bytes(before[1]?.file?.id ?? '')).toString()).toBe('kept')
  const { result } = await call(second.url, 'getUpdates', {})
  expect(result.map(({ message }) => message.text)).toEqual(['/start', undefined])
  expect(second.world.write(7001, 'On we go')).toBe((before.at(-1)?.id ?? 0) + 1)
  expect(second.world.chats().map(({ id }) => id)).toEqual([-1001, 7001])
  await second.stop()
  await again.close()
  await own.drop()
})
