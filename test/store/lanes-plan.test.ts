import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Owed, ranks } from '../../src/ports/store.ts'
import { TAKE } from '../../src/store/lanes-together.ts'
import { type Opened, openStore } from './opened.ts'

const LANES = 40
const OWED = 15

let opened: Opened
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened.close())

/** A step of a plan, as far as it is looked at. */
interface Step {
  Alias?: string | undefined
  'Relation Name'?: string | undefined
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  Plans?: Step[] | undefined
}
const step: z.ZodType<Step> = z.lazy(() =>
  z.object({
    Alias: z.string().optional(),
    'Relation Name': z.string().optional(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(step).optional(),
  }),
)
const explained = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: step })) }))

const looked = (one: Step): number =>
  (one['Relation Name'] === 'delivery'
    ? (one['Actual Rows'] + (one['Rows Removed by Filter'] ?? 0)) * one['Actual Loops']
    : 0) + (one.Plans ?? []).reduce((sum, inner) => sum + looked(inner), 0)

const owed = (lane: number): Owed => ({
  id: v7(),
  ticketId: null,
  to: { platform: 'slack', account: 'T1', chat: `C${lane}` },
  class: 'must-arrive',
  rank: ranks.words,
  act: 'post',
  content: { language: 'en', body: [] },
})

it('the first of each lane is taken by its own way, though the database counted its rows when nothing was owed', async () => {
  const { store, orm } = opened
  const lanes = Array.from({ length: LANES }, (_, n) => n)
  const owe = () =>
    store.transaction((unit) =>
      unit.deliveries.owe(lanes.flatMap((lane) => Array.from({ length: OWED }, () => owed(lane)))),
    )
  const em = orm.em.fork()
  await owe()
  await em.execute("update delivery set state = 'sent'")
  await em.execute('vacuum analyze delivery, lane')
  await owe()
  const plan = await em.transactional(async (inside) => {
    await inside.execute('set local plan_cache_mode = force_generic_plan')
    await inside.execute(`prepare take (text[], float8[], float8[], text, timestamptz, float8) as ${TAKE.text}`)
    const names = lanes.map((lane) => `'slack:T1:C${lane}'`).join(',')
    const each = (value: number) => `array[${lanes.map(() => value).join(',')}]::float8[]`
    const asked = `array[${names}], ${each(10)}, ${each(1)}, 'me', now() + interval '1 minute', 60000`
    return explained.parse(await inside.execute(`explain (analyze, timing off, format json) execute take (${asked})`))
  })
  const steps = plan.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => looked(Plan)))
  // Of each lane its first, those that might be half sent, and the row itself; it was each lane's for each row of all.
  expect(steps[0]).toBeGreaterThanOrEqual(LANES)
  expect(steps[0]).toBeLessThanOrEqual(LANES * (2 * OWED + 5))
})
