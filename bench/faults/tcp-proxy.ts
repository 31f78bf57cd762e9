import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What stands between the desks and their database: bytes pass, or vanish without a word, as behind a dead router. */
export interface TcpProxy {
  readonly port: number
  /** From now on nothing passes either way, nothing is closed, and new connections are taken and never answered. */
  swallow(): void
  /** Bytes pass again; what was swallowed is gone, so those connections are cut. */
  pass(): void
  /** Those connections there are now carry nothing any more and are not closed, as after a fail-over; new ones get through. */
  lose(): void
  close(): Promise<void>
}

/** @param port where what comes in goes on to, on this machine */
export async function openTcpProxy(port: number): Promise<TcpProxy> {
  const open = new Set<Socket>()
  const lost = new WeakSet<Socket>()
  let swallowing = false
  const keep = (socket: Socket): void => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((inward) => {
    keep(inward)
    if (swallowing) return void inward.on('data', () => {})
    const onward = connect(port, '127.0.0.1')
    keep(onward)
    const carry = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => {
        if (!swallowing && !lost.has(from)) to.write(bytes)
      })
      from.on('close', () => {
        if (!swallowing && !lost.has(from)) to.destroy()
      })
    }
    carry(inward, onward)
    carry(onward, inward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the proxy listens on no port')
  const cut = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: address.port,
    swallow() {
      swallowing = true
    },
    pass() {
      swallowing = false
      cut()
    },
    lose() {
      for (const socket of open) lost.add(socket)
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
  }
}
