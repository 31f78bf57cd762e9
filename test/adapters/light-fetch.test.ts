import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slackFetch } from '../../adapters/slack/slack-fetch.ts'
import { lightFetch } from '../../src/adapter.ts'

let root: string
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  request.resume()
  if (request.url === '/never') return
  const status = request.url === '/away' ? 307 : 429
  response.writeHead(status, { location: `${root}/elsewhere`, 'retry-after': '7', 'set-cookie': ['a=1', 'b=2'] })
  response.end('{"ok":false,"error":"später"}')
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  root = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const form = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'text', redirect: 'error' } as const

test('an answer is what `fetch` makes of it', async () => {
  const answer = await lightFetch(`${root}/busy`, form)
  const usual = await fetch(`${root}/busy`, form)
  const facts = async (one: typeof answer) => ({
    status: [one.ok, one.status, one.statusText, one.url],
    headers: ['Retry-After', 'location', 'x-none'].map((name) => one.headers.get(name)),
    named: [...one.headers.entries()].map(([name]) => name).filter((name) => name === 'retry-after'),
    words: await one.text(),
  })
  expect(await facts(answer)).toEqual(await facts(usual))
  expect(await answer.json()).toEqual({ ok: false, error: 'später' })
})

test('no redirect is followed, and a call that is given up says why', async () => {
  await expect(slackFetch(`${root}/away`, form)).rejects.toThrow('unexpected redirect')
  const given = slackFetch(`${root}/never`, { ...form, signal: AbortSignal.timeout(50) })
  await expect(given).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect(lightFetch('http://127.0.0.1:1/', form)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(asked).not.toContain('POST /elsewhere')
})
