import { Api, GrammyError } from 'grammy'
import { afterEach } from 'vitest'
import { startTelegram, type Telegram, type TelegramOptions } from '../../../playground/telegram/index.ts'

export const cara = 7001
export const tom = 7002
export const ada = 7101
export const bo = 7102
export const agents = -1001
export const token = '700001:playground-secret'

export interface Playground extends Telegram {
  /** grammY's own client, as the desk uses it. */
  api: Api
  /** A call as JSON with any payload, right or wrong. */
  call(method: string, payload?: object): Promise<Answer>
  /** Moves the playground's clock on. */
  later(ms: number): void
}

export interface Answer {
  status: number
  ok: boolean
  result?: unknown
  description?: string
  parameters?: { retry_after?: number }
}

const running: Telegram[] = []

afterEach(async () => {
  for (const telegram of running.splice(0)) await telegram.stop()
})

/** A Telegram of its own for one test; Cara has pressed Start, Tom has never written. */
export async function playground(options: Partial<TelegramOptions> = {}): Promise<Playground> {
  const playground = await bare(options)
  playground.world.start(cara)
  await playground.call('deleteWebhook', { drop_pending_updates: true }) // nobody waits for her /start
  return playground
}

/** A Telegram nobody has written to yet. */
export async function bare(options: Partial<TelegramOptions> = {}): Promise<Playground> {
  let offset = 0
  const telegram = await startTelegram({ token, now: () => Date.UTC(2026, 10, 2, 9) + offset, ...options })
  running.push(telegram)
  return {
    ...telegram,
    api: new Api(token, { apiRoot: telegram.url, timeoutSeconds: 5 }),
    later(ms) {
      offset += ms
    },
    async call(method, payload = {}) {
      const response = await fetch(`${telegram.url}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(payload),
      })
      const body = (await response.json()) as Omit<Answer, 'status'> // the Bot API's envelope
      return { status: response.status, ...body }
    },
  }
}

/** What Telegram refused, as grammY tells it. Fails where it did not refuse. */
export async function refusal(call: Promise<unknown>): Promise<{ code: number; description: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof GrammyError)) throw new Error(`expected a refusal of Telegram, got ${String(error)}`)
  return { code: error.error_code, description: error.description }
}
