import { beforeEach, expect, it } from 'vitest'
import { seldom } from '../../src/ports/seldom.ts'

let now = 0
let said: [event: string, at: number, facts: object][] = []
const warn = (facts: object, event: string): void => void said.push([event, now, facts])
beforeEach(() => {
  said = []
})

it('is said at once, then every ten seconds with how often it was not', () => {
  const trouble = seldom({ warn }, () => new Date(now))
  for (now = 0; now <= 25_000; now += 250) trouble({ code: '53100' }, 'full')
  expect(said).toEqual([
    ['full', 0, { code: '53100', unsaid: 0 }],
    ['full', 10_000, { code: '53100', unsaid: 39 }],
    ['full', 20_000, { code: '53100', unsaid: 39 }],
  ])
})

it('is said where the clock was put back', () => {
  const trouble = seldom({ warn }, () => new Date(now))
  now = 3_600_000
  trouble({}, 'full')
  now = 0
  trouble({}, 'full')
  expect(said).toHaveLength(2)
})

it('keeps no other trouble from being said', () => {
  const trouble = seldom({ warn }, () => new Date(now))
  for (const event of ['full', 'unreadable', 'full']) trouble({}, event)
  expect(said.map(([event]) => event)).toEqual(['full', 'unreadable'])
})
