import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** What stands before the replicas: each request goes to the next one; one that does not listen is passed over. */
export interface Balancer {
  readonly url: string
  /** Answers so far, by status; 0 where a replica died on a request. */
  readonly statuses: ReadonlyMap<number, number>
  /** The slowest answer of 503 so far (ms). */
  readonly slowestRefusalMs: number
  /** The slowest answer of any kind so far (ms). */
  readonly slowestMs: number
  close(): Promise<void>
}

export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  const statuses = new Map<number, number>()
  let slowestRefusalMs = 0
  let slowestMs = 0
  let turn = 0

  const answered = (status: number, sinceMs: number): void => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    slowestMs = Math.max(slowestMs, performance.now() - sinceMs)
    if (status === 503) slowestRefusalMs = Math.max(slowestRefusalMs, performance.now() - sinceMs)
  }
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => {
      turn += 1
      const inTurn = ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0)
      pass({ incoming, outgoing, body, agent, answered, sinceMs: performance.now() }, inTurn)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the balancer listens on no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    statuses,
    get slowestRefusalMs() {
      return slowestRefusalMs
    },
    get slowestMs() {
      return slowestMs
    },
    async close() {
      agent.destroy()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

interface Passing {
  incoming: IncomingMessage
  outgoing: ServerResponse
  body: Buffer
  agent: Agent
  answered: (status: number, sinceMs: number) => void
  sinceMs: number
}

function pass(passing: Passing, [port, ...others]: number[]): void {
  const { incoming, outgoing, body, agent, answered, sinceMs } = passing
  if (port === undefined) {
    answered(503, sinceMs)
    outgoing.writeHead(503).end()
    return
  }
  const { method, url: path, headers } = incoming
  const onward = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
    answered(answer.statusCode ?? 0, sinceMs)
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
    answer.on('error', () => outgoing.destroy())
  })
  onward.on('error', (error) => {
    if ('code' in error && error.code === 'ECONNREFUSED') return pass(passing, others)
    // It may have been taken: only who asked can say what follows from that.
    answered(0, sinceMs)
    outgoing.destroy()
  })
  onward.end(body)
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}
