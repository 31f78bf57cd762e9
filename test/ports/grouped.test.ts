import { expect, it, vi } from 'vitest'
import { grouped } from '../../src/ports/grouped.ts'

it('what is asked while another is under way goes together, in its order', async () => {
  const groups: number[][] = []
  const open = Promise.withResolvers<void>()
  const ask = grouped(3, async (ones: readonly number[]) => {
    groups.push([...ones])
    if (groups.length === 1) await open.promise
    return ones.map((one) => one * 10)
  })
  const first = ask(1)
  await Promise.resolve()
  const others = [2, 3, 4, 5].map(ask)
  open.resolve()
  expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40, 50])
  expect(groups).toEqual([[1], [2, 3, 4], [5]])
})

it('one that cannot be done costs the others nothing', async () => {
  const ask = grouped(10, async (ones: readonly number[]) => {
    if (ones.includes(2)) throw new Error('not 2')
    return ones
  })
  const ends = await Promise.allSettled([1, 2, 3].map(ask))
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

it.each([
  ['is whole', 2, undefined],
  ['has enough', 9, 2],
])('a second group is under way beside the first when it %s, and not before', async (_, most, enough) => {
  const groups: number[][] = []
  const open = Promise.withResolvers<void>()
  const ask = grouped(
    most,
    async (ones: readonly number[]) => {
      groups.push([...ones])
      await open.promise
      return ones
    },
    { atOnce: 2, ...(enough !== undefined && { enough }) },
  )
  const first = ask(1)
  await Promise.resolve()
  const second = ask(2)
  await Promise.resolve()
  expect(groups).toEqual([[1]])
  const third = ask(3)
  await Promise.resolve()
  expect(groups).toEqual([[1], [2, 3]])
  const fourth = ask(4)
  open.resolve()
  expect(await Promise.all([first, second, third, fourth])).toEqual([1, 2, 3, 4])
  expect(groups).toEqual([[1], [2, 3], [4]])
})

it('after company the next group waits for more, unless enough are there; alone nobody does', async () => {
  const waits: number[] = []
  const groups: number[][] = []
  const ends: (() => void)[] = []
  const ask = grouped(
    10,
    async (ones: readonly number[]) => {
      groups.push([...ones])
      await new Promise<void>((resolve) => ends.push(resolve))
      return ones
    },
    { patience: { forMs: 4, unless: 3 }, wait: async (ms) => void waits.push(ms) },
  )
  const asked = async (...ones: number[]): Promise<void> => {
    for (const one of ones) void ask(one)
    ends.at(-1)?.()
    await vi.waitFor(() => expect(groups.at(-1)).toEqual(ones))
  }
  await asked(1)
  await asked(2)
  await asked(3, 4, 5)
  // Enough are there.
  await asked(6, 7, 8)
  expect(waits).toEqual([])
  await asked(9)
  expect(waits).toEqual([4])
  // One was no company.
  await asked(10)
  expect(waits).toEqual([4])
})
