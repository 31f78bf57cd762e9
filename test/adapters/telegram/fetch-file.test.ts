import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Api } from 'grammy'
import { expect, test } from 'vitest'
import { fetchFile } from '../../../adapters/telegram/fetch-file.ts'
import { DeliveryFault } from '../../../src/adapter.ts'
import { whole } from '../../support/fetched.ts'

const TOKEN = '700001:secret-of-files'

/** A Telegram that answers `getFile` and downloads as told. */
async function fetched(
  getFile: object | number,
  download: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    response.end('bytes'),
) {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/file/')) return download(request, response)
    response.setHeader('content-type', 'application/json')
    if (typeof getFile === 'number') response.statusCode = getFile
    response.end(
      JSON.stringify(typeof getFile === 'number' ? { ok: false, error_code: getFile, description: 'x' } : getFile),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  const apiRoot = `http://127.0.0.1:${port}`
  try {
    return await whole(await fetchFile(new Api(TOKEN, { apiRoot }), { token: TOKEN, apiRoot }, 'A1'))
  } finally {
    server.close()
  }
}

const there = { ok: true, result: { file_id: 'A1', file_unique_id: 'u', file_path: 'photos/file_1.jpg' } }
const refused = (description: string) => ({ ok: false, error_code: 400, description: `Bad Request: ${description}` })

test('a file is fetched, and called as Telegram calls it', async () => {
  expect(await fetched(there)).toEqual({ name: 'file_1.jpg', body: 'bytes' })
})

test('what is too big, or not there any more, is refused for good', async () => {
  expect(await fetched(refused('file is too big'))).toEqual({ refused: 'too-big' })
  expect(await fetched(refused('invalid file_id'))).toEqual({ refused: 'gone' })
  expect(await fetched({ ok: true, result: { file_id: 'A1', file_unique_id: 'u' } })).toEqual({ refused: 'gone' })
  const none = fetched(there, (_request, response) => {
    response.statusCode = 404
    response.end()
  })
  expect(await none).toEqual({ refused: 'gone' })
})

test('where Telegram stumbles it is worth another try, and no error tells the token', async () => {
  const faults = [
    fetched(503),
    fetched(refused('wrong file_id or the file is temporarily unavailable')),
    fetched(there, (_request, response) => {
      response.statusCode = 500
      response.end()
    }),
    fetched(there, (request) => request.socket.destroy()),
    fetched(there, (_request, response) => {
      response.statusCode = 302
      response.setHeader('location', 'http://127.0.0.1:9/elsewhere')
      response.end()
    }),
  ]
  for (const end of await Promise.allSettled(faults)) {
    const error: unknown = end.status === 'rejected' ? end.reason : undefined
    expect(error).toBeInstanceOf(DeliveryFault)
    expect(String(error)).not.toContain('secret')
    expect(JSON.stringify(error)).not.toContain('secret')
  }
})
