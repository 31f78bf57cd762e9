import { once } from 'node:events'
import { createServer } from 'node:http'
import { slackAnswer, slackIsAt } from './slack.ts'
import { telegramAnswer } from './telegram.ts'

/** A call that was accepted. */
export interface Call {
  method: string
  body: string
}

/** A PNG of one pixel: what every file is here. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * Both platforms on one port: `/api/METHOD` and `/bot<token>/METHOD`. They accept everything and answer at once, so that
 * what is measured is who calls them. `onCall` hears of every call as it is accepted.
 */
export async function servePlatforms(onCall: (call: Call) => void): Promise<number> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      if (path.includes('/file')) return void response.end(PIXEL)
      const [first] = chunks
      const body = first === undefined ? '' : (chunks.length === 1 ? first : Buffer.concat(chunks)).toString('utf8')
      const method = path.slice(path.lastIndexOf('/') + 1)
      onCall({ method, body })
      const answer = JSON.stringify(path.startsWith('/api/') ? slackAnswer(method, body) : telegramAnswer(method, body))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
      response.end(answer)
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port was given')
  slackIsAt(`http://127.0.0.1:${address.port}`)
  return address.port
}
