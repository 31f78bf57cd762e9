import { type Bot, webhookCallback } from 'grammy'
import type { Update } from 'grammy/types'
import { cappedText, type HttpRoute } from '../../src/adapter.ts'
import { parseUpdate } from './clean.ts'
import { factsOf } from './fault.ts'
import type { Log } from './log.ts'
import { anyUpdate } from './shapes.ts'

const WEBHOOK_PATH = '/telegram/webhook'

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const BODY_BYTES = 1_000_000

/** An answer that is not 200, on its way out of grammY. */
class Refusal extends Error {
  readonly status: number
  constructor(status: number) {
    super(`webhook: ${status}`)
    this.status = status
  }
}

/**
 * Telegram's deliveries. 200 with an empty body (any other would be run as a call, platforms.md §B2) once the bot's
 * middleware has stored the update; 401 without the secret, 400 for what is no update, 413 beyond 1 MB, and 503 when
 * it could not be stored: then Telegram comes again.
 */
export function webhookRoute(bot: Bot, secret: string, log: Log): HttpRoute {
  const answer = webhookCallback(bot, boundedRequest, { secretToken: secret, timeoutMilliseconds: 10_000 })
  return {
    path: WEBHOOK_PATH,
    async handle(request) {
      try {
        return await answer(request)
      } catch (error) {
        if (error instanceof Refusal) return new Response(null, { status: error.status })
        log.error(factsOf(error), 'telegram-update-not-stored')
        return new Response(null, { status: 503 })
      }
    },
  }
}

/** grammY's `std/http`, but reading the body only after the secret was right, and no more of it than we want. */
function boundedRequest(request: Request) {
  const { promise, resolve } = Promise.withResolvers<Response>()
  return {
    get update() {
      return updateOf(request)
    },
    header: request.headers.get(SECRET_HEADER) ?? '',
    end: () => resolve(new Response(null, { status: 200 })),
    // The middleware answers nothing through the webhook; grammY would call this if it did.
    respond: () => resolve(new Response(null, { status: 200 })),
    unauthorized: () => resolve(new Response(null, { status: 401 })),
    handlerReturn: promise,
  }
}

async function updateOf(request: Request): Promise<Update> {
  const body = await cappedText(request, BODY_BYTES)
  if (body === undefined) throw new Refusal(413)
  const parsed = anyUpdate.safeParse(jsonOf(body))
  if (!parsed.success) throw new Refusal(400)
  // grammY's type of all updates; nothing of it is trusted before `read` has parsed it.
  return parsed.data as Update
}

function jsonOf(body: string): unknown {
  try {
    return parseUpdate(body)
  } catch {
    throw new Refusal(400)
  }
}
