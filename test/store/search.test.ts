import { afterAll, beforeAll, expect, it } from 'vitest'
import { noTimes } from '../../src/acts/times.ts'
import type { Sight } from '../../src/ports/search.ts'
import type { Store } from '../../src/ports/store.ts'
import { dbOf } from '../../src/store/orm.ts'
import { searchOf } from '../../src/store/search.ts'
import { given } from '../domain/ticket/given.ts'
import { writtenColumns } from '../support/database.ts'
import { randomOf } from '../support/random.ts'
import { type Opened, openStore } from './opened.ts'

let opened: Opened
let store: Store

beforeAll(async () => {
  opened = await openStore(4)
  store = opened.store
})
afterAll(() => opened.close())

const TICKETS = 600
/** Fewer than one desk, one person and one company have: what is not among these is found by the index of words. */
const LOOKED = 100
const MOST = 5
/** The first are in many messages, the last in few; some begin like others. */
const VOCABULARY = Array.from({ length: 60 }, (_, n) => `${'abcde'[n % 5]}${'lmn'[n % 3]}o${n}`)

interface Written {
  id: string
  deskId: string
  requester: string
  organisation: string | null
  isPrivate: boolean
  newest: number
  words: readonly string[]
  messages: { kind: string; words: readonly string[] }[]
}

const idOf = (n: number, of: string): string => `0199${of}000-0000-7000-8000-${String(n).padStart(12, '0')}`
const COMPANY = idOf(1, '3')
const DAY_MS = 86_400_000

/** A desk with most of the tickets and one with few; a person and a company with a third of them, others with a handful. */
function written(now: number): Written[] {
  const random = randomOf(7)
  const said = (): string[] =>
    Array.from({ length: 3 }, () => VOCABULARY[Math.floor(VOCABULARY.length * random() ** 2)] ?? '')
  return Array.from({ length: TICKETS }, (_, n) => {
    const notes = n % 3 === 0 ? [{ kind: 'note', words: [...said(), 'secretly'] }] : []
    const old = n % 180 === 1 ? ['zeppelin'] : []
    return {
      id: idOf(n, '1'),
      deskId: n % 40 === 0 ? 'small' : 'large',
      requester: idOf(n % 3 === 1 ? 0 : n, '2'),
      organisation: n % 3 === 2 ? COMPANY : null,
      isPrivate: n % 30 === 2,
      newest: now - Math.floor(((TICKETS - n) / TICKETS) * 200 * DAY_MS) - 60_000,
      words: ['big', String(n), ...said()],
      messages: [{ kind: 'message', words: [...said(), ...old] }, ...notes],
    }
  })
}

async function write(all: readonly Written[]): Promise<void> {
  const model = { ...given(), id: idOf(0, '9'), requesterId: idOf(0, '2'), deskId: 'elsewhere' }
  await store.transaction((unit) => unit.tickets.insert(model, noTimes))
  const rows = all.map((one, n) => ({
    id: one.id,
    key: `BIG-${n}`,
    desk_id: one.deskId,
    requester_id: one.requester,
    organisation_id: one.organisation,
    private_to: one.isPrivate ? [] : null,
    opened_at: new Date(one.newest - 1000),
    last_message_at: new Date(one.newest),
    closed_at: n % 5 === 0 ? null : new Date(one.newest),
    stage: n % 5 === 0 ? 'open' : 'closed',
    words: one.words.join(' '),
  }))
  const em = opened.orm.em.fork()
  const columns = (await writtenColumns(opened.url, 'ticket')).join(', ')
  await em.execute(
    `insert into ticket (${columns}) select ${columns} from (
       select (jsonb_populate_record(ticket, row)).* from ticket, jsonb_array_elements(?::jsonb) as row) as one`,
    [JSON.stringify(rows)],
  )
  const messages = all.flatMap((one, n) =>
    one.messages.map(({ kind, words }, index) => ({
      id: idOf(n * 2 + index, '4'),
      ticket_id: one.id,
      kind,
      words: words.join(' '),
      side: 'requester',
      author_id: one.requester,
      text: [],
      enclosures: [],
      late: false,
      occurred_at: new Date(one.newest),
      received_at: new Date(one.newest),
    })),
  )
  await em.execute('insert into message select * from jsonb_populate_recordset(null::message, ?::jsonb)', [
    JSON.stringify(messages),
  ])
  await em.execute('analyze')
}

/** What is to be found, worked out by reading everything; the newest first. */
function plainly(all: readonly Written[], asked: string, sight: Sight): string[] {
  const words = asked.split(' ')
  const isSaid = (text: readonly string[]): boolean =>
    words.every((word, n) => text.some((one) => (n === words.length - 1 ? one.startsWith(word) : one === word)))
  const isSeen = (one: Written): boolean =>
    'agentOf' in sight
      ? sight.agentOf.includes(one.deskId)
      : 'requester' in sight
        ? one.requester === sight.requester
        : 'organisation' in sight && one.organisation === sight.organisation && !one.isPrivate
  const isHeard = (kind: string): boolean => 'agentOf' in sight || kind === 'message'
  return all
    .filter(
      (one) =>
        isSeen(one) &&
        (isSaid(one.words) || one.messages.some(({ kind, words: text }) => isHeard(kind) && isSaid(text))),
    )
    .toSorted((one, other) => other.newest - one.newest)
    .map(({ id }) => id)
}

it('finds what reading everything finds, of words that are everywhere, of rare ones and of beginnings', async () => {
  const now = (await store.clock.now()).getTime()
  const all = written(now)
  await write(all)
  const random = randomOf(8)
  const some = (): string => VOCABULARY[Math.floor(random() * VOCABULARY.length)] ?? ''
  const sights: Sight[] = [
    { agentOf: ['large'] },
    { agentOf: ['small'] },
    { agentOf: ['small', 'large'] },
    { agentOf: [] },
    { requester: idOf(0, '2') },
    { requester: idOf(3, '2') },
    { organisation: COMPANY },
  ]
  const asked = ['zeppelin', 'secretly', 'big', 'nowhere', 'e', ...VOCABULARY.slice(0, 3)]
  for (let n = 0; n < 6; n++) asked.push(some(), `${some()} ${some()}`, `${some()} ${some().slice(0, 2)}`)
  const seen = { whole: 0, newest: 0, others: 0 }
  for (const words of asked) {
    for (const sight of sights) {
      const expected = plainly(all, words, sight)
      const found = await searchOf(dbOf(opened.orm.em.fork()), new Date(now), LOOKED).tickets(words, sight, MOST)
      const ids = found.map(({ id }) => id)
      const what = `${words} for ${JSON.stringify(sight)}`
      expect(ids.length, what).toBe(Math.min(MOST, expected.length))
      if (expected.length <= MOST) {
        expect(ids, what).toEqual(expected)
        seen.whole += 1
        continue
      }
      // Nothing that is not to be found, in order; of what is said often the newest.
      expect(
        expected.filter((id) => ids.includes(id)),
        what,
      ).toEqual(ids)
      if (expected.length > TICKETS / 10) {
        expect(ids, what).toEqual(expected.slice(0, MOST))
        seen.newest += 1
      } else seen.others += 1
    }
  }
  // Each of the ways was gone.
  for (const [way, times] of Object.entries(seen)) expect(times, way).toBeGreaterThan(5)
})
