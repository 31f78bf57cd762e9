import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a server on which those who are under way can be lost. */
export interface DeadEnd {
  readonly port: number
  /** Connections there are now carry nothing any more and are not closed, as after a fail-over; new ones get through. */
  die(): void
  close(): Promise<void>
}

/** @param to the server's port on this machine */
export async function openDeadEnd(to: number): Promise<DeadEnd> {
  const open = new Set<Socket>()
  const lost = new WeakSet<Socket>()
  const server = createServer((inward) => {
    const onward = connect(to, '127.0.0.1')
    for (const [from, onTo] of [
      [inward, onward],
      [onward, inward],
    ] as const) {
      open.add(from)
      from.on('data', (bytes) => lost.has(from) || onTo.write(bytes))
      from.on('error', () => from.destroy())
      from.on('close', () => {
        open.delete(from)
        if (!lost.has(from)) onTo.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it listens on no port')
  return {
    port: address.port,
    die() {
      for (const socket of open) lost.add(socket)
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
