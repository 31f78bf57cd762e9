import { expect, it } from 'vitest'
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
    2,
    enough,
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
