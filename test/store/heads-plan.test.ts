import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { RawEvent } from '../../src/adapter.ts'
import { HEADS } from '../../src/store/inbox-heads.ts'
import { until } from '../support/people.ts'
import { type Opened, openStore } from './opened.ts'

const HEARD = 20_000
const explained = z.array(
  z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Shared Hit Blocks': z.number() }) })) }),
)

let opened: Opened
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened.close())

const said = (lane: string): RawEvent => ({
  platform: 'slack',
  account: 'T1',
  key: v7(),
  lane,
  body: { key: lane },
  occurredAt: new Date('2026-11-29T08:00:00Z'),
  holdMs: 0,
})

async function blocks(em: ReturnType<Opened['orm']['em']['fork']>): Promise<number> {
  const plan = await em.transactional(async (inside) => {
    await inside.execute('set local plan_cache_mode = force_generic_plan')
    await inside.execute(`prepare heads (int, text[], text[], text[], text) as ${HEADS.text}`)
    const plans = await inside.execute(
      "explain (analyze, buffers, format json) execute heads (10, array['slack'], array[]::text[], array[]::text[], 'one')",
    )
    await inside.execute('deallocate heads')
    return explained.parse(plans)
  })
  return plan[0]?.['QUERY PLAN'][0]?.Plan['Shared Hit Blocks'] ?? Number.POSITIVE_INFINITY
}

it('what was heard since the last vacuum costs a look nothing once it was passed over', async () => {
  const { store, orm } = opened
  const em = orm.em.fork()
  await em.execute('alter table inbox set (autovacuum_enabled = off)')
  await store.inbox.receive(Array.from({ length: HEARD }, (_, n) => said(`C${n % 500}`)))
  await em.execute("update inbox set state = 'done'")
  await store.inbox.receive([said('C1'), said('C2'), said('C3')])
  const look = async () => (await store.inbox.heads(10, ['slack'])).rows.map(({ lane }) => lane)
  for (let n = 0; n < 2; n++) expect(await look()).toEqual(['slack:T1:C1', 'slack:T1:C2', 'slack:T1:C3'])
  // As soon as nobody sees these rows any more: PostgreSQL itself may be looking at this database in that moment.
  await until(async () => {
    await look()
    // The pages of the index; of the table itself it would be one for each row.
    return (await blocks(em)) < 250
  }, 'a look that costs little')
})
