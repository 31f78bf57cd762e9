import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { MovedClock } from './ports/moved-clock.ts'

/** Header that proves who may move the clock: the playground's signing secret. */
const SECRET_HEADER = 'x-playground-secret'
const DAY_MS = 86_400_000

/** By so much, or to when something is due next. */
const moveShape = z.union([
  z.strictObject({
    byMs: z
      .int()
      .positive()
      .max(400 * DAY_MS),
  }),
  z.strictObject({ to: z.literal('next') }),
])

/**
 * The desk's clock for the playground that shows it. A real desk has no such route. `moved`: everything that is due by
 * it now is to be done at once; that may go on after the answer.
 */
export function clockRoute(clock: MovedClock, secret: string, moved: () => void): Hono {
  const app = new Hono()
  app.use('/playground/clock', async (context, next) => {
    if (!same(context.req.header(SECRET_HEADER) ?? '', secret)) return context.json({ ok: false }, 401)
    return next()
  })
  const look = async () => {
    const next = await clock.next()
    return {
      nowMs: (await clock.now()).getTime(),
      offsetMs: await clock.offsetMs(),
      next: next ? { ...next, at: next.at.getTime() } : null,
    }
  }
  app.get('/playground/clock', async (context) => context.json(await look()))
  app.post('/playground/clock', async (context) => {
    const move = moveShape.safeParse(await context.req.json().catch(() => undefined))
    if (!move.success) return context.json({ ok: false }, 400)
    const by = 'byMs' in move.data ? move.data.byMs : await untilNext(clock)
    if (by > 0) await clock.moveOn(by)
    moved()
    return context.json(await look())
  })
  return app
}

/** A little later than due: what is due at an instant is done after it. */
async function untilNext(clock: MovedClock): Promise<number> {
  const next = await clock.next()
  return next ? Math.max(0, next.at.getTime() - (await clock.now()).getTime()) + 1000 : 0
}

function same(one: string, other: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
