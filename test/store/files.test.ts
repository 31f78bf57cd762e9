import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { capped, TooBig } from '../../src/adapter.ts'
import { filesIn } from '../../src/store/files.ts'
import { temporaryFolder } from '../support/temporary.ts'

const MEGABYTE = 1024 * 1024

async function* blocks(megabytes: number, seen?: () => void) {
  for (let n = 0; n < megabytes; n++) {
    seen?.()
    yield Buffer.alloc(MEGABYTE, n)
  }
}

it('the same bytes are kept once, whole, and read again as they were', async () => {
  const files = filesIn(temporaryFolder())
  const first = await files.keep(blocks(3))
  expect(await files.keep(blocks(3))).toEqual(first)
  expect(first.sizeBytes).toBe(3 * MEGABYTE)
  const again = Buffer.from(await (await files.open(first.sha256)).arrayBuffer())
  expect(again.equals(Buffer.concat([0, 1, 2].map((n) => Buffer.alloc(MEGABYTE, n))))).toBe(true)
})

it('what is too much leaves nothing behind', async () => {
  const folder = temporaryFolder()
  await expect(filesIn(folder).keep(capped(blocks(30), 20 * MEGABYTE))).rejects.toBeInstanceOf(TooBig)
  expect(readdirSync(folder)).toEqual([])
})

it('what a killed process had begun to keep goes after a while, and nothing else does', async () => {
  const folder = temporaryFolder()
  const files = filesIn(folder)
  const { sha256 } = await files.keep(blocks(1))
  writeFileSync(join(folder, 'draft-left'), 'half of it')
  expect(await files.removeUnfinished(new Date(0))).toBe(0)
  expect(await files.removeUnfinished(new Date(8.64e15))).toBe(1)
  expect(readdirSync(folder)).toEqual([sha256.slice(0, 2)])
  expect((await files.open(sha256)).size).toBe(MEGABYTE)
  expect(await filesIn(join(folder, 'not-made')).removeUnfinished(new Date(8.64e15))).toBe(0)
})

it('a file of 150 MB is never in memory as a whole (SEC5: 64 MB at most)', async () => {
  const files = filesIn(temporaryFolder())
  // Other tests have run in this process: what it keeps for its buffers anyway is not this file's.
  await files.keep(blocks(64))
  const before = process.memoryUsage().rss
  let most = 0
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  const { sha256 } = await files.keep(blocks(150, look))
  const blob = await files.open(sha256)
  let read = 0
  for await (const part of blob.stream()) {
    read += part.byteLength
    look()
  }
  expect(read).toBe(150 * MEGABYTE)
  expect(most).toBeLessThan(64 * MEGABYTE)
})
