import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { fromHere } from './page/same-origin.ts'
import type { OpenSlack } from './slack/index.ts'

/** What a playground process says of itself (`GET /playground/about`). */
export const aboutShape = z.object({
  product: z.literal('deskhand-playground'),
  /** The `.deskhand` folder its state belongs to, absolute. */
  home: z.string(),
  pid: z.number().int().positive(),
  /** Number and start of the process (`src/store/embedded/liveness.ts`): a number alone is given again to others. */
  signature: z.string(),
})
export type About = z.infer<typeof aboutShape>

/** Header that proves who may tell the playground things: the signing secret. */
export const secretHeader = 'x-playground-secret'

const deskShape = z.strictObject({ url: z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost)$/ }) })

const clockShape = z.strictObject({ offsetMs: z.int().nonnegative() })

/** The doors of the process: who it is, where the desk listens now, and how far its clock is ahead. */
export function aboutApp(
  about: About,
  signingSecret: string,
  told: Pick<OpenSlack, 'setRequestUrl'> & { setOffset(ms: number): void },
): Hono {
  const app = new Hono()
  app.use('/playground/*', fromHere)
  app.get('/playground/about', (context) => context.json(about))
  app.post('/playground/desk', async (context) => {
    if (!same(context.req.header(secretHeader) ?? '', signingSecret)) return context.json({ ok: false }, 401)
    const desk = deskShape.safeParse(await context.req.json().catch(() => undefined))
    if (!desk.success) return context.json({ ok: false }, 400)
    told.setRequestUrl(desk.data.url)
    return context.json({ ok: true })
  })
  app.post('/playground/clock', async (context) => {
    if (!same(context.req.header(secretHeader) ?? '', signingSecret)) return context.json({ ok: false }, 401)
    const clock = clockShape.safeParse(await context.req.json().catch(() => undefined))
    if (!clock.success) return context.json({ ok: false }, 400)
    told.setOffset(clock.data.offsetMs)
    return context.json({ ok: true })
  })
  return app
}

function same(one: string, other: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
