import { request } from 'node:http'
import { expect, test } from 'vitest'
import { capped, cappedBytes, cappedText, TooBig } from '../../src/adapter.ts'
import { httpApp, listen } from '../../src/http.ts'

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

/** What Node's own client sends of it, with its length told or in pieces, and a length that is not its own. */
test('a request of at most so many bytes is read, however it comes; one of more is not, and of no other length', async () => {
  const read: (string | undefined)[] = []
  const handle = async (asked: Request) => {
    read.push(await cappedText(asked, 10))
    return new Response(null, { status: 200 })
  }
  const server = await listen(
    httpApp([{ path: '/', handle }], async () => ({ ready: true, reasons: [] })),
    0,
  )
  const ask = (words: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asking = request({ port: server.port, path: '/', method: 'POST', headers }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode))
      })
      asking.on('error', reject)
      asking.end(words)
    })
  for (const words of ['', 'ten–byte', 'ten–bytes']) {
    await ask(words, { 'content-length': String(Buffer.byteLength(words)) })
    await ask(words, { 'transfer-encoding': 'chunked' })
  }
  expect(read).toEqual(['', '', 'ten–byte', 'ten–byte', undefined, undefined])
  const both = { 'content-length': '3', 'transfer-encoding': 'chunked' }
  expect(await ask('far more than three', both)).toBe(400)
  expect(read).toHaveLength(6)
  await server.close()
})
