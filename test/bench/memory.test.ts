import { expect, it } from 'vitest'
import { judgeSlope } from '../../bench/memory/judge.ts'
import { type Held, slopeOf } from '../../bench/slope.ts'

const MB = 1e6
const IDLE = 260 * MB

/** Eight minutes, looked at every ten seconds; every other look finds two megabytes more, as looks do. */
const course = (bytesAt: (hours: number) => number): Held[] =>
  Array.from({ length: 48 }, (_, n) => {
    const atMs = n * 10_000
    return { atMs, bytes: bytesAt(atMs / 3_600_000) + (n % 2) * 2 * MB }
  })

it('the slope is bytes an hour, whenever they were looked at', () => {
  expect(
    slopeOf([
      { atMs: 1000, bytes: 5 },
      { atMs: 1000 + 1_800_000, bytes: 10 },
    ]),
  ).toBeCloseTo(10)
  expect(slopeOf([{ atMs: 0, bytes: 1 }])).toBeNaN()
})

it('what stays as it is holds, and a leak of half a kilobyte a message does not', () => {
  expect(
    judgeSlope(
      'slope',
      course(() => 90 * MB),
      IDLE,
    ),
  ).toMatchObject({ holds: true })
  const anHour = 20 * 3600 * 512
  expect(
    judgeSlope(
      'slope',
      course((hours) => 90 * MB + hours * anHour),
      IDLE,
    ),
  ).toMatchObject({
    found: expect.stringMatching(/^0\.1\d × \(3\d MB an hour\)$/),
    holds: false,
  })
})

it('what still gives memory back was not measured, and so was what nobody looked at twice', () => {
  const falls = judgeSlope(
    'slope',
    course((hours) => 600 * MB - hours * 1261 * MB),
    IDLE,
  )
  expect(falls).toMatchObject({ found: expect.stringContaining('not measured'), holds: false })
  expect(judgeSlope('slope', [], IDLE)).toMatchObject({ found: expect.stringContaining('not measured'), holds: false })
})
