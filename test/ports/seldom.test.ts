import { expect, it } from 'vitest'
import { seldom } from '../../src/ports/seldom.ts'

it('is said at once, then every ten seconds with how often it was not', () => {
  let now = 0
  const said: [at: number, unsaid: number][] = []
  const trouble = seldom(() => new Date(now))
  for (; now <= 25_000; now += 250) trouble((unsaid) => said.push([now, unsaid]))
  expect(said).toEqual([
    [0, 0],
    [10_000, 39],
    [20_000, 39],
  ])
})

it('is said where the clock was put back', () => {
  let now = 3_600_000
  let said = 0
  const trouble = seldom(() => new Date(now))
  trouble(() => (said += 1))
  now = 0
  trouble(() => (said += 1))
  expect(said).toBe(2)
})
