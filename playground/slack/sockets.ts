import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Outcome, Parcel } from './request-url.ts'
import { APP } from './seed.ts'

/** Connections of one app (platforms.md §A2). */
const MOST = 10
/** How long the address of `apps.connections.open` may be used, once (ms). */
const TICKET_LIFE_MS = 30_000
const PING_EVERY_MS = 10_000
/** How long a connection told to leave is still there (ms). */
const LEAVING_MS = 10_000

interface SocketsOptions {
  /** Where this Slack is reached, without a slash at the end. */
  url: string
  realNow: () => number
  ackTimeoutMs: number
}

interface Connection {
  socket: WebSocket
  /** Told to leave: used only where there is no other. */
  leaving: boolean
  /** Envelopes on their way, by id. */
  waiting: Map<string, (outcome: Outcome) => void>
  timers: NodeJS.Timeout[]
}

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() })

/**
 * Socket Mode (platforms.md §A2, §E): up to ten connections of the app, each envelope to one of them in turn,
 * acknowledged by its id on the same connection within 3 s.
 */
export class Sockets {
  readonly #options: SocketsOptions
  readonly #server = new WebSocketServer({ noServer: true })
  /** Unix ms of issue, by ticket. */
  readonly #tickets = new Map<string, number>()
  #connections: Connection[] = []
  #ever = false
  #turn = 0
  #opened: () => void = () => {}

  constructor(options: SocketsOptions) {
    this.#options = options
  }

  /** How many connections there are. */
  get open(): number {
    return this.#connections.length
  }

  /** Whether the app has ever connected: from then on Slack waits for nobody. */
  get everOpened(): boolean {
    return this.#ever
  }

  /** `opened` is called for every new connection. */
  onOpen(opened: () => void): void {
    this.#opened = opened
  }

  /** An address for one connection: `url` of `apps.connections.open`. */
  issueUrl(): string {
    const ticket = randomUUID()
    this.#tickets.set(ticket, this.#options.realNow())
    return `${this.#options.url.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${APP}`
  }

  /** Takes an `upgrade` of the HTTP server; hangs up on whoever has no ticket. */
  upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    const url = URL.parse(request.url ?? '', this.#options.url)
    const ticket = url?.searchParams.get('ticket') ?? ''
    const issued = this.#tickets.get(ticket)
    this.#tickets.delete(ticket)
    if (url?.pathname !== '/link/' || issued === undefined || this.#options.realNow() - issued > TICKET_LIFE_MS) {
      duplex.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, duplex, head, (socket) => this.#welcome(socket))
  }

  /** Sends an envelope to one connection. Never rejects. */
  send(parcel: Parcel): Promise<Outcome> {
    const connection = this.#next()
    if (!connection) return Promise.resolve(failed('connection_failed'))
    return new Promise((resolve) => {
      const id = randomUUID()
      const settle = (outcome: Outcome): void => {
        clearTimeout(timeout)
        connection.waiting.delete(id)
        resolve(outcome)
      }
      const timeout = setTimeout(() => settle(failed('http_timeout')), this.#options.ackTimeoutMs)
      connection.waiting.set(id, settle)
      connection.socket.send(JSON.stringify(envelopeOf(parcel, id)))
    })
  }

  /** Tells every connection to make way, as Slack does every few hours. */
  refresh(): void {
    for (const connection of this.#connections.filter(({ leaving }) => !leaving)) {
      connection.leaving = true
      say(connection.socket, { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'playground' } })
      connection.timers.push(setTimeout(() => connection.socket.close(), LEAVING_MS))
    }
  }

  /** Cuts every connection, without a word. */
  drop(): void {
    for (const { socket } of this.#connections) socket.terminate()
  }

  /** Neither hears nor says anything on any connection from now on, not even that it is there. */
  silence(): void {
    for (const connection of this.#connections) {
      for (const timer of connection.timers) clearTimeout(timer)
      connection.socket.pause()
    }
  }

  close(): void {
    this.drop()
    this.#server.close()
  }

  #welcome(socket: WebSocket): void {
    // A broken connection is told by `close` as well.
    socket.on('error', () => {})
    if (this.#connections.length >= MOST) {
      say(socket, { type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'playground' } })
      socket.close()
      return
    }
    const ping = setInterval(() => socket.ping(), PING_EVERY_MS)
    const connection: Connection = { socket, leaving: false, waiting: new Map(), timers: [ping] }
    this.#connections.push(connection)
    this.#ever = true
    // `ws` gives one Buffer per message unless told otherwise.
    socket.on('message', (said) => hear(connection, said instanceof Buffer ? said.toString() : ''))
    socket.on('close', () => {
      this.#connections = this.#connections.filter((other) => other !== connection)
      for (const timer of connection.timers) clearTimeout(timer)
      for (const settle of connection.waiting.values()) settle(failed('connection_failed'))
    })
    say(socket, {
      type: 'hello',
      num_connections: this.#connections.length,
      connection_info: { app_id: APP },
      debug_info: { host: 'playground', approximate_connection_time: 18_060 },
    })
    this.#opened()
  }

  #next(): Connection | undefined {
    const staying = this.#connections.filter(({ leaving }) => !leaving)
    // Where all are told to leave the newest is the one that most surely still hears.
    const able = (staying.length > 0 ? staying : this.#connections.slice(-1)).filter(
      ({ socket }) => socket.readyState === WebSocket.OPEN,
    )
    this.#turn += 1
    return able[this.#turn % Math.max(able.length, 1)]
  }
}

function hear({ waiting }: Connection, said: string): void {
  const heard = acknowledgement.safeParse(json(said)).data
  // Slack passes over what it does not know.
  if (!heard) return
  const payload = heard.payload ?? {}
  const body = Object.keys(payload).length === 0 ? '' : JSON.stringify(payload)
  waiting.get(heard.envelope_id)?.({ ok: true, status: 200, body })
}

function envelopeOf({ type, body, attempts, reason }: Parcel, envelope_id: string): Record<string, unknown> {
  const form = new URLSearchParams(type === 'events_api' ? '' : body)
  const payload: unknown =
    type === 'events_api'
      ? JSON.parse(body)
      : type === 'interactive'
        ? JSON.parse(form.get('payload') ?? '')
        : Object.fromEntries(form)
  const retry = { retry_attempt: attempts, retry_reason: attempts === 0 ? '' : reason.replace('http_', '') }
  return {
    envelope_id,
    type,
    payload,
    accepts_response_payload: type !== 'events_api',
    ...(type === 'events_api' ? retry : {}),
  }
}

function failed(reason: 'http_timeout' | 'connection_failed'): Outcome {
  return { ok: false, status: 0, reason, mayRetry: true }
}

function say(socket: WebSocket, message: Record<string, unknown>): void {
  socket.send(JSON.stringify(message))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
