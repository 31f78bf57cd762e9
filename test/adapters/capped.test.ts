import { expect, test } from 'vitest'
import { capped, cappedBytes, TooBig } from '../../src/adapter.ts'

async function* blocks(count: number) {
  for (let n = 0; n < count; n++) yield Buffer.alloc(1024)
}

test('a body goes through as it comes, and is cut off where there is too much of it, whatever was said of its length', async () => {
  expect((await cappedBytes(blocks(4), 4096))?.byteLength).toBe(4096)
  expect(await cappedBytes(blocks(5), 4096)).toBeUndefined()
  let seen = 0
  const reading = async () => {
    for await (const part of capped(blocks(1_000_000), 8192)) seen += part.byteLength
  }
  await expect(reading()).rejects.toBeInstanceOf(TooBig)
  expect(seen).toBe(8192)
  expect(await cappedBytes(null, 1)).toEqual(Buffer.alloc(0))
})
