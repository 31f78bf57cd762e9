import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import type { Args } from './api/args.ts'
import { methods } from './api/index.ts'
import { bytesOf } from './files.ts'
import { SlackRefusal } from './refusal.ts'
import { respond } from './responses.ts'
import { TEAM } from './seed.ts'
import { textOf } from './text-of.ts'
import type { Triggers } from './triggers.ts'
import { keyOf, type Workspace } from './workspace.ts'

interface Door {
  triggers: Triggers
  botToken: string
  appToken: string | undefined
  scopes: string[]
  /** Aborted when the playground stops: slow answers end. */
  stopping: AbortSignal
}

type Call = Context<{ Bindings: Partial<HttpBindings> }>

/** The HTTP side: Web API, uploads, `response_url`s and files. */
export function routes(workspace: Workspace, door: Door): Hono {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>()
  app.all('/api/:method', (context) => {
    const method = context.req.param('method')
    return withFaults(workspace, door, context, method, async () =>
      answer(workspace, door, context, method, await argumentsOf(context)),
    )
  })
  app.post('/slack-upload/:id', (context) =>
    withFaults(workspace, door, context, 'upload', () => upload(workspace, context, context.req.param('id'))),
  )
  app.post('/slack-response/:id', (context) =>
    withFaults(workspace, door, context, 'response_url', () => response(workspace, context, context.req.param('id'))),
  )
  app.get('/slack-files/:id/:name{.+}', (context) =>
    withFaults(workspace, door, context, 'download', async () =>
      download(workspace, door, context, context.req.param('id')),
    ),
  )
  // Callers mount it below apps of other bindings.
  return app as unknown as Hono
}

/** Lets an armed fault have its way with a call. */
async function withFaults(
  workspace: Workspace,
  door: Door,
  context: Call,
  method: string,
  run: () => Promise<Response>,
): Promise<Response> {
  const fault = workspace.faults.forCall(method)
  const refused = (error: string): void => workspace.ledger.add({ what: 'refused', platform: 'slack', method, error })
  if (fault?.does === 'too-many') {
    refused('ratelimited')
    return context.json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(fault.retryAfterSeconds) })
  }
  if (fault?.does === 'error') {
    refused(`http_${fault.status}`)
    return new Response('Server Error', { status: fault.status })
  }
  if (fault?.does === 'drop') {
    refused('drop')
    return cut(context)
  }
  if (fault?.does === 'hang') {
    refused('hang')
    await hungUp(context, AbortSignal.any([door.stopping, workspace.faults.over]))
    return cut(context)
  }
  const response = await run()
  if (fault?.does === 'drop-after-accepting') return cut(context)
  if (fault?.does === 'slow') await sleep(fault.ms, undefined, { signal: door.stopping }).catch(() => {})
  return response
}

/** Resolves when whoever called hangs up, or it is over here. */
function hungUp({ env }: Call, over: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  env.outgoing?.on('close', () => resolve())
  over.addEventListener('abort', () => resolve())
  return promise
}

function cut(context: Call): Response {
  context.env.outgoing?.destroy()
  return RESPONSE_ALREADY_SENT
}

/** Query, form, multipart or JSON: one record. */
async function argumentsOf(context: Call): Promise<Args | undefined> {
  const type = context.req.header('content-type') ?? ''
  const query = context.req.query()
  if (context.req.method === 'GET') return query
  if (!type.startsWith('application/json')) return { ...query, ...(await context.req.parseBody()) }
  const body: unknown = await context.req.json().catch(() => undefined)
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...query, ...body } : undefined
}

async function answer(
  workspace: Workspace,
  door: Door,
  context: Call,
  name: string,
  args: Args | undefined,
): Promise<Response> {
  const accepted = methods[name]?.scopes ?? []
  const headers = {
    'x-oauth-scopes': door.scopes.join(','),
    ...(accepted.length > 0 ? { 'x-accepted-oauth-scopes': accepted.join(',') } : {}),
  }
  try {
    const result = call(workspace, door, context, name, args)
    noteCall(workspace, name, args ?? {}, result)
    return context.json({ ok: true, ...result }, 200, headers)
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error
    workspace.ledger.add({ what: 'refused', platform: 'slack', method: name, error: error.code })
    const messages =
      error.messages.length > 0 ? { errors: error.messages, response_metadata: { messages: error.messages } } : {}
    // Slack refuses with HTTP 200.
    return context.json({ ok: false, error: error.code, ...error.facts, ...messages }, 200, headers)
  }
}

function call(
  workspace: Workspace,
  door: Door,
  context: Call,
  name: string,
  args: Args | undefined,
): Record<string, unknown> {
  if (!args) throw new SlackRefusal('invalid_json')
  const { token: inBody, ...rest } = args
  const token = context.req.header('authorization')?.replace(/^Bearer /, '') ?? inBody
  if (token === undefined) throw new SlackRefusal('not_authed')
  if (token !== door.botToken && token !== door.appToken) throw new SlackRefusal('invalid_auth')
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (method && (token === door.appToken) !== (method.byApp ?? false)) throw new SlackRefusal('not_allowed_token_type')
  if (!method) throw new SlackRefusal('unknown_method', [], { req_method: name })
  if (method.scopes.length > 0 && !method.scopes.some((scope) => door.scopes.includes(scope))) {
    throw new SlackRefusal('missing_scope', [], { needed: method.scopes.join(','), provided: door.scopes.join(',') })
  }
  return method.run(workspace, rest, door.triggers)
}

/** What took effect, with the words people see of it. */
function noteCall(workspace: Workspace, method: string, args: Args, result: Record<string, unknown>): void {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  const chat = text(result.channel) ?? text(args.channel)
  const message = text(result.ts) ?? text(result.message_ts) ?? text(args.timestamp)
  const key = chat !== undefined && message !== undefined ? keyOf(chat, message) : ''
  const shown = workspace.messages.get(key) ?? workspace.ephemerals.get(key)
  workspace.ledger.add({
    what: 'called',
    platform: 'slack',
    method,
    ...(chat === undefined ? {} : { chat }),
    ...(message === undefined ? {} : { message }),
    ...(shown ? { words: textOf(workspace, shown) } : {}),
  })
}

async function upload(workspace: Workspace, context: Call, id: string): Promise<Response> {
  const kept = workspace.files.get(id)
  if (kept?.state !== 'announced') return context.text('file not found', 404)
  const multipart = context.req.header('content-type')?.startsWith('multipart/form-data')
  const part = multipart
    ? Object.values(await context.req.parseBody()).find((value) => value instanceof File)
    : undefined
  const bytes = Buffer.from(
    multipart ? ((await part?.arrayBuffer()) ?? new ArrayBuffer(0)) : await context.req.arrayBuffer(),
  )
  if (bytes.length === 0) return context.text('no file data', 400)
  workspace.files.set(id, {
    file: { ...kept.file, size: bytes.length },
    state: 'uploaded',
    base64: bytes.toString('base64'),
  })
  workspace.ledger.add({ what: 'called', platform: 'slack', method: 'upload' })
  return context.text(`OK - ${bytes.length}`)
}

async function response(workspace: Workspace, context: Call, id: string): Promise<Response> {
  try {
    const said = respond(workspace, id, await context.req.json().catch(() => undefined))
    const chat = workspace.responseUrls.get(id)?.channel
    const words = textOf(workspace, said)
    workspace.ledger.add({
      what: 'called',
      platform: 'slack',
      method: 'response_url',
      ...(chat === undefined ? {} : { chat }),
      words,
    })
    return context.text('ok')
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error
    workspace.ledger.add({ what: 'refused', platform: 'slack', method: 'response_url', error: error.code })
    const gone = error.code === 'used_url' || error.code === 'expired_url'
    return context.json({ ok: false, error: error.code }, gone ? 404 : 400)
  }
}

/** A file's bytes; without the token (or the scope) the login page, as Slack does: platforms.md §A3.4. */
function download(workspace: Workspace, door: Door, context: Call, id: string): Response {
  const allowed =
    context.req.header('authorization') === `Bearer ${door.botToken}` && door.scopes.includes('files:read')
  if (!allowed)
    return context.html(
      '<!DOCTYPE html><html><head><title>Slack</title></head><body><form action="/signin"></form></body></html>',
    )
  const fileId = id.replace(`${TEAM}-`, '')
  const bytes = bytesOf(workspace, fileId)
  if (!bytes) return context.text('', 404)
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': workspace.files.get(fileId)?.file.mimetype ?? 'application/octet-stream',
  })
}
