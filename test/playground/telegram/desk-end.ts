import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Update } from 'grammy/types'
import { afterEach } from 'vitest'

export interface Delivery {
  update: Update
  headers: IncomingHttpHeaders
}

type Reply = { status?: number; headers?: Record<string, string>; body?: object }

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** The desk's end of a webhook: notes what comes, answers as told. */
export async function deskEnd(reply: (delivery: Delivery, nth: number) => Reply | Promise<Reply> = () => ({})) {
  const came: Delivery[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const delivery = { update: JSON.parse(Buffer.concat(chunks).toString()) as Update, headers: request.headers }
      came.push(delivery)
      void Promise.resolve(reply(delivery, came.length)).then(({ status = 200, headers = {}, body }) => {
        response.writeHead(status, { ...headers, 'content-type': 'application/json' })
        response.end(body ? JSON.stringify(body) : '')
      })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // it listens on a port
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return { url: `http://127.0.0.1:${port}/telegram/webhook`, came, texts: () => came.map(({ update }) => said(update)) }
}

export function said(update: Update): string | undefined {
  return update.message?.text ?? update.edited_message?.text ?? update.callback_query?.data
}
