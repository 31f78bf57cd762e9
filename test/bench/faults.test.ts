import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { openBalancer } from '../../bench/faults/balancer.ts'
import type { Findings } from '../../bench/faults/checker.ts'
import { planOf, type Wrought } from '../../bench/faults/nemesis.ts'
import { report } from '../../bench/faults/table.ts'
import { failpoints } from '../../src/ports/failpoint.ts'
import { freePort } from '../support/free-port.ts'
import { randomOf } from '../support/random.ts'

const plan = (seed: number, kills = 40) => planOf({ random: randomOf(seed), kills, restarts: 3, ms: 300_000 })

it('the same seed kills the same replicas at the same moments, another seed others', () => {
  expect(plan(7)).toEqual(plan(7))
  expect(plan(7)).not.toEqual(plan(8))
})

it('forty kills die at every fail point, in both replicas, in the order of the clock', () => {
  const deeds = plan(7)
  const kills = deeds.flatMap((deed) => (deed.does === 'kill' ? [deed] : []))
  expect(kills).toHaveLength(40)
  expect(new Set(kills.map(({ point }) => point))).toEqual(new Set([undefined, ...failpoints]))
  expect(new Set(kills.map(({ replica }) => replica))).toEqual(new Set([0, 1]))
  expect(deeds.filter(({ does }) => does === 'restart-database')).toHaveLength(3)
  expect(deeds.map(({ atMs }) => atMs)).toEqual(deeds.map(({ atMs }) => atMs).toSorted((one, other) => one - other))
})

it('the balancer takes turns, passes over a replica that is not there, and says 503 where none is', async () => {
  const live = await answering()
  const other = await answering()
  const both = await openBalancer([live.port, other.port])
  for (let n = 0; n < 4; n++) expect((await fetch(both.url, { method: 'POST', body: 'hello' })).status).toBe(200)
  expect([live.heard, other.heard]).toEqual([
    ['hello', 'hello'],
    ['hello', 'hello'],
  ])
  const lame = await openBalancer([await freePort(), live.port])
  for (let n = 0; n < 2; n++) expect((await fetch(lame.url, { method: 'POST', body: 'again' })).status).toBe(200)
  const none = await openBalancer([await freePort()])
  expect((await fetch(none.url, { method: 'POST', body: 'lost' })).status).toBe(503)
  for (const open of [both, lame, none, live, other]) await open.close()
})

it('says yes only where nothing is wrong', () => {
  expect(holds({})).toBe(true)
  const wrong: Partial<Findings>[] = [
    { verdict: { ...good.verdict, lost: ['c8001#3'] } },
    { verdict: { ...good.verdict, doubledInSlack: ['c8001#3'] } },
    { verdict: { ...good.verdict, doubledInTelegram: ['a', 'b', 'c'] } },
    { verdict: { ...good.verdict, disordered: ['c8001: 1 3 2'] } },
    { unstored: ['slack Ev1'] },
    { tickets: { ...good.tickets, doubled: ['c8001'] } },
    { tickets: { ...good.tickets, missing: ['c8001'] } },
    { tickets: { ...good.tickets, strange: ['c8001'] } },
    { untaken: ['DEMO-1'] },
    { stored: { ...good.stored, replayDiffers: ['DEMO-1'] } },
    { stored: { ...good.stored, parked: [{}] } },
    { stored: { ...good.stored, ended: [{ act: 'post', fault: 'unknown' }] } },
    { unaskedExits: 1 },
    { slowestRefusalMs: 1_500 },
  ]
  for (const one of wrong) expect(holds(one), JSON.stringify(one)).toBe(false)
  expect(holds({}, { kills: [{ replica: 0, point: undefined, reached: true, readyMs: 5_001 }] })).toBe(false)
  expect(holds({}, { restarts: [{ downMs: 300, readyMs: 10_001 }] })).toBe(false)
  expect(holds({}, {}, { unacknowledged: 0, waiting: 0, owed: 1 })).toBe(false)
})

const never = { p50: 0, p95: 0, p99: 0, max: 0 }
const good: Findings = {
  verdict: { words: 9, lost: [], doubledInSlack: [], doubledInTelegram: [], disordered: [], late: 0 },
  stored: { tickets: [], replayDiffers: [], parked: [], ended: [] },
  unstored: [],
  tickets: { doubled: [], missing: [], strange: [] },
  untaken: [],
  unaskedExits: 0,
  slack: { acknowledged: never, seenByAgent: never, unseen: 0 },
  statuses: new Map([[200, 9]]),
  slowestRefusalMs: 0,
}

/** One kill: two doubles are within what may be. */
function holds(
  findings: Partial<Findings>,
  wrought: Partial<Wrought> = {},
  left = { unacknowledged: 0, waiting: 0, owed: 0 },
): boolean {
  return report({
    seed: 1,
    rate: 10,
    kills: 1,
    load: { done: { messages: 9, actions: 1, seconds: 1 } },
    trouble: new Map(),
    wrought: { kills: [{ replica: 0, point: undefined, reached: true, readyMs: 900 }], restarts: [], ...wrought },
    settled: { behind: left, tookMs: 100, left },
    findings: { ...good, ...findings },
  }).passed
}

async function answering() {
  const heard: string[] = []
  const server = createServer(async (request, response) => {
    for await (const chunk of request) heard.push(String(chunk))
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    port: address.port,
    heard,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
