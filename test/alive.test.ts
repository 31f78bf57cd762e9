import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepAlive, LEASE_MS } from '../src/alive.ts'
import type { Leases } from '../src/ports/leases.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

const log = pino({ level: 'silent' })

it('says nothing of others while it cannot renew its own lease, nor until they have had as long to renew theirs', async () => {
  let away = false
  const leases: Leases = {
    hold: async () => {
      if (away) throw new Error('no database')
      return true
    },
    release: async () => {},
  }
  const alive = await keepAlive({ leases }, 'one', log, { missed() {}, renewed() {} })
  const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  expect(alive.judges()).toBe(true)
  await after(10 * LEASE_MS)
  expect(alive.judges()).toBe(true)
  away = true
  await after(LEASE_MS)
  expect(alive.judges()).toBe(true)
  await after(1_000)
  expect(alive.judges()).toBe(false)
  away = false
  await after(1_000)
  expect(alive.judges()).toBe(false)
  await after(LEASE_MS - 1)
  expect(alive.judges()).toBe(false)
  await after(1)
  expect(alive.judges()).toBe(true)
  await alive.stop()
})
