import { createHash } from 'node:crypto'
import { z } from 'zod'
import { cleanString, parseClean } from '../../../src/adapter.ts'

/** A request's body as Bolt and the inbox take it. */
export type Payload = Record<string, unknown>

const payload = z.record(z.string(), z.unknown())

/** A signed request that is nothing Slack is known to send; sending it again would not help. */
export class Malformed extends Error {
  constructor(cause: unknown) {
    super('malformed', { cause })
    this.name = 'Malformed'
  }
}

/**
 * Opens a request: JSON (events), a form with one `payload` field (interactivity) or a plain form (commands, which
 * get a `type`). `received` is added for what Slack gives no time or id of its own; the deprecated `token` goes.
 * Throws `Malformed` on what is none of these.
 */
export function openPayload(raw: string, contentType: string, signedSeconds: number): Payload {
  const opened = withoutTokens(parsed(raw, contentType))
  const digest = createHash('sha256').update(`${signedSeconds}:${raw}`).digest('hex')
  return { ...opened, received: { seconds: signedSeconds, digest } }
}

/**
 * The same for an envelope of Socket Mode, which is not signed: `received` is by our own clock. A command has no
 * `type` there either.
 */
export function openEnvelope(envelope: Payload, receivedSeconds: number): Payload {
  const clean = payload.parse(parsedClean(JSON.stringify(envelope)))
  const opened = withoutTokens('command' in clean ? { ...clean, type: 'command' } : clean)
  const digest = createHash('sha256').update(JSON.stringify(opened)).digest('hex')
  return { ...opened, received: { seconds: receivedSeconds, digest } }
}

/** A workflow's step brings a token of its own: ours serves as well, and no token is kept in the inbox. */
function withoutTokens({ token: _, ...body }: Payload): Payload {
  const event = payload.safeParse(body.event).data
  if (!event || !('bot_access_token' in event)) return body
  const { bot_access_token: _its, ...rest } = event
  return { ...body, event: rest }
}

function parsed(raw: string, contentType: string): Payload {
  try {
    return payload.parse(contentType.startsWith('application/json') ? parsedClean(raw) : ofForm(raw))
  } catch (error) {
    throw new Malformed(error)
  }
}

function ofForm(raw: string): unknown {
  const form = new URLSearchParams(raw)
  const interaction = form.get('payload')
  if (interaction !== null) return parsedClean(interaction)
  const fields = Object.fromEntries(Array.from(form, ([name, value]) => [name, cleanString(value, '')]))
  return 'command' in fields ? { ...fields, type: 'command' } : fields
}

/** Without what PostgreSQL refuses, in a body as in a key or a question: NUL and halves of surrogate pairs. */
function parsedClean(json: string): unknown {
  return parseClean(json, '')
}
