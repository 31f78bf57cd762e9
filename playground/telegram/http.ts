import { setTimeout as pause } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import type { Fault, Faults } from '../faults.ts'
import type { Api } from './api.ts'
import { fileAt } from './files.ts'
import { ApiRefusal, tooMany } from './refusal.ts'
import { readRequest } from './request.ts'
import type { State } from './state.ts'

export type TelegramApp = Hono<{ Bindings: HttpBindings }>
type Ask = Context<{ Bindings: HttpBindings }>
type CallFault = Extract<Fault, { on: 'call' }>

interface Behind {
  state: State
  api: Api
  faults: Faults
  token: string
  /** Aborted when this Telegram stops: slow answers are given up. */
  closing: AbortSignal
}

/** The two doors of the Bot API: methods and file downloads, both behind the token in the path. */
export function telegramApp(behind: Behind): TelegramApp {
  const app: TelegramApp = new Hono()
  app.all('/:bot{bot[^/]*}/:method', (ask) =>
    answered(async () => {
      checkToken(ask.req.param('bot'), behind.token)
      return serve(ask, behind)
    }),
  )
  app.get('/file/:bot{bot[^/]*}/:path{.+}', (ask) =>
    answered(async () => {
      checkToken(ask.req.param('bot'), behind.token)
      const file = fileAt(behind.state, ask.req.param('path'))
      if (!file) throw new ApiRefusal(404, 'Not Found')
      return new Response(Buffer.from(file.bytes, 'base64'), {
        headers: { 'content-type': 'application/octet-stream' },
      })
    }),
  )
  return app
}

/** A token of another bot: 401. Something that is no token: 404, as Telegram answers. */
function checkToken(bot: string, token: string): void {
  if (bot === `bot${token}`) return
  throw /^bot\d+:.+$/.test(bot) ? new ApiRefusal(401, 'Unauthorized') : new ApiRefusal(404, 'Not Found')
}

async function serve(ask: Ask, behind: Behind): Promise<Response> {
  const method = ask.req.param('method') ?? ''
  const { payload, uploads } = await readRequest(method, ask.req.raw)
  const fault = faultFor(behind.faults, method, payload.chat_id)
  if (fault?.does === 'hang') await hungUp(ask, AbortSignal.any([behind.closing, behind.faults.over]))
  if (fault && !takesEffect(fault)) return refuse(ask, fault, method, behind.api)
  const result = await behind.api.do(method, payload, { uploads, gone: goneSignal(ask) })
  if (fault?.does === 'drop-after-accepting') return cut(ask)
  if (fault?.does === 'slow') await pause(fault.ms, undefined, { signal: behind.closing }).catch(() => {})
  return Response.json({ ok: true, result })
}

/** A fault for any call is not meant for `getUpdates`, which is always under way: put back where it was taken by it. */
function faultFor(faults: Faults, method: string, chat: unknown): CallFault | undefined {
  // A chat's name or number; anything else is refused later on.
  const named = typeof chat === 'string' || typeof chat === 'number' ? String(chat) : undefined
  const fault = faults.forCall(method, named)
  if (!fault || method !== 'getUpdates' || fault.method === method) return fault
  faults.arm(fault)
  return undefined
}

function takesEffect(fault: CallFault): boolean {
  return fault.does === 'slow' || fault.does === 'drop-after-accepting'
}

function refuse(ask: Ask, fault: CallFault, method: string, api: Api): Response {
  api.refused(method, fault.does)
  if (fault.does === 'too-many') throw tooMany(fault.retryAfterSeconds)
  if (fault.does === 'error') throw new ApiRefusal(fault.status, 'Internal Server Error')
  return cut(ask)
}

/** Hangs up without a word. */
function cut(ask: Ask): Response {
  ask.env.incoming.socket.destroy() // `incoming.destroy()` leaves the connection open once the request has been read
  return RESPONSE_ALREADY_SENT
}

/** Resolves when whoever called hangs up, or it is over here. */
function hungUp(ask: Ask, over: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  ask.env.outgoing.on('close', () => resolve())
  over.addEventListener('abort', () => resolve())
  return promise
}

function goneSignal(ask: Ask): AbortSignal {
  const gone = new AbortController()
  ask.env.outgoing.on('close', () => gone.abort())
  return gone.signal
}

async function answered(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    const { code, message, parameters } = error
    const body = { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) }
    return Response.json(body, { status: code })
  }
}
