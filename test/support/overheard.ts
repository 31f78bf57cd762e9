import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { ADA, BO, LENA, TRIAGE, TRIAGE_FINANCE } from '../../playground/slack/index.ts'
import type { TestDesk } from './desk.ts'

/** One request between the desk and a platform with its answer, as it stood on the wire. */
export interface Exchange {
  port: number
  path: string
  asked: string
  answered: string
}

/** What the desk has said to anybody but its agents. */
interface Overheard {
  /** Every body the desk sent that somebody who is no agent might read, oldest first; what nobody knows the reader of is among them. */
  outside(): string[]
  /** Everything, as it stood on the wire, oldest first. */
  all(): Exchange[]
  stop(): void
}

/**
 * Listens on the wire itself, so that nothing is missed: fall-back texts, hidden values, names of files, what was
 * edited or deleted a moment later, and answers to commands. Every HTTP exchange of this process passes here.
 */
export function overhear(desk: TestDesk): Overheard {
  const exchanges: Exchange[] = []
  const onStart = (message: unknown): void => {
    // What node's channel `http.server.request.start` carries.
    const { request, response, server } = message as {
      request: IncomingMessage
      response: ServerResponse
      server: Server
    }
    const address = server.address()
    if (typeof address !== 'object' || address === null) return
    const exchange: Exchange = { port: address.port, path: request.url ?? '', asked: '', answered: '' }
    exchanges.push(exchange)
    // A `data` listener would take the body from its reader, so it is seen where the parser puts it in.
    const push = request.push.bind(request)
    request.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (chunk !== null) exchange.asked += textIn(chunk)
      return push(chunk, encoding)
    }
    for (const name of ['write', 'end'] as const) {
      // Both have several shapes; the first argument is the chunk where there is one.
      const say = response[name].bind(response) as (...args: unknown[]) => never
      response[name] = (...args: unknown[]) => {
        if (typeof args[0] !== 'function') exchange.answered += textIn(args[0])
        return say(...args)
      }
    }
  }
  subscribe('http.server.request.start', onStart)
  const playground = Number(new URL(desk.playground.url).port)
  const all = () => exchanges.filter(({ port }) => port === playground || port === desk.desk.port)
  return {
    outside: () =>
      saidIn(all(), playground)
        .filter(({ inside }) => !inside)
        .map(({ words }) => words),
    all,
    stop: () => unsubscribe('http.server.request.start', onStart),
  }
}

function textIn(chunk: unknown): string {
  if (typeof chunk === 'string') return chunk
  return chunk instanceof Uint8Array ? Buffer.from(chunk).toString('utf8') : ''
}

const agents = new Set<string>([ADA, BO, LENA])
const rooms = new Set<string>([TRIAGE, TRIAGE_FINANCE, ...[...agents].map((id) => id.replace(/^U/, 'D'))])

/** Each body the desk sent, and whether agents alone read it. In doubt it is outside. */
function saidIn(exchanges: readonly Exchange[], playground: number): { words: string; inside: boolean }[] {
  /** What somebody was given to answer with: trigger, response url, view. */
  const owners = new Map<string, string>()
  const files = new Map<string, string>()
  return exchanges.flatMap(({ port, path, asked, answered }) => {
    const words = plain(asked)
    if (port !== playground) {
      const who = /"user":\{"id":"(\w+)"|\buser_id=(\w+)/.exec(words)
      const user = who?.[1] ?? who?.[2] ?? ''
      for (const given of words.matchAll(/trigger_id[":=]+([\w.-]+)|\/slack-response\/(\w+)|"id":"(V\w+)"/g))
        owners.set(given[1] ?? given[2] ?? given[3] ?? '', user)
      return answered === '' ? [] : [{ words: plain(answered), inside: agents.has(user) }]
    }
    const method = path.split('?')[0]?.split('/').at(-1) ?? ''
    if (path.startsWith('/slack-response/'))
      return [{ words, inside: agents.has(owners.get(method) ?? '') && !words.includes('in_channel') }]
    if (path.startsWith('/slack-upload/')) return []
    const args = new URLSearchParams(asked)
    if (method === 'files.getUploadURLExternal') {
      // Seen by nobody before it is completed: its name counts there.
      const id = /"file_id":"(\w+)"/.exec(answered)?.[1]
      if (id) files.set(id, words)
      return []
    }
    const names = method === 'files.completeUploadExternal' ? [...files].filter(([id]) => words.includes(id)) : []
    const all = [words, ...names.map(([, name]) => name)].join('\n')
    if (method.startsWith('views.')) {
      const view = /"id":"(V\w+)"/.exec(answered)?.[1]
      const to =
        owners.get(args.get('trigger_id') ?? '') ?? owners.get(args.get('view_id') ?? '') ?? args.get('user_id')
      if (view && to) owners.set(view, to)
      return [{ words: all, inside: agents.has(to ?? '') }]
    }
    const room = args.get('channel') ?? args.get('channel_id') ?? ''
    const user = args.get('user')
    return [{ words: all, inside: rooms.has(room) && (user === null || agents.has(user)) }]
  })
}

function plain(body: string): string {
  try {
    return decodeURIComponent(body.replaceAll('+', ' '))
  } catch {
    return body
  }
}
