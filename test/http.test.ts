import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { httpApp, listen } from '../src/http.ts'

const app = (ready: boolean) => httpApp([], async () => ({ ready, reasons: ready ? [] : ['database'] }))

it('says that it lives, and whether it is ready, with the reason', async () => {
  expect((await app(false).request('/health/live')).status).toBe(200)
  expect((await app(true).request('/health/ready')).status).toBe(200)
  const sick = await app(false).request('/health/ready')
  expect(sick.status).toBe(503)
  expect(await sick.json()).toEqual({ ready: false, reasons: ['database'] })
})

it('knows nothing else', async () => {
  for (const [path, method] of [
    ['/', 'GET'],
    ['/slack/nope', 'GET'],
    ['/slack/events', 'POST'],
    ['/health/live', 'POST'],
  ] as const) {
    expect((await app(true).request(path, { method })).status).toBe(404)
  }
})

it('a taken port is an error that says what to do', async () => {
  const first = await listen(app(true), 0, '127.0.0.1')
  await expect(listen(app(true), first.port, '127.0.0.1')).rejects.toThrow(`Port ${first.port} is taken. Set PORT`)
  await first.close()
})

/** A connection that says `said` and nothing more, once the server has it; `over` is all that came, at its end. */
async function connected(port: number, said: string) {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (bytes) => {
    heard += bytes
  })
  const over = once(socket, 'close').then(() => heard)
  await once(socket, 'connect')
  socket.write(said)
  // Whoever answers this has taken the connection from before, too.
  await fetch(`http://127.0.0.1:${port}/health/live`)
  return { over }
}

it('who has connected and says nothing, as browsers and proxies do beforehand, keeps nobody from closing', async () => {
  const server = await listen(app(true), 0, '127.0.0.1')
  const silent = await connected(server.port, '')
  const kept = await connected(server.port, 'GET /health/live HTTP/1.1\r\nhost: desk\r\n\r\n')
  await server.close()
  expect(await silent.over).toBe('')
  expect(await kept.over).toContain('"live":true')
})

it('what was asked is answered before it closes; half a question is waited for only so long', async () => {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<Response>()
  const slow = new Hono().get('/slow', () => {
    asked.resolve()
    return answer.promise
  })
  const server = await listen(
    httpApp([], async () => ({ ready: true, reasons: [] }), slow),
    0,
    '127.0.0.1',
  )
  const answered = fetch(`http://127.0.0.1:${server.port}/slow`).then((response) => response.text())
  await asked.promise
  const closed = server.close()
  answer.resolve(new Response('late'))
  expect(await answered).toBe('late')
  await closed

  const impatient = await listen(app(true), 0, '127.0.0.1', 10)
  const half = await connected(
    impatient.port,
    'POST /slack/events HTTP/1.1\r\nhost: desk\r\ncontent-length: 100\r\n\r\nhalf',
  )
  await impatient.close()
  await half.over
})
