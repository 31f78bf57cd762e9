import { expect, test } from 'vitest'
import type { Lease } from '../../../adapters/telegram/index.ts'
import { aDesk, aTelegram, CARA } from './desk.ts'

/** A lease that several desks share, as they share a database. */
function aLease() {
  let holder: string | undefined
  const asked: string[] = []
  const of = (desk: string): Lease => ({
    hold: async (name) => {
      asked.push(name)
      holder ??= desk
      return holder === desk
    },
    release: async () => {
      if (holder === desk) holder = undefined
    },
  })
  const giveTo = (desk: string) => {
    holder = desk
  }
  return { of, asked, giveTo, holder: () => holder }
}

test('of two replicas one polls; when it stops the other takes over', async () => {
  const telegram = await aTelegram()
  const lease = aLease()
  const one = aDesk(telegram, { lease: lease.of('one') })
  const two = aDesk(telegram, { lease: lease.of('two') })
  await one.adapter.start(one.inbox, [])
  await two.adapter.start(two.inbox, [])
  telegram.world.write(CARA, 'first')
  await one.rows(1)
  await telegram.idle()
  expect(lease.asked[0]).toBe('telegram-poll:700001')

  await one.adapter.stop()
  expect(lease.holder()).toBeUndefined()
  telegram.world.write(CARA, 'second')
  await two.rows(1)
  expect(one.inbox.rows.size).toBe(1)
  expect([one, two].map((desk) => desk.log.lines.filter((line) => line.includes('another-poller')))).toEqual([[], []])
})

test('a replica that loses the lease gives up its long poll', async () => {
  const telegram = await aTelegram()
  const lease = aLease()
  const one = aDesk(telegram, { lease: lease.of('one') })
  await one.adapter.start(one.inbox, [])
  telegram.world.write(CARA, 'first')
  await one.rows(1)
  lease.giveTo('two')
  await expect
    .poll(() => one.log.lines.some((line) => line.startsWith('telegram-lease-left')), { timeout: 5_000 })
    .toBe(true)
  telegram.world.write(CARA, 'second')
  expect(one.inbox.rows.size).toBe(1)
})

test('a lease that cannot be asked is not held', async () => {
  const telegram = await aTelegram()
  const lease: Lease = {
    hold: async () => {
      throw new Error('the database is away')
    },
    release: async () => {},
  }
  const desk = aDesk(telegram, { lease })
  telegram.world.write(CARA, 'hello')
  await desk.adapter.start(desk.inbox, [])
  await expect.poll(() => desk.log.lines.some((line) => line.startsWith('telegram-lease-unknown'))).toBe(true)
  expect(desk.inbox.calls).toEqual([])
})
