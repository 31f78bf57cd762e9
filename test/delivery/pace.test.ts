import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Pace, paceOf } from '../../src/delivery/pace.ts'

/** Makes a call if it may. */
const take = (pace: Pace, now: Date): boolean => {
  if (pace.room(now) < 1) return false
  pace.spend(now)
  return true
}
const at = (ms: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + ms)

it('takes a burst, then one at a time', () => {
  const pace = paceOf({ burst: 2, everyMs: 100 })
  expect([0, 0, 0, 99, 100, 101, 200].map((ms) => take(pace, at(ms)))).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
    true,
  ])
})

it('never lets more than burst + elapsed / every through (law)', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 500 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 }),
      (burst, everyMs, steps) => {
        const pace = paceOf({ burst, everyMs })
        let ms = 0
        let taken = 0
        for (const step of steps) {
          ms += step
          if (take(pace, at(ms))) taken += 1
        }
        expect(taken).toBeLessThanOrEqual(burst + Math.floor(ms / everyMs + 1e-6))
      },
    ),
  )
})
