import { afterAll, beforeAll, expect, it } from 'vitest'
import type { World } from '../../src/acts/world.ts'
import type { Adapter } from '../../src/adapter.ts'
import { startCatchingUp } from '../../src/intake/catch-up.ts'
import type { Log } from '../../src/ports/log.ts'
import { quietTicket } from '../support/customer.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/people.ts'

const MINUTE = 60_000
const slack = { platform: 'slack', account: 'T0WATCHED' } as const

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
  await quietTicket(desk, 'Cara')
  await quietTicket(desk, 'Dora')
  // To the desk itself these are of a company of its own: it does not listen there.
  await desk.database.query("update place set account = $1 where platform = 'slack'", [slack.account])
})
afterAll(() => desk.stop())

it('says once of each gap that there are more threads than are asked for, and what to do, however often Slack says no', async () => {
  const { store } = desk.desk
  const said: Record<string, unknown>[] = []
  const quiet = (): void => {}
  const error: Log['error'] = (facts, event) => void (event === 'gap-too-wide' && said.push({ ...facts }))
  let looks = 0
  let answers = false
  const missed: NonNullable<Adapter['missed']> = async function* ({ threads }) {
    looks += 1
    expect(threads).toHaveLength(1)
    if (!answers) throw new Error('Slack says no')
    yield []
  }
  const ago = async (ms: number): Promise<Date> => new Date((await store.clock.now()).getTime() - ms)
  const heardAgain = async (): Promise<boolean> => {
    const at = await store.listening.heardUntil(slack.platform, slack.account)
    return at !== undefined && at > (await ago(MINUTE))
  }

  await store.listening.setHeardUntil(slack.platform, slack.account, await ago(10 * MINUTE))
  const handling = {
    store,
    // As much of both as whoever catches up asks for.
    world: { desks: desk.desks, log: { debug: quiet, info: quiet, warn: quiet, error } } as unknown as World,
    platforms: new Map([[slack.platform, { ...slack, missed } as unknown as Adapter]]),
  }
  const catching = startCatchingUp(handling, {
    holder: 'one',
    realNow: () => new Date(),
    everyMs: 5,
    mostThreads: 1,
    onReceived: quiet,
  })
  try {
    await until(() => looks >= 3, 'that Slack is asked again')
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({
      platform: 'slack',
      threads: 1,
      repair: 'docs/operate.md#after-an-outage-of-ours',
    })
    answers = true
    await until(heardAgain, 'that it has caught up')

    answers = false
    const before = looks
    await store.listening.setGap({ ...slack, from: await ago(3 * MINUTE), until: await ago(MINUTE) })
    await until(() => looks >= before + 3, 'that Slack is asked for the next gap')
    expect(said).toHaveLength(2)
  } finally {
    await catching.stop()
  }
})

it('asks once for what was said in a gap that takes longer to fill than an absence lasts', async () => {
  const { store } = desk.desk
  const quiet = (): void => {}
  let asked = 0
  let laterMs = 0
  const missed: NonNullable<Adapter['missed']> = async function* () {
    asked += 1
    laterMs += 2 * MINUTE
    await desk.database.query('update clock set offset_ms = offset_ms + $1', [2 * MINUTE])
    yield []
  }
  const heard = async (): Promise<number> =>
    (await store.listening.heardUntil(slack.platform, slack.account))?.getTime() ?? 0
  await store.listening.setHeardUntil(slack.platform, slack.account, new Date(Date.now() - 10 * MINUTE))
  const catching = startCatchingUp(
    {
      store,
      // As much of both as whoever catches up asks for.
      world: { desks: desk.desks, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } } as unknown as World,
      platforms: new Map([[slack.platform, { ...slack, missed } as unknown as Adapter]]),
    },
    { holder: 'one', realNow: () => new Date(Date.now() + laterMs), everyMs: 5, onReceived: quiet },
  )
  try {
    await until(() => asked > 0, 'that Slack is asked')
    const first = await until(async () => (await heard()) > Date.now() + MINUTE && heard(), 'that it has caught up')
    await until(async () => (await heard()) > first, 'another look')
    expect(asked).toBe(1)
  } finally {
    await catching.stop()
  }
})
