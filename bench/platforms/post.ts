import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/**
 * POSTs, and resolves with the status once the answer is here. Rejects where nobody answers. A connection kept from
 * before may have been closed by the other end at that moment: then it goes again, as the platforms do.
 */
export function post(url: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body))
    const asked = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': length } },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
        answer.on('error', reject)
      },
    )
    asked.on('error', (error) => {
      if (asked.reusedSocket && 'code' in error && error.code === 'ECONNRESET') resolve(post(url, headers, body))
      else reject(error)
    })
    asked.end(body)
  })
}
