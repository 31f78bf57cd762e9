import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noTimes } from '../../src/acts/times.ts'
import type { World } from '../../src/acts/world.ts'
import { type Metric, newClock } from '../../src/domain/clock.ts'
import { logTo } from '../../src/log.ts'
import type { Content } from '../../src/ports/content.ts'
import type { DigestLine } from '../../src/ports/digests.ts'
import { idsOf } from '../../src/ports/ids.ts'
import { channelDigests } from '../../src/timers/channel-digests.ts'
import { desk, given } from '../domain/ticket/given.ts'
import { type Opened, openStore } from '../store/opened.ts'

let opened: Opened
beforeAll(async () => {
  opened = await openStore(4)
})
afterAll(() => opened.close())

const world: World = {
  desks: [desk],
  accountOf: () => undefined,
  ids: idsOf('a-secret-of-tests-a-secret-of-tests'),
  log: logTo('silent', false),
}
const dueAt = '2027-03-01T10:00:00.000Z'
const keeping = { plan: 'default', priority: 'normal', status: 'new', resolved: false }
const started = { cycle: 1, startedAt: 0, targetMs: 1, calendar: 'office' }

const line = (what: DigestLine['what'], metric: Metric, ...called: string[]): DigestLine => ({
  what,
  metric,
  cycle: 1,
  dueAt,
  calls: called.map((id) => ({ kind: 'person', id, name: id })),
})

/** A ticket with a first answer and a solution to give, one of them `done` already, and what the channel is to hear of it. */
async function gathers(chat: string, key: string, lines: DigestLine[], done?: Metric): Promise<void> {
  const id = v7()
  const clocks = (['first-response', 'resolution'] as const).map((metric) => ({
    ...newClock({ ...started, metric }),
    stoppedAt: metric === done ? 1 : null,
  }))
  await opened.store.transaction(async (unit) => {
    const times = { ...noTimes, judged: { at: 0, policy: null, keeping: { ...keeping, clocks } } }
    await unit.tickets.insert({ ...given(), id, key, requesterId: v7() }, times)
    for (const one of lines) await unit.digests.add({ platform: 'slack', account: 'T0', chat }, id, one)
  })
}

/** The digest a channel is owed. */
async function told(chat: string): Promise<Content> {
  await channelDigests({ store: opened.store, world, platforms: new Map() }, new Date('2100-01-01T00:00:00Z'))
  const [owed] = await opened.orm.em
    .fork()
    .execute<{ content: Content }[]>('select content from delivery where chat = ?', [chat])
  if (!owed) throw new Error('nothing is owed')
  return owed.content
}

const called = ({ calls = [] }: Content): string[] => calls.map(({ id }) => id)
const said = ({ body }: Content): string[] => body.map((part) => JSON.stringify(part))

it('whoever a rung names is called, however many tickets are late; what is late stands before what soon will be', async () => {
  for (let n = 1; n <= 10; n += 1) await gathers('C0MANY', `DEMO-${n}`, [line('warned', 'resolution')])
  await gathers('C0MANY', 'DEMO-11', [line('escalated', 'resolution', 'U0BO')])
  const digest = await told('C0MANY')
  expect(called(digest)).toEqual(['U0BO'])
  expect(said(digest)).toHaveLength(11)
  expect(said(digest)[0]).toContain('DEMO-11')
  expect(said(digest)[10]).toContain('digest-more')
})

it('of a ticket’s lines those count that are still true: one of them is told, and all they name are called', async () => {
  const first = (...who: string[]) => line('escalated', 'first-response', ...who)
  const solution = (...who: string[]) => line('escalated', 'resolution', ...who)
  await gathers('C0TRUE', 'DEMO-21', [first('U0ADA'), first('U0BO'), line('warned', 'resolution')])
  await gathers('C0TRUE', 'DEMO-22', [solution('U0LENA'), first('U0KIM')], 'first-response')
  const digest = await told('C0TRUE')
  expect(called(digest)).toEqual(['U0ADA', 'U0BO', 'U0LENA'])
  const [one, other, ...more] = said(digest)
  expect(one).toMatch(/digest-late.*DEMO-21.*first-response/)
  expect(other).toMatch(/digest-late.*DEMO-22.*resolution/)
  expect(more).toEqual([])
})
