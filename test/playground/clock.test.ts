import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { secretHeader } from '../../playground/about.ts'
import { clockStandsAt } from '../support/clock.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentsHear, ritaAsks } from '../support/slack-asks.ts'

const secret = 'a-secret-of-the-playground'
const HOUR_MS = 3_600_000
const lookShape = z.object({
  nowMs: z.number(),
  offsetMs: z.number(),
  next: z.object({ key: z.string(), what: z.string(), at: z.number() }).nullable(),
})

describe('a desk of the playground', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await startTestDesk({ playgroundSecret: secret })
  })
  afterAll(() => desk.stop())

  it('shows whoever has the secret what is due next, and goes there at once', async () => {
    // Monday 10:00 in Stockholm: the answer is due on Tuesday at 11:00, and agents are warned before.
    await clockStandsAt(desk, '2027-03-01T09:00:00Z')
    const asked = await ritaAsks(desk, 'the printer on floor two')
    const { next } = await look(desk)
    expect(next).toMatchObject({ key: asked.key, what: 'promise' })
    const there = await move(desk, { to: 'next' })
    expect(there.nowMs).toBeGreaterThanOrEqual(next?.at ?? Number.POSITIVE_INFINITY)
    await agentsHear(desk, asked, 'The first answer is due soon')
    await move(desk, { byMs: 24 * HOUR_MS })
    await agentsHear(desk, asked, 'is late now')
  })

  it('goes on by an hour, never back', async () => {
    const before = await look(desk)
    expect((await move(desk, { byMs: HOUR_MS })).offsetMs).toBe(before.offsetMs + HOUR_MS)
    expect((await ask(desk, { byMs: -HOUR_MS })).status).toBe(400)
    expect((await look(desk)).offsetMs).toBe(before.offsetMs + HOUR_MS)
  })

  it('moves for nobody without the secret', async () => {
    const before = await look(desk)
    expect((await ask(desk, { byMs: HOUR_MS }, 'a guess')).status).toBe(401)
    expect((await look(desk)).offsetMs).toBe(before.offsetMs)
  })
})

it('a real desk has no clock to move', async () => {
  const desk = await startTestDesk()
  expect((await ask(desk)).status).toBe(404)
  expect((await ask(desk, { byMs: HOUR_MS })).status).toBe(404)
  await desk.stop()
})

function ask(desk: TestDesk, move?: object, by = secret): Promise<Response> {
  return fetch(`http://127.0.0.1:${desk.desk.port}/playground/clock`, {
    method: move ? 'POST' : 'GET',
    headers: { [secretHeader]: by, 'content-type': 'application/json' },
    ...(move && { body: JSON.stringify(move) }),
  })
}

async function look(desk: TestDesk) {
  return lookShape.parse(await (await ask(desk)).json())
}

async function move(desk: TestDesk, on: object) {
  return lookShape.parse(await (await ask(desk, on)).json())
}
