import { once } from 'node:events'
import { createServer } from 'node:http'
import { smallFiles } from '../../test/support/small-files.ts'
import { slackAnswer, slackIsAt } from './slack.ts'
import { telegramAnswer } from './telegram.ts'

/** A call that was accepted. */
export interface Call {
  method: string
  body: string
}

/** What a file's name ends with says what is in it. */
function fileAt(path: string): Buffer {
  const ending = /(\w+)$/.exec(path)?.[1] ?? ''
  return Buffer.from(smallFiles[ending as keyof typeof smallFiles] ?? smallFiles.txt) // another ending: a text
}

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
      if (path.startsWith('/file/')) return void response.end(fileAt(path))
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
