import { expect, it } from 'vitest'
import type { Found } from '../../bench/budget/found.ts'
import { linesOfBudget } from '../../bench/budget/table.ts'
import { latencyOf } from '../../bench/latency.ts'

/** What became of a queue in which all went well. */
const foundOn = (platform: 'slack' | 'telegram', ranked: boolean): Found => ({
  queue: { name: platform, at: { platform, account: 'x', chat: 'y' }, ranked, topics: false },
  most: 10,
  words: latencyOf([ranked ? 1000 : 10_000]),
  cards: latencyOf([2000]),
  sent: 2,
  lost: 0,
  disordered: 0,
  overtaken: 0,
  coalesced: 0,
  refused: 0,
})

const linesFor = (refused: number) =>
  linesOfBudget({
    found: [
      { ...foundOn('telegram', true), refused },
      foundOn('telegram', false),
      foundOn('slack', true),
      foundOn('slack', false),
    ],
    quiet: { tooSoon: 0, sent: 12 },
    minutes: 6,
    seed: 1,
    tookMs: 1000,
  }).filter(({ holds }) => holds !== undefined)

it('judges what a platform refuses where it can refuse, and nowhere else', () => {
  expect(linesFor(0).every(({ holds }) => holds)).toBe(true)
  expect(linesFor(1).filter(({ holds }) => !holds)).toMatchObject([{ what: 'telegram: 429 by the platform' }])
  expect(linesFor(0).filter(({ what }) => what.includes('429'))).toHaveLength(1)
})
