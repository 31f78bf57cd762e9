import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Found, type SideBySide, startSideBySide } from '../../src/ports/side-by-side.ts'

/** What a look would find, by its key; nothing is found by the clock within a test. */
let there: string[] = []
let looks = 0
let done: string[] = []
let sides: SideBySide
let looking: Promise<void> | undefined

/** Work of this key that goes on until it is let go. */
function work(key: string, more: boolean | 'not-now' = false): Found & { end: () => void } {
  const open = Promise.withResolvers<void>()
  const run = async () => {
    await open.promise
    done.push(key)
    return more
  }
  return { key, group: 'all', run, end: open.resolve }
}

/** Work that is begun and done. */
async function between(key: string): Promise<void> {
  const one = work(key)
  expect(sides.begin(one)).toBe(true)
  one.end()
  while (sides.room('all') < 2) await Promise.resolve()
}

beforeEach(async () => {
  there = []
  done = []
  looks = 0
  looking = undefined
  sides = startSideBySide({
    atOnce: 2,
    groups: ['all'],
    everyMs: 1_000_000,
    async look(room, busy, begin) {
      looks += 1
      const found = there.filter((key) => !busy.has(key))
      await looking
      for (const key of found) {
        if (busy.has(key)) sides.lookFor(key)
        else if (room('all') > 0) {
          there = there.filter((other) => other !== key)
          begin({ key, group: 'all', run: async () => done.push(`found ${key}`) > 0 && false })
        }
      }
    },
  })
  await sides.idle()
  looks = 0
})
afterEach(() => sides.stop())

it('what was begun without a look asks for none when it is done', async () => {
  const one = work('one')
  expect(sides.begin(one)).toBe(true)
  one.end()
  await sides.idle()
  expect([looks, done]).toEqual([0, ['one']])
})

it('what waits behind something in hand is looked for when that is done, and not before', async () => {
  const one = work('one')
  sides.begin(one)
  expect(sides.begin(work('one'))).toBe(false)
  there = ['one']
  sides.lookFor('one')
  expect(looks).toBe(0)
  one.end()
  await sides.idle()
  expect(done).toEqual(['one', 'found one'])
})

it('what waits while nothing of it is in hand is looked for at once', async () => {
  there = ['one']
  sides.lookFor('one')
  await sides.idle()
  expect(done).toEqual(['found one'])
})

it('what looks could not see, because something of it was begun and done meanwhile, is looked for again', async () => {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  looking = first.promise
  sides.lookFor('one')
  await between('one')
  looking = second.promise
  first.resolve()
  while (looks < 2) await Promise.resolve()
  await between('one')
  there = ['one']
  second.resolve()
  await sides.idle()
  expect(done).toEqual(['one', 'one', 'found one'])
})

it('what found no room is looked for when there is some', async () => {
  const all = ['one', 'two'].map((key) => work(key))
  for (const one of all) sides.begin(one)
  expect(sides.begin(work('three'))).toBe(false)
  there = ['three']
  sides.lookFor('three')
  expect(looks).toBe(0)
  all[0]?.end()
  while (!done.includes('one')) await Promise.resolve()
  // There is room, but what waited for it comes first.
  while (sides.room('all') < 1) await Promise.resolve()
  expect(sides.begin(work('four'))).toBe(false)
  while (!done.includes('found three')) await new Promise(setImmediate)
  const four = work('four')
  expect(sides.begin(four)).toBe(true)
  four.end()
  while (!done.includes('four')) await new Promise(setImmediate)
  all[1]?.end()
  await sides.idle()
  expect(done).toEqual(['one', 'found three', 'four', 'two'])
})

it('what is in other hands is not asked for again and again', async () => {
  const one = work('one', 'not-now')
  sides.begin(one)
  sides.lookFor('one')
  one.end()
  await sides.idle()
  const two = work('one')
  sides.begin(two)
  two.end()
  await sides.idle()
  expect(looks).toBe(0)
})

it('a full house of what is in other hands is not looked behind before the clock says so', async () => {
  const all = ['one', 'two'].map((key) => work(key, 'not-now'))
  for (const one of all) sides.begin(one)
  for (const one of all) one.end()
  await sides.idle()
  expect(looks).toBe(0)
})

it('nothing is begun by whoever stops', async () => {
  await sides.stop()
  expect(sides.begin(work('one'))).toBe(false)
})
