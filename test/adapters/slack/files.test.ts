import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clientOptions } from '../../../adapters/slack/client.ts'
import { isSlacks } from '../../../adapters/slack/hosts.ts'
import { fetchFile } from '../../../adapters/slack/in/fetch-file.ts'
import { DeliveryFault, FILE_MAX_BYTES } from '../../../src/adapter.ts'
import { whole } from '../../support/fetched.ts'

/** A Slack whose one file and its download answer as the test says, and a host that is not Slack's. */
interface Fake {
  url: string
  requests: { path: string; authorization: string | undefined }[]
  answer: (request: IncomingMessage, response: ServerResponse) => void
  close(): void
}

async function fake(): Promise<Fake> {
  const made: Fake = { url: '', requests: [], answer: (_request, response) => response.end(), close: () => {} }
  const server = createServer((request, response) => {
    made.requests.push({ path: request.url ?? '', authorization: request.headers.authorization })
    made.answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  made.url = `http://127.0.0.1:${port}`
  made.close = () => server.close()
  return made
}

const TOKEN = 'xoxb-secret-of-files'
let slack: Fake
let elsewhere: Fake
const logged: string[] = []

beforeAll(async () => {
  slack = await fake()
  elsewhere = await fake()
})
beforeEach(() => {
  slack.requests.length = 0
  elsewhere.requests.length = 0
  logged.length = 0
})
afterAll(() => {
  slack.close()
  elsewhere.close()
})

const log = { info: () => {}, warn: note, error: note }
function note(facts: Record<string, unknown>, event: string): void {
  logged.push(event, JSON.stringify(facts))
}

/** Fetches the file F1 that Slack describes so. */
async function fetched(
  file: Record<string, unknown>,
  download: Fake['answer'] = (_request, response) => response.end('bytes'),
) {
  slack.answer = (request, response) => {
    if (!request.url?.startsWith('/api/')) return download(request, response)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify('error' in file ? { ok: false, ...file } : { ok: true, file }))
  }
  const apiUrl = `${slack.url}/api/`
  const client = new webApi.WebClient(TOKEN, clientOptions(apiUrl, log))
  return whole(await fetchFile('F1', { client, botToken: TOKEN, apiUrl, log }))
}

const described = (more: Record<string, unknown> = {}) => ({
  name: 'note.txt',
  mimetype: 'text/plain',
  size: 5,
  mode: 'hosted',
  url_private_download: `${slack.url}/files/note.txt`,
  ...more,
})

test('a file is fetched with the token, and bears the name Slack gives', async () => {
  expect(await fetched(described())).toEqual({ name: 'note.txt', mediaType: 'text/plain', body: 'bytes' })
  expect(slack.requests.at(-1)).toEqual({ path: '/files/note.txt', authorization: `Bearer ${TOKEN}` })
})

test('a page to sign in is not the file, whatever it is called, and the operator learns which scope is missing', async () => {
  const page: Fake['answer'] = (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!DOCTYPE html><html><form action="/signin"></form></html>')
  }
  expect(await fetched(described(), page)).toEqual({ refused: 'not-a-file' })
  expect(await fetched(described({ name: 'page.html', mimetype: 'text/html', size: 12 }), page)).toEqual({
    refused: 'not-a-file',
  })
  expect(logged.join()).toContain('files:read')
})

test('an address that has run out is asked for once more, and what has none after that is gone', async () => {
  const expires = described()
  const paths = () => slack.requests.map(({ path }) => path)
  const gone = await fetched(expires, (_, response) => response.writeHead(404).end())
  expect(gone).toEqual({ refused: 'gone' })
  expect(paths()).toEqual(['/api/files.info', '/files/note.txt', '/api/files.info', '/files/note.txt'])
  slack.requests.length = 0
  const again = await fetched(expires, (request, response) => {
    if (request.url === '/files/moved.txt') return response.end('bytes')
    expires.url_private_download = `${slack.url}/files/moved.txt`
    return response.writeHead(403).end()
  })
  expect(again).toMatchObject({ body: 'bytes' })
  expect(paths()).toEqual(['/api/files.info', '/files/note.txt', '/api/files.info', '/files/moved.txt'])
})

test('a page somebody really gave us is carried', async () => {
  const html = '<html><p>mine</p></html>'
  const found = await fetched(
    described({ name: 'p.html', mimetype: 'text/html', size: html.length }),
    (_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(html)
    },
  )
  expect(found).toMatchObject({ body: html })
})

test.each([
  ['external', { is_external: true }],
  ['hidden by a limit', { mode: 'hidden_by_limit' }],
  ['deleted', { mode: 'tombstone' }],
  ['without an address', { url_private_download: null }],
])('a file that is %s is gone, and nothing is fetched', async (_what, more) => {
  expect(await fetched(described(more))).toEqual({ refused: 'gone' })
  expect(slack.requests.filter(({ path }) => !path.startsWith('/api/'))).toEqual([])
})

test('one Slack knows nothing of is gone; where Slack stumbles it is worth another try', async () => {
  expect(await fetched({ error: 'file_not_found' })).toEqual({ refused: 'gone' })
  await expect(fetched({ error: 'internal_error' })).rejects.toThrow()
  const stumbling = fetched(described(), (_request, response) => {
    response.statusCode = 503
    response.end()
  })
  await expect(stumbling).rejects.toThrow(DeliveryFault)
})

test('the token never leaves Slack: neither by the address nor by a redirect', async () => {
  expect(await fetched(described({ url_private_download: `${elsewhere.url}/files/note.txt` }))).toEqual({
    refused: 'gone',
  })
  const away: Fake['answer'] = (_request, response) => {
    response.statusCode = 302
    response.setHeader('location', `${elsewhere.url}/stolen`)
    response.end()
  }
  expect(await fetched(described(), away)).toEqual({ refused: 'gone' })
  expect(elsewhere.requests).toEqual([])
  expect(logged.join()).not.toContain(TOKEN)
})

test('a redirect inside Slack is followed with the token, a circle is not followed for ever', async () => {
  const once_: Fake['answer'] = (request, response) => {
    if (request.url === '/files/note.txt') {
      response.statusCode = 302
      response.setHeader('location', '/moved/note.txt')
    }
    response.end(request.url === '/moved/note.txt' ? 'moved' : '')
  }
  expect(await fetched(described(), once_)).toMatchObject({ body: 'moved' })
  expect(slack.requests.at(-1)?.authorization).toBe(`Bearer ${TOKEN}`)
  const circle: Fake['answer'] = (_request, response) => {
    response.statusCode = 302
    response.setHeader('location', '/files/note.txt')
    response.end()
  }
  expect(await fetched(described(), circle)).toEqual({ refused: 'gone' })
})

test('what Slack says is too large is not asked for', async () => {
  expect(await fetched(described({ size: FILE_MAX_BYTES + 1 }))).toEqual({ refused: 'too-big' })
  expect(slack.requests.filter(({ path }) => !path.startsWith('/api/'))).toEqual([])
})

test.each([
  ['https://files.slack.com/files-pri/T1-F1/a.png', true],
  ['https://slack.com/x', true],
  ['https://a.slack-edge.com/x', true],
  ['http://files.slack.com/x', false],
  ['https://files.slack.com:8443/x', false],
  ['https://slack.com.evil.example/x', false],
  ['https://evilslack.com/x', false],
  ['https://user:pass@slack.com/x', false],
  ['https://slack.com@evil.example/x', false],
  ['file:///etc/passwd', false],
  ['not an address', false],
])('%s: Slack’s own? %s', (address, own) => {
  expect(isSlacks(address, 'https://slack.com/api/')).toBe(own)
})
