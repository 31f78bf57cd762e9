import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { Socket } from 'node:net'
import { webApi } from '@slack/bolt'
import { fetchFile } from '../../adapters/slack/in/fetch-file.ts'
import { ADA, HELP, RITA, TRIAGE } from '../../playground/slack/index.ts'
import { logTo } from '../../src/log.ts'
import { inThread, quietTicket, told } from './customer.ts'
import { secrets } from './demo.ts'
import type { TestDesk } from './desk.ts'
import { forgedInteraction } from './forged.ts'

/** What came of addresses people gave the desk (reliability.md SEC9). */
export interface Forgeries {
  addresses: number
  /** Connections to platforms, desk and database: that the eye was open. */
  inside: number
  /** Connections this process has opened to anywhere but platforms, desk and database. */
  outside: string[]
  /** Connections to the traps, whoever opened them. */
  trapped: number
}

/**
 * Addresses of this machine, of clouds' own services and of files, said, asked, named, attached, given as where to answer,
 * and behind redirects of the platform's own host. Nothing may be fetched from any of them.
 */
export async function forgeries(desk: TestDesk): Promise<Forgeries> {
  const trap = await listening((_, response) => response.end('caught'))
  const trapSix = await listening((_, response) => response.end('caught'), '::1')
  const wire = watchConnections([portOf(desk.playground.url), desk.desk.port, portOf(desk.database.url)])
  const addresses = addressesTo(trap.port, trapSix.port)
  try {
    const { customer, card } = await quietTicket(desk, 'Mallory')
    for (const [n, address] of addresses.entries()) {
      desk.telegram.write(customer, `customer ${n}: ${address} [see](${address})`)
      desk.slack.say(RITA, HELP, { text: `<${address}|see> ${address}` })
      desk.slack.say(ADA, TRIAGE, { text: `agent ${n}: <${address}|see>`, thread: card.ts })
    }
    const last = addresses.length - 1
    await inThread(desk, card, `customer ${last}:`)
    await told(desk, customer, `agent ${last}:`)
    await attachments(desk, card.ts, addresses)
    await told(desk, customer, `file ${last}`)
    for (const response_url of addresses) await forgedInteraction(desk, pressAnsweredAt(response_url))
    await desk.desk.idle()
    await redirected(addresses, wire.allow)
    const inside = wire.all() - wire.outside().length
    return {
      addresses: addresses.length,
      inside,
      outside: wire.outside(),
      trapped: trap.connections() + trapSix.connections(),
    }
  } finally {
    wire.stop()
    await trap.close()
    await trapSix.close()
  }
}

function addressesTo(port: number, portSix: number): string[] {
  return [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://[::1]:${portSix}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://127.1:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://slack.com@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/.slack.com`,
    // A name that may be somebody else's the next time it is asked for.
    `http://127.0.0.1.nip.io:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/',
    'file:///etc/passwd',
    `gopher://127.0.0.1:${port}/`,
  ]
}

/** Slack says that a file's bytes lie at such an address. */
async function attachments(desk: TestDesk, thread: string, addresses: readonly string[]): Promise<void> {
  for (const [n, address] of addresses.entries()) {
    const files = [{ name: `note-${n}.txt`, bytes: Buffer.from('x'), mimetype: 'text/plain' }]
    const ts = desk.slack.say(ADA, TRIAGE, { text: `file ${n}`, thread, files })
    const [file] = desk.slack.message(TRIAGE, ts)?.files ?? []
    if (!file) throw new Error('no file')
    Object.assign(file, { url_private: address, url_private_download: address })
  }
}

function pressAnsweredAt(response_url: string) {
  return {
    type: 'block_actions',
    user: { id: ADA },
    channel: { id: HELP },
    container: { type: 'message', message_ts: '1700000000.000100', channel_id: HELP },
    message: { ts: '1700000000.000100' },
    response_url,
    actions: [
      { type: 'button', action_id: 'press:0', block_id: 'choices:0', value: 'nothing', action_ts: '1700000000.000100' },
    ],
  }
}

/** Slack's own host, as it were, sends on to each address. */
async function redirected(addresses: readonly string[], allow: (port: number) => void): Promise<void> {
  let to = ''
  const host = await listening((request, response) => {
    if (request.url?.startsWith('/api/')) {
      response.setHeader('content-type', 'application/json')
      const file = {
        name: 'a.txt',
        mimetype: 'text/plain',
        size: 1,
        url_private: `http://127.0.0.1:${host.port}/files/a`,
      }
      return void response.end(JSON.stringify({ ok: true, file }))
    }
    response.writeHead(302, { location: to }).end()
  })
  allow(host.port)
  const apiUrl = `http://127.0.0.1:${host.port}/api/`
  const client = new webApi.WebClient(secrets.slackToken, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } })
  try {
    for (const address of addresses) {
      to = address
      const found = await fetchFile('F1', { client, botToken: secrets.slackToken, apiUrl, log: logTo('silent', false) })
      if (!('refused' in found)) throw new Error(`${address} was fetched`)
    }
  } finally {
    await host.close()
  }
}

async function listening(answer: RequestListener, host = '127.0.0.1') {
  let connections = 0
  const server = createServer(answer)
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    port: address.port,
    connections: () => connections,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Every connection this process tries to open, by where it goes; Node tells of each, whoever opens it. */
function watchConnections(ports: readonly number[]) {
  const allowed = new Set(ports)
  const tried: { host: string; port: number }[] = []
  const onSocket = (message: unknown): void => {
    const socket = typeof message === 'object' && message && 'socket' in message ? message.socket : undefined
    if (!(socket instanceof Socket)) return
    socket.on('connectionAttempt', (host: string, port: number) => tried.push({ host, port }))
    // A name nobody knows is no connection, but somebody has been asked about it.
    socket.on('lookup', (error: Error | null, _address: string, _family: number | null, host: string) => {
      if (error) tried.push({ host, port: 0 })
    })
  }
  subscribe('net.client.socket', onSocket)
  // By a path, not a port: the embedded PostgreSQL's own socket.
  const isOurs = (host: string, port: number): boolean =>
    host.includes('/.s.PGSQL.') || (allowed.has(port) && ['127.0.0.1', '::1', 'localhost'].includes(host))
  return {
    allow: (port: number) => void allowed.add(port),
    outside: () => tried.flatMap(({ host, port }) => (isOurs(host, port) ? [] : [`${host}:${port}`])),
    all: () => tried.length,
    stop: () => unsubscribe('net.client.socket', onSocket),
  }
}

function portOf(address: string): number {
  return Number(new URL(address).port)
}
