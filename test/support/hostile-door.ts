import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { secrets } from './demo.ts'

/** A request as it goes over the wire: nothing about it is made proper on the way. */
export interface Knock {
  method?: string
  path?: string
  headers?: readonly (readonly [name: string, value: string])[]
  body?: string | Buffer
  /** How the body's end is told. Default `length`. */
  framing?: 'length' | 'chunked' | 'none'
}

/** Sends it to 127.0.0.1. Resolves with the HTTP status and the body of the answer; 0 where there is none. */
export function knock(port: number, request: Knock): Promise<{ status: number; body: string }> {
  const { method = 'POST', path = '/slack/events', headers = [], framing = 'length' } = request
  const body = Buffer.from(request.body ?? '')
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(framing === 'length' ? [`content-length: ${body.length}`] : []),
    ...(framing === 'chunked' ? ['transfer-encoding: chunked'] : []),
  ]
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const answered = (): void => resolve(answerIn(Buffer.concat(chunks).toString()))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // Who does not want a body hangs up while it is still being sent: what was answered before counts.
    socket.on('error', () => socket.destroy())
    socket.on('close', answered)
    const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
    const parts = framing === 'chunked' ? chunksOf(body) : [body]
    socket.write(Buffer.concat([head, ...parts]))
  })
}

function answerIn(text: string): { status: number; body: string } {
  const end = text.indexOf('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), body: end === -1 ? '' : text.slice(end + 4) }
}

function chunksOf(body: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let from = 0; from < body.length; from += 64_000) {
    const part = body.subarray(from, from + 64_000)
    parts.push(Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]))
  }
  return [...parts, Buffer.from('0\r\n\r\n')]
}

/** Slack's two headers for these bytes, signed at this second. */
export function signed(body: string | Buffer, seconds: number | string, secret = secrets.signingSecret) {
  return [
    ['x-slack-request-timestamp', String(seconds)],
    ['x-slack-signature', signatureOf(body, seconds, secret)],
  ] as const
}

export function signatureOf(body: string | Buffer, seconds: number | string, secret = secrets.signingSecret): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:`).update(body).digest('hex')}`
}

export const JSON_TYPE = ['content-type', 'application/json'] as const
export const FORM_TYPE = ['content-type', 'application/x-www-form-urlencoded'] as const
