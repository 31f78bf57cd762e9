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
